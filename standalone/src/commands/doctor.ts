import type { StandaloneEnv } from '../env.ts';
import { dataPaths } from '../paths.ts';
import { checkArtwork } from './doctor-artwork.ts';
import {
  checkDataFolder,
  checkDocker,
  checkNode,
  checkPort,
  checkServer,
  type Finding,
} from './doctor-checks.ts';
import { checkPlex } from './doctor-plex.ts';

export interface DoctorEnv
  extends Pick<
    StandaloneEnv,
    'PORT' | 'MARQUEE_BIND' | 'MARQUEE_DATA' | 'MARQUEE_PLEX_URL' | 'MARQUEE_PLEX_TOKEN'
  > {
  RABBITMQ_URL?: string | undefined;
  REDIS_URL?: string | undefined;
  DOCKER_HOST?: string | undefined;
}

/** Looks at everything Marquee stands on and says how to mend what is wrong. */
export async function examine(env: DoctorEnv): Promise<Finding[]> {
  const groups = await Promise.all([
    checkNode(process.version),
    checkPort(env.MARQUEE_BIND, env.PORT),
    checkDataFolder(dataPaths(env.MARQUEE_DATA)),
    checkPlex(env.MARQUEE_PLEX_URL, env.MARQUEE_PLEX_TOKEN),
    env.RABBITMQ_URL
      ? checkServer('RabbitMQ', env.RABBITMQ_URL, 5672, 'Start RabbitMQ, or correct RABBITMQ_URL.')
      : notNeeded('RabbitMQ', 'not configured: one process needs no broker'),
    env.REDIS_URL
      ? checkServer('Redis', env.REDIS_URL, 6379, 'Start Redis, or correct REDIS_URL.')
      : notNeeded('Redis', 'not configured: one process needs no Redis'),
    checkDocker(env.DOCKER_HOST),
    checkArtwork(),
  ]);
  return groups.flat();
}

function notNeeded(part: string, message: string): Finding {
  return { part, verdict: 'ok', message };
}

const SIGN: Record<Finding['verdict'], string> = { ok: '✓', warning: '!', error: '✗' };

export function describeFindings(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ part }) => part.length));
  const lines = findings.flatMap(({ part, verdict, message, mend }) => [
    `${SIGN[verdict]} ${part.padEnd(width)}  ${message}`,
    ...(mend ? [`  ${' '.repeat(width)}  → ${mend}`] : []),
  ]);
  const errors = findings.filter(({ verdict }) => verdict === 'error').length;
  return [...lines, '', errors === 0 ? 'Nothing stands in the way.' : `${errors} to mend.`].join('\n');
}

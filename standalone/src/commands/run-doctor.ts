import { readEnv } from '@marquee/service-kit';
import { z } from 'zod';
import { StandaloneEnv } from '../env.ts';
import { describeFindings, examine } from './doctor.ts';

const DoctorEnv = StandaloneEnv.pick({
  PORT: true,
  MARQUEE_BIND: true,
  MARQUEE_DATA: true,
  MARQUEE_PLEX_URL: true,
  MARQUEE_PLEX_TOKEN: true,
}).extend({
  RABBITMQ_URL: z.string().optional(),
  REDIS_URL: z.string().optional(),
  DOCKER_HOST: z.string().optional(),
});

/** Prints the findings; 1 when something must be mended. */
export async function runDoctor(json: boolean): Promise<number> {
  const findings = await examine(readEnv(DoctorEnv));
  console.log(json ? JSON.stringify(findings, null, 2) : describeFindings(findings));
  return findings.some(({ verdict }) => verdict === 'error') ? 1 : 0;
}

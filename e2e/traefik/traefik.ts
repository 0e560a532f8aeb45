import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@marquee/testing';
import { projectRoot } from '../program.ts';
import { until } from '../until.ts';
import { makeCertificates } from './certificates.ts';
import { traefikProgram } from './traefik-program.ts';
import { createVisitor, type Visitor } from './visitor.ts';

/** Our Traefik as the compose file runs it, on this machine. */
export interface Traefik {
  httpPort: number;
  visitor: Visitor;
  end(): Promise<void>;
}

/** Where it is asked; to be known before what it stands in front of is started. */
export interface Place {
  host: string;
  httpPort: number;
  httpsPort: number;
}

export async function choosePlace(host: string): Promise<Place> {
  return { host, httpPort: await freePort(), httpsPort: await freePort() };
}

/** With the files of traefik/, in which only addresses of the container become addresses of this machine. */
export async function startTraefik(
  { host, httpPort, httpsPort }: Place,
  behind: { gateway: string; routes: string },
): Promise<Traefik> {
  const folder = await mkdtemp(join(tmpdir(), 'marquee-traefik-'));
  await cp(join(projectRoot, 'traefik'), folder, { recursive: true });
  await writeFile(join(folder, 'dynamic/test.yml'), behind.routes);
  const { ca } = await makeCertificates(folder, [host]);
  const file = join(folder, 'traefik.yml');
  const told = (await readFile(file, 'utf8'))
    .replace('":80"', `127.0.0.1:${httpPort}`)
    .replace('":443"', `127.0.0.1:${httpsPort}`)
    .replace('/etc/traefik', folder)
    .replace('/acme', folder)
    .replace('ping: {}', `ping: { entryPoint: web }`);
  await writeFile(file, told);

  const child = spawn(traefikProgram, [`--configFile=${file}`], {
    env: { MARQUEE_HOST: host, MARQUEE_GATEWAY: behind.gateway, MARQUEE_CERTS: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      words = (words + chunk).slice(-8000);
    });
  const end = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  };
  const visitor = createVisitor({ port: httpsPort, host, ca });
  const answers = () => visitor.ask('/api/health').then(({ status }) => status, String);
  try {
    await until(answers, (status) => status === 200);
  } catch (cause) {
    await end();
    throw new Error(`Traefik did not answer:\n${words}`, { cause });
  }
  return { httpPort, visitor, end };
}

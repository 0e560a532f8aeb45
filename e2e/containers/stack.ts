import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PlexStandIn, startDemoPlex } from '@marquee/stand-ins';
import { freePort } from '@marquee/testing';
import { drawnArt } from '../product.ts';
import { projectRoot } from '../program.ts';
import { run } from '../run.ts';
import { makeCertificates } from '../traefik/certificates.ts';
import { createVisitor, type Visitor } from '../traefik/visitor.ts';
import { until } from '../until.ts';
import type { Engine } from './engine.ts';

const HOST = 'marquee.test';

/** The compose file's stack, up, with a Plex beside it. */
export interface Stack {
  /** MARQUEE_DIR: everything that it keeps. */
  folder: string;
  httpPort: number;
  visitor: Visitor;
  compose(...args: string[]): Promise<string>;
  /** Removes all of it. */
  end(): Promise<void>;
}

/** The real Dockerfile and the real compose file, as an operator uses them. */
export async function startStack(engine: Engine): Promise<Stack> {
  const folder = await mkdtemp(join(tmpdir(), 'marquee-stack-'));
  const [httpPort, httpsPort] = [await freePort(), await freePort()];
  const env: NodeJS.ProcessEnv = {
    ...engine.env,
    COMPOSE_PROJECT_NAME: 'marquee-test',
    PUID: '1000',
    PGID: '1000',
    MARQUEE_DIR: folder,
    MARQUEE_KOMETA_DIR: join(folder, 'kometa'),
    MARQUEE_KOMETA_PROGRAM_DIR: join(folder, 'kometa-program'),
    MARQUEE_HOST: HOST,
    MARQUEE_HTTP_PORT: String(httpPort),
    MARQUEE_HTTPS_PORT: String(httpsPort),
    MARQUEE_CERT_RESOLVER: '',
    // Read by docker-compose.http.yml only.
    MARQUEE_PUBLIC_URL: 'http://marquee.home:8080',
  };
  const inProject = () => ({ env, cwd: projectRoot });
  const compose = (...args: string[]) => run('docker-compose', args, inProject());
  let plex: PlexStandIn | undefined;
  const end = async () => {
    await compose('down', '--volumes', '--timeout', '15');
    await plex?.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await mkdir(join(folder, 'certs'));
    const { ca } = await makeCertificates(join(folder, 'certs'), [HOST]);
    await run('deploy/prepare.sh', [], inProject());
    await compose('up', '--no-start', '--no-build');
    plex = await startDemoPlex({ cacheDir: drawnArt, host: await addressOfMachine(engine) });
    Object.assign(env, { MARQUEE_PLEX_URL: plex.url, MARQUEE_PLEX_TOKEN: plex.token });
    await compose('up', '--detach', '--no-build');
    const visitor = createVisitor({ port: httpsPort, host: HOST, ca });
    await comesUp(visitor);
    return { folder, httpPort, visitor, compose, end };
  } catch (error) {
    const words = await compose('logs', '--tail', '30');
    await end();
    throw new Error(`The stack did not come up:\n${words}`, { cause: error });
  }
}

/** Traefik is started last, and compose waits for nobody who waits for it. */
async function comesUp(visitor: Visitor): Promise<void> {
  await until(
    () => visitor.ask('/api/health').then(({ status }) => status, String),
    (status) => status === 200,
  );
}

/** What containers call the machine they run on. */
function addressOfMachine({ docker }: Engine): Promise<string> {
  return docker('network', 'inspect', '--format', '{{(index .IPAM.Config 0).Gateway}}', 'marquee-edge');
}

/** Each service's image. Not over the engine's network, which leads nowhere. */
export async function buildImages({ docker }: Engine): Promise<void> {
  for (const service of ['config', 'renderer', 'renderer-worker', 'gateway']) {
    const build = ['build', '--network', 'host', '--build-arg', `SERVICE=${service}`];
    await docker(...build, '--tag', `marquee/${service}:0.1.0`, projectRoot);
  }
}

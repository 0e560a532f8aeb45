import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@marquee/testing';
import { projectRoot } from '../program.ts';
import { run } from '../run.ts';
import { makeCertificates } from '../traefik/certificates.ts';
import { createVisitor, type Visitor } from '../traefik/visitor.ts';
import { until } from '../until.ts';
import type { Engine } from './engine.ts';

const HOST = 'marquee.saltbox.test';

/** What Saltbox's own file provider gives, as far as our labels name it. */
const dynamic = `
http:
  middlewares:
    globalHeaders: { headers: { customResponseHeaders: { server: '' }, contentTypeNosniff: true } }
    secureHeaders: { headers: { stsSeconds: 31536000 } }
    robotHeaders: { headers: { customResponseHeaders: { X-Robots-Tag: 'none' } } }
tls:
  options:
    securetls: { minVersion: VersionTLS12, sniStrict: true }
  certificates:
    - { certFile: /opt/traefik/cert.pem, keyFile: /opt/traefik/key.pem }
`;

/** A Saltbox as far as Marquee sees of it: its network, and its Traefik that reads labels and lets every character through. */
export interface Saltbox {
  host: string;
  /** MARQUEE_DIR. */
  folder: string;
  visitor: Visitor;
  plain: Visitor;
  end(): Promise<void>;
}

export async function startOnSaltbox(engine: Engine): Promise<Saltbox> {
  const folder = await mkdtemp(join(tmpdir(), 'marquee-saltbox-'));
  const traefikFolder = join(folder, 'traefik');
  const [httpPort, httpsPort] = [await freePort(), await freePort()];
  await mkdir(traefikFolder);
  const { ca } = await makeCertificates(traefikFolder, [HOST]);
  await writeFile(join(traefikFolder, 'saltbox.yml'), dynamic);
  const env = {
    ...engine.env,
    ...{ COMPOSE_PROJECT_NAME: 'marquee-saltbox', PUID: '1000', PGID: '1000', MARQUEE_HOST: HOST },
    ...{ MARQUEE_DIR: folder, MARQUEE_KOMETA_DIR: join(folder, 'kometa') },
    MARQUEE_KOMETA_PROGRAM_DIR: join(folder, 'kometa-program'),
  };
  const cwd = join(projectRoot, 'deploy/saltbox');
  const compose = (...args: string[]) => run('docker-compose', args, { env, cwd });
  const end = async () => {
    await compose('down', '--timeout', '15');
    await engine.docker('rm', '--force', 'traefik');
    await engine.docker('network', 'rm', 'saltbox');
    await rm(folder, { recursive: true, force: true });
  };
  await engine.docker('network', 'create', 'saltbox');
  await run('../prepare.sh', [], { env, cwd });
  await engine.docker(
    ...['run', '--detach', '--name', 'traefik', '--network', 'saltbox'],
    ...['--publish', `${httpPort}:80`, '--publish', `${httpsPort}:443`],
    ...['--volume', `${traefikFolder}:/opt/traefik:ro`],
    ...['--volume', `${engine.env.DOCKER_HOST?.replace('unix://', '')}:/var/run/docker.sock`],
    ...[
      '--label',
      'traefik.enable=true',
      '--label',
      'traefik.http.services.traefik.loadbalancer.server.port=8080',
    ],
    ...['--label', 'traefik.http.middlewares.redirect-to-https.redirectscheme.scheme=https'],
    'traefik:v3.7',
    ...['traefik', '--providers.docker.exposedbydefault=false', '--providers.file.directory=/opt/traefik'],
    ...['--entrypoints.web.address=:80', '--entrypoints.websecure.address=:443'],
    '--certificatesresolvers.cfdns.acme.tlschallenge=true',
  );
  const visitor = createVisitor({ port: httpsPort, host: HOST, ca });
  try {
    await compose('up', '--detach', '--no-build');
    await until(
      () => visitor.ask('/api/health').then(({ status }) => status, String),
      (status) => status === 200,
    );
    return { host: HOST, folder, visitor, plain: createVisitor({ port: httpPort, host: HOST }), end };
  } catch (error) {
    const words = await compose('logs', '--tail', '20');
    const proxy = await engine.docker('logs', '--tail', '20', 'traefik');
    await end();
    throw new Error(`Marquee did not come up on Saltbox:\n${words}\n${proxy}`, { cause: error });
  }
}

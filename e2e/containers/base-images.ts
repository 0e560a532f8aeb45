import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../program.ts';
import { run } from '../run.ts';
import { traefikProgram } from '../traefik/traefik-program.ts';
import type { Engine } from './engine.ts';
import { makeImage } from './local-image.ts';

const SHELL = ['/bin/sh', 'bash', 'cat', 'chmod', 'cp', 'ls', 'mkdir', 'rm', 'env'];

/** All that the Dockerfile and the compose file start from. */
export async function makeBaseImages(engine: Engine): Promise<void> {
  await makeNodeImage(engine);
  await makeImage(engine, {
    name: 'traefik:v3.7',
    programs: [],
    files: { '/usr/local/bin/traefik': { from: traefikProgram } },
    changes: ['CMD ["traefik"]'],
  });
  await makeImage(engine, { name: 'redis:7.2', programs: ['redis-server', 'redis-cli'] });
  await makeRabbitImage(engine);
}

async function makeNodeImage(engine: Engine): Promise<void> {
  const npm = join(await run('npm', ['root', '--global']), 'npm');
  const folder = await mkdtemp(join(tmpdir(), 'marquee-prebuilt-'));
  try {
    const prebuilt = await packSqlite(folder);
    await makeImage(engine, {
      name: 'node:22-bookworm-slim',
      programs: ['node', ...SHELL],
      folders: [npm, await run('sh', ['-c', 'command -v npm'])],
      files: {
        '/root/.npmrc': { text: await npmSettings() },
        [`${PREBUILT}/${prebuilt}`]: { from: join(folder, prebuilt) },
      },
      changes: ['CMD ["node"]'],
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const PREBUILT = '/usr/local/share/prebuilt';

/** The machine's own way to the package registry. */
async function npmSettings(): Promise<string> {
  const registry = await run('npm', ['config', 'get', 'registry']);
  return [
    `registry=${registry}`,
    'cafile=/etc/ssl/certs/ca-certificates.crt',
    `better_sqlite3_local_prebuilds=${PREBUILT}`,
    '',
  ].join('\n');
}

/**
 * better-sqlite3 brings its binary from GitHub, or compiles it with tools that this image lacks: so it finds the one
 * that was made for this machine's Node, where its installer looks first.
 */
async function packSqlite(folder: string): Promise<string> {
  const source = join(projectRoot, 'node_modules/better-sqlite3');
  const { version } = await import(join(source, 'package.json'));
  const { platform, arch, versions } = process;
  const name = `better-sqlite3-v${version}-node-v${versions.modules}-${platform}-${arch}.tar.gz`;
  await run('tar', [
    '--create',
    '--gzip',
    '--file',
    join(folder, name),
    '--directory',
    source,
    'build/Release/better_sqlite3.node',
  ]);
  return name;
}

async function makeRabbitImage(engine: Engine): Promise<void> {
  const erlang = '/usr/lib/erlang';
  const linked = await run('find', [
    erlang,
    '-type',
    'f',
    '(',
    '-name',
    '*.so',
    '-o',
    '-path',
    '*/erts-*/bin/*',
    ')',
  ]);
  await makeImage(engine, {
    name: 'rabbitmq:3.13',
    programs: [
      ...linked.split('\n'),
      ...SHELL,
      'awk',
      'basename',
      'cut',
      'dirname',
      'grep',
      'hostname',
      'id',
      'readlink',
      'sed',
      'stty',
      'tr',
      'uname',
    ],
    folders: [erlang, '/usr/lib/rabbitmq', '/usr/bin/erl'],
    changes: [
      'ENV HOME=/var/lib/rabbitmq LANG=C.UTF-8 RABBITMQ_LOGS=-',
      `CMD ["/usr/lib/rabbitmq/bin/rabbitmq-server"]`,
    ],
  });
}

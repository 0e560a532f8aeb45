import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, run } from '../run.ts';
import { until } from '../until.ts';

/** A Docker engine of the test's own: nothing of it lies where the machine's would, and nothing of it stays. */
export interface Engine {
  /** For docker and docker-compose. */
  env: NodeJS.ProcessEnv;
  docker(...args: string[]): Promise<string>;
  end(): Promise<void>;
}

export async function startEngine(): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'marquee-engine-'));
  const socket = `unix://${join(folder, 'docker.sock')}`;
  // It goes when the test goes, however that ends.
  const daemon = spawn('setpriv', ['--pdeathsig', 'TERM', 'dockerd', ...(await settings(folder, socket))], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const words = lastWords(daemon);
  const env = { ...process.env, DOCKER_HOST: socket, DOCKER_CONFIG: folder, DOCKER_BUILDKIT: '0' };
  await run('iptables', ['--insert', ...withinBridges]);
  const end = async () => {
    await run('iptables', ['--delete', ...withinBridges]);
    if (daemon.exitCode === null) {
      const ended = once(daemon, 'exit');
      daemon.kill('SIGTERM');
      await ended;
    }
    // Left by containers that ran in the machine's own network, as builds do.
    await command('umount', [join(folder, 'exec/netns/default')]);
    await rm(folder, { recursive: true, force: true });
  };
  await until(
    async () => daemon.exitCode !== null || (await command('docker', ['info'], { env })).code === 0,
    (settled) => settled,
  );
  if (daemon.exitCode !== null) {
    await end();
    throw new Error(`The engine did not start:\n${words()}`);
  }
  return { env, docker: (...args) => run('docker', args, { env }), end };
}

/** Another engine's packet filter would drop what containers of this one say to each other. */
const withinBridges = [
  ...['FORWARD', '--match', 'physdev', '--physdev-is-bridged'],
  ...['--match', 'comment', '--comment', 'marquee-test-engine', '--jump', 'ACCEPT'],
];

async function settings(folder: string, socket: string): Promise<string[]> {
  const file = join(folder, 'daemon.json');
  await writeFile(file, '{}');
  return [
    ...['--config-file', file, '--host', socket, '--pidfile', join(folder, 'docker.pid')],
    ...['--data-root', join(folder, 'data'), '--exec-root', join(folder, 'exec')],
    // The machine's bridge and packet filter may belong to an engine of its own.
    ...['--bridge', 'none', '--iptables=false', '--ip6tables=false', '--ip-forward=false', '--ip-masq=false'],
  ];
}

function lastWords({ stdout, stderr }: ChildProcess): () => string {
  let words = '';
  for (const stream of [stdout, stderr])
    stream?.on('data', (chunk) => {
      words = (words + chunk).slice(-8000);
    });
  return () => words;
}

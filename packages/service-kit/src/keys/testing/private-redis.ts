import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from './eventually.ts';

const execute = promisify(execFile);

/** A Redis of one's own, to be killed, stopped and emptied. */
export interface PrivateRedis {
  url: string;
  start(): Promise<void>;
  kill(): Promise<void>;
  /** Leaves its connections open and answers nothing. */
  freeze(): void;
  thaw(): void;
  empty(): Promise<void>;
  command(...args: string[]): Promise<string>;
  remove(): Promise<void>;
}

export async function privateRedis(): Promise<PrivateRedis> {
  const dir = await mkdtemp(join(tmpdir(), 'marquee-redis-'));
  const port = await sparePort();
  let server: ChildProcess | undefined;

  const command = async (...args: string[]) =>
    (await execute('redis-cli', ['-p', String(port), ...args])).stdout.trim();

  async function start(): Promise<void> {
    const options = [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      dir,
    ];
    server = spawn('redis-server', options, { stdio: 'ignore' });
    await eventually(() => accepts(port));
  }

  async function kill(): Promise<void> {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
  }

  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    kill,
    freeze: () => server?.kill('SIGSTOP'),
    thaw: () => server?.kill('SIGCONT'),
    async empty() {
      await command('FLUSHALL');
    },
    command,
    async remove() {
      await kill();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function sparePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

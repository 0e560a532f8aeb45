import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sparePort } from './product.ts';

/** Debian's command of this name insists on the system's own folders; the server behind it does not. */
const DEBIAN_SERVER = '/usr/lib/rabbitmq/bin/rabbitmq-server';
const PATIENCE_MS = 60_000;

/** A RabbitMQ node of one's own, to be killed. */
export interface PrivateBroker {
  url: string;
  /** Resolves when the port accepts connections. */
  start(): Promise<void>;
  /** Stops as one should, so that everything is on disk, and starts again. */
  restartInOrder(): Promise<void>;
  /** kill -9, the node with all its processes. */
  kill(): Promise<void>;
  remove(): Promise<void>;
}

export async function privateBroker(): Promise<PrivateBroker> {
  const dir = mkdtempSync(join(tmpdir(), 'marquee-broker-'));
  const [port, distPort, epmdPort] = [await sparePort(), await sparePort(), await sparePort()];
  const env = prepareFolder(dir, port, distPort, epmdPort);
  const epmd = spawn('epmd', ['-port', String(epmdPort), '-address', '127.0.0.1'], { stdio: 'ignore' });
  await once(epmd, 'spawn');
  let node: ChildProcess | undefined;

  function signal(name: NodeJS.Signals): void {
    if (node?.pid !== undefined && isAlive(-node.pid)) process.kill(-node.pid, name);
  }

  async function end(name: NodeJS.Signals): Promise<void> {
    const pid = node?.pid;
    signal(name);
    while (pid !== undefined && isAlive(-pid)) await pause(5);
  }

  function removeNow(): void {
    signal('SIGKILL');
    epmd.kill('SIGKILL');
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  }

  // The node has a process group of its own, so a Ctrl-C at the terminal does not reach it.
  const onSignal = (): void => {
    removeNow();
    process.exit(130);
  };
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);

  async function start(): Promise<void> {
    const server = existsSync(DEBIAN_SERVER) ? DEBIAN_SERVER : 'rabbitmq-server';
    node = spawn(server, [], { env, detached: true, stdio: 'ignore' });
    await once(node, 'spawn');
    const giveUpAt = performance.now() + PATIENCE_MS;
    while (!(await accepts(port))) {
      if (node.exitCode !== null)
        throw new Error(`RabbitMQ ended with ${node.exitCode}; its log is in ${dir}/log`);
      if (performance.now() > giveUpAt) throw new Error(`RabbitMQ did not start in ${PATIENCE_MS / 1000} s`);
      await pause(50);
    }
  }

  await start();
  return {
    url: `amqp://guest:guest@127.0.0.1:${port}`,
    start,
    async restartInOrder() {
      await end('SIGTERM');
      await start();
    },
    kill: () => end('SIGKILL'),
    async remove() {
      await end('SIGKILL');
      removeNow();
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    },
  };
}

function prepareFolder(dir: string, port: number, distPort: number, epmdPort: number): NodeJS.ProcessEnv {
  for (const name of ['data', 'log']) mkdirSync(join(dir, name));
  writeFileSync(join(dir, 'plugins'), '[].');
  writeFileSync(join(dir, 'env.conf'), '');
  const config = [
    `listeners.tcp.1 = 127.0.0.1:${port}`,
    'vm_memory_high_watermark.relative = 0.3',
    'disk_free_limit.absolute = 100MB',
    'raft.wal_max_size_bytes = 64000000',
  ];
  writeFileSync(join(dir, 'rabbitmq.conf'), `${config.join('\n')}\n`);
  return {
    PATH: process.env.PATH,
    HOME: dir,
    ERL_EPMD_PORT: String(epmdPort),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    RABBITMQ_NODENAME: `faults-${port}@localhost`,
    RABBITMQ_NODE_PORT: String(port),
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_DIST_PORT: String(distPort),
    RABBITMQ_MNESIA_BASE: join(dir, 'data'),
    RABBITMQ_LOG_BASE: join(dir, 'log'),
    RABBITMQ_PID_FILE: join(dir, 'pid'),
    RABBITMQ_CONF_ENV_FILE: join(dir, 'env.conf'),
    RABBITMQ_CONFIG_FILE: join(dir, 'rabbitmq.conf'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(dir, 'plugins'),
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

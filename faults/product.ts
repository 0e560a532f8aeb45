import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** This is bundled into dist/faults, or into a chunk below it when several faults share it. */
const programs = new URL(/^.*\/dist\//.exec(import.meta.url)?.[0] ?? '.', import.meta.url);
/** It has promised 8 s; one that hangs is ended after so long, and then its code is null. */
const PATIENCE_MS = 20_000;

export interface Running {
  pid: number;
  startMs: number;
  /** Ends it as an operator's machine does, and says how it went. */
  terminate(): Promise<{ code: number | null; ms: number; said: string }>;
  /** kill -9. */
  kill(): Promise<void>;
}

export interface Product extends Running {
  url: string;
}

/** The real one-process Marquee on a data folder, ready for requests. */
export async function startProduct(dataFolder: string, port: number): Promise<Product> {
  const running = await start(['marquee.mjs', 'start'], { PORT: String(port), MARQUEE_DATA: dataFolder });
  return { ...running, url: `http://localhost:${port}` };
}

/** The gateway as a process of its own. */
export async function startGateway(port: number, env: NodeJS.ProcessEnv): Promise<Product> {
  const running = await start(['services/gateway.mjs'], { ...env, PORT: String(port) });
  return { ...running, url: `http://localhost:${port}` };
}

/** One more that draws, told of the broker and Redis alone; `url` tells how it is. */
export async function startRenderWorker(env: NodeJS.ProcessEnv): Promise<Product> {
  const port = await sparePort();
  const ready = 'The renderer worker is ready';
  const running = await start(['services/renderer-worker.mjs'], { ...env, PORT: String(port) }, ready);
  return { ...running, url: `http://localhost:${port}` };
}

async function start(
  [script = '', ...args]: string[],
  env: NodeJS.ProcessEnv,
  ready = 'Marquee is ready',
): Promise<Running> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(new URL(script, programs)), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  const exited = once(child, 'exit');
  await readyOrGone(child, () => said, ready);
  return {
    pid: child.pid ?? 0,
    startMs: performance.now() - startedAt,
    async terminate() {
      const toldAt = performance.now();
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      const [code] = await exited;
      clearTimeout(patience);
      return { code, ms: performance.now() - toldAt, said };
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function readyOrGone(child: ChildProcess, said: () => string, ready: string): Promise<void> {
  while (!said().includes(ready)) {
    if (child.exitCode !== null) throw new Error(`Marquee did not start:\n${said()}`);
    await Promise.race([once(child, 'exit'), child.stdout ? once(child.stdout, 'data') : undefined]);
  }
}

export async function sparePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port to spare');
  return address.port;
}

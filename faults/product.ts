import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** Beside the folder this is bundled into. */
const program = fileURLToPath(new URL('../marquee.mjs', import.meta.url));

export interface Product {
  url: string;
  startMs: number;
  /** Ends it as an operator's machine does, and says how it went. */
  terminate(): Promise<{ code: number | null; ms: number; said: string }>;
}

/** The real one-process Marquee on a data folder, ready for requests. */
export async function startProduct(dataFolder: string, port: number): Promise<Product> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [program, 'start'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: String(port), MARQUEE_DATA: dataFolder },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  const exited = once(child, 'exit');
  await readyOrGone(child, () => said);
  return {
    url: `http://localhost:${port}`,
    startMs: performance.now() - startedAt,
    async terminate() {
      const toldAt = performance.now();
      child.kill('SIGTERM');
      // It has promised 8 s; one that hangs is ended after twenty, and then its code is null.
      const patience = setTimeout(() => child.kill('SIGKILL'), 20_000);
      const [code] = await exited;
      clearTimeout(patience);
      return { code, ms: performance.now() - toldAt, said };
    },
  };
}

async function readyOrGone(child: ChildProcess, said: () => string): Promise<void> {
  while (!said().includes('Marquee is ready')) {
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

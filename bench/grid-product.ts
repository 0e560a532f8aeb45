import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PlexStandIn } from '@marquee/stand-ins';

const owner = { name: 'Ada', password: 'correct horse battery staple' };

/**
 * The product in one process beside a Plex, with its first admin. `yields`: a page that is measured on the same machine
 * gets the cores first, as it has its own where people use it.
 */
export async function startProduct(plex: PlexStandIn, { yields = false } = {}) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'marquee-bench-'));
  const command = [...(yields ? ['nice', '-n', '15'] : []), process.execPath];
  const child = spawn(command[0] ?? '', [...command.slice(1), 'dist/marquee.mjs', 'start'], {
    env: {
      ...process.env,
      PORT: '0',
      MARQUEE_DATA: dataFolder,
      MARQUEE_LOG_LEVEL: 'warn',
      MARQUEE_PLEX_URL: plex.url,
      MARQUEE_PLEX_TOKEN: plex.token,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await readyAddress(child);
  const exited = once(child, 'exit');
  const code = (await readFile(join(dataFolder, 'setup-code.txt'), 'utf8')).trim();
  const made = await fetch(`${url}/api/auth/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, ...owner }),
  });
  if (!made.ok) throw new Error(`The first admin could not be made: ${await made.text()}`);
  return {
    url,
    owner,
    /** Fails as soon as the product is gone: a page would wait for it for ever. */
    gone: exited.then(([code, signal]): never => {
      throw new Error(`Marquee ended in the middle: ${code ?? signal}`);
    }),
    async end() {
      child.kill('SIGTERM');
      await exited;
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function readyAddress(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The product has nowhere to speak');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /ready: (http:\S+)/.exec(line)?.[1];
    if (url === undefined) continue;
    child.stdout.resume();
    return url;
  }
  throw new Error('Marquee ended before it was ready');
}

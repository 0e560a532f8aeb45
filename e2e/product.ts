import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

export const projectRoot = resolve(__dirname, '..');

export interface Product {
  url: string;
  dataFolder: string;
  /** Stops the program as Ctrl-C would; the data folder stays for another start. */
  stop(): Promise<number | null>;
  /** Kills it without a word. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data. */
  restart(): Promise<void>;
  /** Stops it and removes the data folder. */
  end(): Promise<void>;
}

async function launch(
  dataFolder: string,
  port: string,
  env: NodeJS.ProcessEnv,
): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [join(projectRoot, 'dist/marquee.mjs'), 'start'], {
    env: { ...process.env, NODE_ENV: 'production', PORT: port, MARQUEE_DATA: dataFolder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  if (!child.stdout) throw new Error('The product has no output to read');
  for await (const line of createInterface({ input: child.stdout })) {
    said += `${line}\n`;
    const url = /ready: (http:\S+)/.exec(line)?.[1];
    if (url) {
      child.stdout.resume();
      return { child, url };
    }
  }
  throw new Error(`Marquee did not start:\n${said}`);
}

/** The real product in its own process with a fresh data folder. */
export async function startProduct(env: NodeJS.ProcessEnv = {}): Promise<Product> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'marquee-e2e-'));
  let { child, url } = await launch(dataFolder, '0', env);
  const ended = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'exit');
    }
    return child.exitCode;
  };
  return {
    url,
    dataFolder,
    stop: () => ended('SIGTERM'),
    kill: async () => void (await ended('SIGKILL')),
    async restart() {
      ({ child, url } = await launch(dataFolder, new URL(url).port, env));
    },
    async end() {
      await ended('SIGTERM');
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

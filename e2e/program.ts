import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

export const projectRoot = resolve(__dirname, '..');
const KEPT_WORDS = 2_000_000;

export interface ProgramOptions {
  /** Below dist/. */
  script: string;
  args?: readonly string[];
  env: NodeJS.ProcessEnv;
  /** Finds the address in the line that says that it is ready. */
  ready: RegExp;
}

/** One of our programs in its own process, as an operator runs it. */
export interface Program {
  url: string;
  /** What it said last, for whoever looks into a failure. */
  said(): string;
  /** Stops it as Ctrl-C or Docker would; null when a signal ended it. */
  stop(): Promise<number | null>;
  /** Kills it without a word. */
  kill(): Promise<void>;
  /** Starts it again on the same port. */
  restart(): Promise<void>;
}

interface Running {
  child: ChildProcess;
  url: string;
  said(): string;
}

async function launch({ script, args = [], env, ready }: ProgramOptions): Promise<Running> {
  const child = spawn(process.execPath, [join(projectRoot, 'dist', script), ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      words = (words + chunk).slice(-KEPT_WORDS);
    });
  }
  for await (const line of createInterface({ input: child.stdout })) {
    const url = ready.exec(line)?.[1];
    if (url === undefined) continue;
    // Leaving the loop has paused it, and a full pipe would stop the program.
    child.stdout.resume();
    return { child, url, said: () => words };
  }
  throw new Error(`${script} did not start:\n${words}`);
}

export async function startProgram(options: ProgramOptions): Promise<Program> {
  let running = await launch(options);
  const port = new URL(running.url).port;
  const ended = async (signal: NodeJS.Signals) => {
    const { child } = running;
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit');
      child.kill(signal);
      await exited;
    }
    return child.exitCode;
  };
  return {
    url: running.url,
    said: () => running.said(),
    stop: () => ended('SIGTERM'),
    kill: async () => void (await ended('SIGKILL')),
    async restart() {
      running = await launch({ ...options, env: { ...options.env, PORT: port } });
    },
  };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Program, startProgram } from './program.ts';

export interface Product extends Program {
  dataFolder: string;
  /** Stops it and removes the data folder. */
  end(): Promise<void>;
}

/** The real product in one process with a fresh data folder. */
export async function startProduct(env: NodeJS.ProcessEnv = {}): Promise<Product> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'marquee-e2e-'));
  const program = await startProgram({
    script: 'marquee.mjs',
    args: ['start'],
    env: { PORT: '0', MARQUEE_DATA: dataFolder, ...env },
    ready: /ready: (http:\S+)/,
  });
  return {
    ...program,
    dataFolder,
    async end() {
      await program.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

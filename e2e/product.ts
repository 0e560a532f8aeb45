import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Program, projectRoot, startProgram } from './program.ts';

/** Pictures that were drawn once: drawing them anew for each product would be most of the time. */
export const drawnArt = join(projectRoot, 'node_modules/.cache/marquee/demo-art');

export interface Product extends Program {
  dataFolder: string;
  /** Stops it and removes the data folder. */
  end(): Promise<void>;
}

/** The real product in one process with a fresh data folder; `art: 'fresh'` also draws the demo's pictures anew. */
export async function startProduct({
  art = 'drawn',
  env = {},
}: {
  art?: 'drawn' | 'fresh';
  env?: NodeJS.ProcessEnv;
} = {}): Promise<Product> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'marquee-e2e-'));
  if (art === 'drawn') {
    await mkdir(drawnArt, { recursive: true });
    await mkdir(join(dataFolder, 'cache'));
    await symlink(drawnArt, join(dataFolder, 'cache/demo-art'));
  }
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

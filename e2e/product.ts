import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dressingBook } from '../standalone/src/demo/dressing-book.ts';
import { dataPaths } from '../standalone/src/paths.ts';
import { type Account, setUp } from './account.ts';
import { type Program, projectRoot, startProgram } from './program.ts';

/** Pictures that were drawn once: drawing them anew for each product would be most of the time. */
export const drawnArt = join(projectRoot, 'node_modules/.cache/marquee/demo-art');

export interface Product extends Program, Account {
  dataFolder: string;
  /** Stops it and removes the data folder. */
  end(): Promise<void>;
}

/**
 * The real product in one process with a fresh data folder and its first admin; `art: 'fresh'` also draws the demo's
 * pictures anew, `posters: 'dressed'` gives them overlays meanwhile, which keeps a core busy for minutes, and
 * `people: 'nobody'` leaves the set-up to the journey.
 */
export async function startProduct({
  art = 'drawn',
  posters = 'plain',
  people = 'owner',
  env = {},
}: {
  art?: 'drawn' | 'fresh';
  posters?: 'plain' | 'dressed';
  people?: 'owner' | 'nobody';
  env?: NodeJS.ProcessEnv;
} = {}): Promise<Product> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'marquee-e2e-'));
  if (art === 'drawn') {
    await mkdir(drawnArt, { recursive: true });
    await mkdir(join(dataFolder, 'cache'));
    await symlink(drawnArt, join(dataFolder, 'cache/demo-art'));
  }
  if (posters === 'plain') await leavePostersPlain(dataFolder);
  const program = await startProgram({
    script: 'marquee.mjs',
    args: ['start'],
    env: { PORT: '0', MARQUEE_DATA: dataFolder, ...env },
    ready: /ready: (http:\S+)/,
  });
  const account =
    people === 'owner' ? await setUp(program.url, dataFolder) : { headers: { authorization: '' } };
  return {
    ...program,
    ...account,
    dataFolder,
    async end() {
      await program.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function leavePostersPlain(dataFolder: string): Promise<void> {
  const book = dressingBook(dataPaths(dataFolder).demoDressed);
  await book.begin();
  await book.close();
}

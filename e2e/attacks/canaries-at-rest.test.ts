import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Library } from '@marquee/contracts';
import { type PlexStandIn, startDemoPlex } from '@marquee/stand-ins';
import { z } from 'zod';
import { owner } from '../account.ts';
import { ask } from '../ask.ts';
import { drawnArt, type Product, startProduct } from '../product.ts';
import { projectRoot } from '../program.ts';
import { run } from '../run.ts';
import { until } from '../until.ts';
import { createCanaries } from './canaries.ts';
import { eachFile } from './each-file.ts';
import { provokeErrors, walkEverywhere } from './walk.ts';

jest.setTimeout(60_000);

const canaries = createCanaries();
let plex: PlexStandIn;
let marquee: Product;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marquee-canaries-'));
  plex = await startDemoPlex({ cacheDir: drawnArt });
  const [ownerOfPlex] = plex.state.accounts;
  if (!ownerOfPlex) throw new Error('The demo has an owner');
  ownerOfPlex.accessToken = canaries.plant('Plex token of the environment');
  marquee = await startProduct({
    env: { MARQUEE_PLEX_URL: plex.url, MARQUEE_PLEX_TOKEN: ownerOfPlex.accessToken },
  });
  canaries.watch('API key', marquee.headers.authorization.slice('Bearer '.length));
  canaries.watch('password', owner.password);
  canaries.watch('set-up code', /one-time code: (\S+)/.exec(marquee.said())?.[1] ?? '');
  const dataKey = await readFile(join(marquee.dataFolder, 'secrets', 'data_key'), 'utf8');
  canaries.watch('data key', dataKey.trim());
});
afterAll(async () => {
  await marquee?.end();
  await plex?.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => expect(canaries.sightings()).toEqual([]));

test('a Plex token of the environment is in no answer, also when Plex fails', async () => {
  const { url, headers } = marquee;
  const [films] = await until(
    async () => z.array(Library).parse((await ask(`${url}/api/libraries`, { headers })).data),
    ({ length }) => length > 0,
  );
  const places = {
    libraryId: films?.id ?? '',
    itemId: films?.collage[0] ?? '',
    kind: 'poster',
    section: 'plex',
  };
  // The password of the owner of these tests is also an example of the API page.
  const seen = (where: string, text: string) => canaries.search(where, text.replaceAll(owner.password, ''));
  await walkEverywhere({ url, headers, places, seen });
  await provokeErrors({ url, headers, places, seen });
  plex.faults.add({ path: '*', effect: { kind: 'status', status: 401 } });
  await walkEverywhere({ url, headers, places, seen });
});

test('a backup holds none, nor does the data folder but for the file of the data key', async () => {
  const archive = join(folder, 'backup.tar.gz');
  await run(process.execPath, [join(projectRoot, 'dist/marquee.mjs'), 'backup', archive], {
    env: { ...process.env, MARQUEE_DATA: marquee.dataFolder },
  });
  await run('tar', ['-xzf', archive, '-C', folder]);
  await rm(archive);
  const packed = await eachFile(folder, (path, text) => canaries.search(`backup: ${path}`, text));
  expect(packed).toContain('gateway/gateway.db');
  expect(packed.filter((path) => /key|secret/.test(path))).toEqual([]);
  await eachFile(marquee.dataFolder, (path, text) => {
    if (path !== 'secrets/data_key') canaries.search(path, text);
  });
});

test('nothing of it was said, but for the set-up code in its one line', () => {
  const lines = marquee.said().split('\n');
  canaries.search('output', lines.filter((line) => !line.includes('one-time code')).join('\n'));
  expect(lines.filter((line) => line.includes('one-time code'))).toHaveLength(1);
});

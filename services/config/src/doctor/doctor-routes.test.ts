import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConfigDoctor, DoctorPreview } from '@marquee/contracts';
import { fileIdOf } from '../files/file-id.ts';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';

let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
});
afterEach(() => config.close());
const { get, post } = asking(() => config, 'editor');
const put = (path: string, text: string) => writeFile(join(config.root, path), text);
const onDisk = (path: string) => readFile(join(config.root, path), 'utf8');
const examine = async (): Promise<ConfigDoctor> => (await get('/config/doctor').expect(200)).body.data;
const idsOf = ({ kinds }: ConfigDoctor, ...codes: string[]) =>
  kinds
    .filter(({ code }) => codes.length === 0 || codes.includes(code))
    .flatMap(({ places }) => places.filter(({ fix }) => fix !== null).map(({ id }) => id));
const preview = async (places: string[]): Promise<DoctorPreview> =>
  (await post('/config/doctor/preview').send({ places }).expect(200)).body.data;
const seen = ({ files }: DoctorPreview) => files.map(({ fileId, etag }) => ({ fileId, etag }));

/** Old names, some of which move to the same place. */
const CONFIG = `# mine
libraries:
  Films:
    reapply_overlays: true   # for now
    collection_files:
      - pmm: basic
      - file: config/films.yml
plex:
  url: http://plex:32400
  token: T0K3N-T0K3N
  sync_mode: sync
  show_missing: true
tmdb:
  apikey: S3CR3T-S3CR3T
`;
const FILMS = `collections:
  Charts:
    trakt_chart: {chart: trending}
    collection_minimum: 3
`;

test('an empty folder has no score, and nothing to tell', async () => {
  expect(await examine()).toMatchObject({ files: 0, hasConfig: false, score: null, kinds: [] });
});

test('findings stand under what they are, the worst first, and the score adds up', async () => {
  await put('config.yml', CONFIG);
  await put('films.yml', FILMS);
  await put('lost.yml', 'collections:\n  A: {plex_all: true}\n');
  const { hasConfig, score, kinds } = await examine();
  expect(hasConfig).toBe(true);
  expect(kinds.map(({ group, code, places }) => `${group} ${code} ${places.length}`)).toEqual([
    'credentials credentials.missing 1',
    'risky risk.reapply-overlays 1',
    'renamed config.moved-key 2',
    'renamed config.renamed-key 1',
    'renamed definition.old-name 1',
    'unused file.unused 1',
  ]);
  const points = score?.parts.reduce((sum, part) => sum + part.points, 0);
  expect(score?.value).toBe(100 - (points ?? 0));
  expect(kinds[0]?.places[0]).toMatchObject({
    ...{ file: 'config.yml', fileId: fileIdOf('config.yml'), severity: 'warning', fix: null },
    message: '1 collection needs Trakt; config.yml has no trakt section',
  });
});

test('fixes are shown before, then made in all files as one version that can be gone back from', async () => {
  await put('config.yml', CONFIG);
  await put('films.yml', FILMS);
  const places = idsOf(await examine());
  const shown = await preview(places);
  expect(shown).toMatchObject({ fixed: 5, left: [] });
  expect(shown.files.map(({ file }) => file)).toEqual(['config.yml', 'films.yml']);
  expect(shown.files[0]?.after).toBe(`# mine
libraries:
  Films:
    reapply_overlays: false   # for now
    collection_files:
      - default: basic
      - file: config/films.yml
settings:
  show_missing: true
  sync_mode: sync
plex:
  url: http://plex:32400
  token: <<hidden:plex/token>>
tmdb:
  apikey: <<hidden:tmdb/apikey>>
`);
  expect(await onDisk('config.yml')).toBe(CONFIG);

  const fixed = await post('/config/doctor/fix')
    .send({ places, files: seen(shown) })
    .expect(200);
  expect(fixed.body.data).toMatchObject({ fixed: 5, left: [] });
  const { version } = fixed.body.data;
  expect(version.message).toBe('Mend 5 things that the doctor found');
  expect(version.files.map(({ path }: { path: string }) => path)).toEqual(['config.yml', 'films.yml']);
  expect(await onDisk('config.yml')).toContain('  token: T0K3N-T0K3N\n');
  expect(await onDisk('films.yml')).toContain('minimum_items: 3');
  expect(idsOf(await examine())).toEqual([]);

  const { body } = await get('/config/versions?limit=10').expect(200);
  const before = body.data.entries[1].id;
  await post('/config/restore').send({ versionId: before }).expect(200);
  expect(await onDisk('config.yml')).toBe(CONFIG);
});

test('a file that changed since it was seen, or was not seen, is not written, nor any other', async () => {
  await put('config.yml', CONFIG);
  await put('films.yml', FILMS);
  const places = idsOf(await examine());
  const shown = await preview(places);
  const fix = (files: unknown) => post('/config/doctor/fix').send({ places, files });
  const unseen = await fix(seen(shown).slice(0, 1)).expect(412);
  expect(unseen.body.error.details[0]).toMatchObject({ file: 'films.yml' });
  await put('config.yml', `${CONFIG}# more\n`);
  await fix(seen(shown)).expect(412);
  expect(await onDisk('films.yml')).toBe(FILMS);
  expect(await onDisk('config.yml')).toBe(`${CONFIG}# more\n`);
});

test('what is no longer there, or cannot be mended, is told and left', async () => {
  await put('config.yml', CONFIG);
  const { kinds } = await examine();
  const missing = kinds.find(({ code }) => code === 'config.missing-file')?.places[0]?.id ?? '';
  const [moved = ''] = idsOf(await examine(), 'config.moved-key');
  await put('config.yml', CONFIG.replace('  sync_mode: sync\n', '').replace('  show_missing: true\n', ''));
  const shown = await preview([missing, moved]);
  expect(shown).toEqual({ files: [], fixed: 0, left: [missing, moved] });
  const fixed = await post('/config/doctor/fix')
    .send({ places: [missing], files: [] })
    .expect(200);
  expect(fixed.body.data).toEqual({ version: null, fixed: 0, left: [missing] });
});

test('no secret is told', async () => {
  await put('config.yml', `${CONFIG}radarr: {url: http://r, token: R4D4RR-K3Y, add_missing: true}\n`);
  const answer = await get('/config/doctor').expect(200);
  const places = idsOf(answer.body.data);
  const shown = await post('/config/doctor/preview').send({ places }).expect(200);
  expect(answer.text + shown.text).not.toMatch(/T0K3N|S3CR3T|R4D4RR/);
  expect(shown.body.data.files[0].after).toContain('token: <<hidden:radarr/token>>, add_missing: false');
});

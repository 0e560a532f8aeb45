import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DynamicPreview } from '@marquee/contracts';
import { fileIdOf } from '../files/file-id.ts';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';
import { rankedPeople } from './dynamic-keys.ts';

const files = {
  'config.yml': `libraries:
  Films:
    collection_files:
    - file: config/films.yml
      template_variables: {exclude: ["Film, Noir"]}
`,
  'films.yml': `templates:
  rated:
    plex_search: {all: {genre: <<value>>, audience_rating.gte: <<least>>}}
    minimum_items: <<least>>
    name: <<key>> films
collections:
  Top Comedy movies:
    plex_all: true
`,
};

let config: RunningConfig;
beforeAll(async () => {
  config = await runningConfig();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(config.root, path)), { recursive: true });
    await writeFile(join(config.root, path), text);
  }
});
afterAll(async () => {
  expect(config.standIn.failures).toEqual([]);
  await config.close();
});
const { post } = asking(() => config);
const ask = (definition: unknown, more: object = {}) =>
  post('/collections/dynamic-preview').send({ libraryId: 'attic.1', name: 'Mine', definition, ...more });
async function preview(definition: unknown, more: object = {}): Promise<DynamicPreview> {
  return (await ask(definition, more).expect(200)).body.data;
}
const inFile = { fileId: fileIdOf('films.yml') };
const counts = ({ collections }: DynamicPreview) =>
  collections.map(({ title, count }) => `${title}: ${count}`);

test('one for each that Plex lists, with how many items it would hold', async () => {
  const told = await preview({ type: 'genre', exclude: 'Film, Noir', addons: { Drama: ['Comedy'] } });
  expect(told).toMatchObject({ state: 'asked', message: 'Plex lists them', notes: [] });
  expect(told.collections).toEqual([
    {
      ...{ title: 'Top Drama movies', key: 'Drama', with: ['Comedy'], state: 'asked', count: 50 },
      ...{ message: 'Plex finds them', made: true, present: null },
    },
  ]);
});

test('a collection that Plex has is told', async () => {
  const title_override = { Drama: 'Favourites' };
  const { collections } = await preview({ type: 'genre', include: 'Drama', title_override });
  expect(collections).toMatchObject([{ title: 'Favourites', present: { size: 3, smart: false } }]);
});

test('what config.yml gives the file, and what else the file makes, are heeded', async () => {
  const told = await preview({ type: 'genre' }, inFile);
  expect(counts(told)).toEqual(['Top Drama movies: 44']);
  expect(told.notes).toEqual(['“Top Comedy movies” is there already and is left out']);
});

test('templates of the file write them, with their variables', async () => {
  const told = await preview(
    { type: 'genre', template: 'rated', template_variables: { least: { default: 5, Drama: 9 } } },
    inFile,
  );
  expect(counts(told)).toEqual(['Drama films: 5']);
  expect(told.collections[0]).toMatchObject({
    ...{ made: false, message: 'minimum_items is 9: Kometa would make no collection' },
  });
  const missing = await preview({ type: 'genre', template: 'nobody' }, inFile);
  expect(missing.collections[0]).toMatchObject({ state: 'refused', count: null });
  const nowhere = await preview({ type: 'genre', template: 'rated' });
  expect(nowhere.collections[0]).toMatchObject({ state: 'unsure', count: null });
});

test.each([
  ['year', 'attic.1', ['Best movies of 2002: 43', 'Best movies of 2001: 43', 'Best movies of 2000: 44']],
  ['decade', 'attic.1', ['Best movies of the 2000s: 50']],
  ['decade', 'attic.2', ['Best shows of the 2010s: 1']],
  ['genre', 'attic.2', ['Top Mystery shows: 1']],
  ['genre', 'attic.3', ['Most Played Folk artists: 1']],
])('by %s in %s', async (type, libraryId, expected) => {
  expect(counts(await preview({ type }, { libraryId }))).toEqual(expected);
});

test('resolutions are asked by their keys; what a run would delete is told', async () => {
  const resolutions = await preview({ type: 'resolution' });
  expect(resolutions.collections.map(({ key }) => key).sort()).toEqual(['1080', '4k', '720', 'sd']);
  expect(resolutions.collections.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(130);
  const { notes } = await preview({ type: 'resolution', sync: true });
  expect(notes).toEqual(['sync: collections with the label “Mine” that no longer come out are deleted']);
});

test('of thousands the first are listed, and fewer counted', async () => {
  const data = Object.fromEntries(Array.from({ length: 2_500 }, (_, at) => [`k${at}`, `Genre ${at}`]));
  const template = 'rated';
  const template_variables = { least: Object.fromEntries(Object.keys(data).map((key) => [key, 1])) };
  const custom = { type: 'custom', data, template, template_variables };
  const told = await preview(custom, inFile);
  expect([told.total, told.collections.length]).toEqual([2_500, 2_000]);
  expect(told.collections.filter(({ message }) => /first 200/.test(message))).toHaveLength(1_800);
  expect(told.notes).toContainEqual(
    '2500 collections come out; the first 2000 are listed and the first 200 are counted',
  );
  const rest = await preview({ ...custom, include: ['k7'], other_name: 'The rest' }, inFile);
  expect(rest.collections.map(({ with: others }) => others.length)).toEqual([0, 1_000]);
});

test.each([
  [
    { type: 'tmdb_collection' },
    { state: 'needs', service: 'tmdb', message: 'tmdb_collection needs TMDb; not asked here' },
  ],
  [{ type: 'network' }, { state: 'refused', message: expect.stringContaining('network') }],
  [{ title_format: 'x' }, { state: 'refused', message: 'It has no type' }],
  [{ type: 'actor' }, { state: 'refused', message: expect.stringContaining('Nothing is found') }],
  [{ type: 'number', data: { ending: 1_000_000 } }, { state: 'unsure' }],
])('%j makes none', async (definition, told) => {
  expect(await preview(definition)).toMatchObject({ ...told, collections: [] });
});

test('a library that one may not see is not there', async () => {
  await ask({ type: 'genre' }, { libraryId: 'attic.99' }).expect(404);
});

test('who is named first most often, after those who must be there', () => {
  const casts = [
    ['Ann', 'Bob', 'Cy'],
    ['Bob', 'Dee', 'Ann'],
    ['Bob', 'Ann', 'Dee'],
    ['Cy', 'Dee'],
  ];
  const all = { depth: 2, minimum: 1, limit: null, include: [], exclude: [] };
  expect(rankedPeople(casts, all)).toEqual(['Bob', 'Ann', 'Dee', 'Cy']);
  expect(rankedPeople(casts, { ...all, minimum: 2 })).toEqual(['Bob', 'Ann', 'Dee']);
  expect(rankedPeople(casts, { ...all, depth: 3, exclude: ['Bob'], limit: 2 })).toEqual(['Ann', 'Dee']);
  expect(rankedPeople(casts, { ...all, include: ['Cy'], limit: 2 })).toEqual(['Cy', 'Bob']);
});

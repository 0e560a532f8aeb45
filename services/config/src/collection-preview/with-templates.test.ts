import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CollectionPreview } from '@marquee/contracts';
import { fileIdOf } from '../files/file-id.ts';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';

const files = {
  'config.yml': `libraries:
  Films:
    template_variables: {least: 2001}
    collection_files:
    - file: config/films.yml
      template_variables: {kind: Comedy}
`,
  'films.yml': `templates:
  genre:
    default: {kind: Drama, least: 1900}
    optional: [limit]
    plex_search:
      all:
        genre: <<kind>>
        year.gte: <<least>>
    limit: <<limit>>
    name: <<mapping_name>> films
  kept:
    filters: {label: <<label>>}
    sync_mode: sync
  off: {run_definition: show, plex_all: true}
  wrong: {default: }
external_templates:
- file: config/parts/shared.yml
- default: templates
`,
  'alone.yml': 'templates:\n  genre: {plex_search: {all: {genre: <<kind>>}}}\n',
  'parts/shared.yml': 'templates:\n  elsewhere: {plex_search: {all: {year: <<year>>}}}\n',
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

const ask = (definition: unknown, path: string | null = 'films.yml') =>
  post('/collections/preview').send({
    ...{ libraryId: 'attic.1', name: 'Mine', definition },
    ...(path !== null && { fileId: fileIdOf(path) }),
  });
async function preview(...asked: Parameters<typeof ask>): Promise<CollectionPreview> {
  const { body } = await ask(...asked).expect(200);
  return body.data;
}

test('what a template writes is asked, with what config.yml gives the file', async () => {
  const { builders, total, notes } = await preview({ template: { name: 'genre' } });
  // Comedies of 2001 and later: all of them.
  expect(builders).toEqual([
    { builder: 'plex_search', state: 'asked', count: 43, message: 'Plex finds them' },
  ]);
  expect([total, notes]).toEqual([43, []]);
});

test('a file that config.yml does not list has what the library gives', async () => {
  const { total } = await preview({ template: { name: 'genre', kind: 'Drama' } }, 'alone.yml');
  expect(total).toBe(44);
});

test('several templates, limits and filters are put together', async () => {
  const template = [{ name: 'genre' }, { name: 'kept', label: 'Keep' }];
  const { total, filters } = await preview({ template });
  expect(filters.state).toBe('applied');
  expect(total).toBe(4);
  expect((await preview({ template: { name: 'genre', limit: 3 } })).total).toBe(3);
});

test('a template of another file of the folder', async () => {
  const { total } = await preview({ template: { name: 'elsewhere', year: 2000 } });
  expect(total).toBe(44);
});

test('the collection in Plex is the one that the template names', async () => {
  const { collection } = await preview({ template: { name: 'genre' }, name: 'Favourites' });
  expect(collection?.exists).toBe(true);
});

test.each([
  [
    { template: { name: 'wrong' } },
    'Kometa refuses what its templates make: “default” of the template is blank',
  ],
  [{ template: 'genre' }, 'Kometa refuses what its templates make: “template” must be a map'],
  [{ template: { name: 'off' } }, 'Kometa passes it over: run_definition leaves it to libraries of show'],
])('%j makes nothing', async (definition, note) => {
  const { total, notes } = await preview(definition);
  expect(total).toBe(0);
  expect(notes[0]).toContain(note);
});

test.each([
  [{ template: { name: 'ours' } }, 'films.yml', 'may come from Kometa’s own file “templates”'],
  [{ template: { name: 'genre' } }, null, 'It stands in no file yet'],
])('of %j in %s we cannot tell, and say why', async (definition, path, note) => {
  const { total, notes } = await preview({ ...definition, plex_search: { all: { year: 2000 } } }, path);
  expect(total).toBeNull();
  expect(notes.join()).toContain('It calls a template, and what that adds is not known: ');
  expect(notes.join()).toContain(note);
});

test('a file that is not there is told', async () => {
  const { body } = await ask({ template: { name: 'genre' } }, 'gone.yml').expect(404);
  expect(body.error.code).toBe('config.file-not-found');
});

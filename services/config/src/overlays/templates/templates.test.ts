import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@marquee/service-kit';
import { templateFolder } from '../../adapters/template-folder.ts';
import { asking } from '../../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../../testing/running-config.ts';
import { readTemplate } from './read-template.ts';

const STAR = `# How good it is
title: Rating with a star
group: rating
level: movie
definition:
  # The number
  overlay:
    name: text(<<audience_rating>>)

    font_color: '#FFF' # white
  plex_all: true
`;

test('a template’s definition keeps its comments, at the left edge', () => {
  expect(readTemplate('rating-star', STAR)).toEqual({
    id: 'rating-star',
    title: 'Rating with a star',
    group: 'rating',
    level: 'movie',
    shipped: true,
    yaml: `# The number
overlay:
  name: text(<<audience_rating>>)

  font_color: '#FFF' # white
plex_all: true
`,
  });
});

test.each([
  ['no YAML', 'title: ['],
  ['no group', STAR.replace('group: rating\n', '')],
  ['an unknown level', STAR.replace('movie', 'track')],
  ['no definition', 'title: a\ngroup: rating\nlevel: movie\n'],
  ['a definition in one line', 'title: a\ngroup: rating\nlevel: movie\ndefinition: {a: 1}\n'],
])('a template with %s is an error', (_name, source) => {
  expect(() => readTemplate('a', source)).toThrow();
});

test('those that come along are read from their folder, without the broken ones, which are logged', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'marquee-templates-'));
  try {
    await writeFile(join(folder, 'b.yml'), STAR);
    await writeFile(join(folder, 'a.yml'), STAR);
    await writeFile(join(folder, 'broken.yml'), 'title: [');
    await writeFile(join(folder, 'note.txt'), STAR);
    const logged: string[] = [];
    const log = createLogger({
      service: 'config',
      level: 'info',
      destination: { write: (line) => logged.push(line) },
    });
    expect((await templateFolder(folder, log).list()).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(logged.join()).toContain('broken.yml');
    expect(await templateFolder(join(folder, 'nowhere'), log).list()).toEqual([]);
    await mkdir(join(folder, 'inner'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

describe('one’s own', () => {
  let config: RunningConfig;
  beforeEach(async () => {
    config = await runningConfig();
  });
  afterEach(() => config.close());
  const { get, post, drop } = asking(() => config, 'editor');
  const wish = { title: 'Pill', level: 'movie', yaml: 'overlay:\n  name: text(A) # mine\n' };

  test('are kept for everybody and can be taken away', async () => {
    const { body } = await post('/overlays/templates').send(wish).expect(201);
    expect(body.data).toMatchObject({ ...wish, group: 'own', shipped: false });
    const list = async () => (await get('/overlays/templates').expect(200)).body.data;
    expect(await list()).toEqual([body.data]);
    await drop(`/overlays/templates/${body.data.id}`).expect(200);
    expect(await list()).toEqual([]);
    const gone = await drop(`/overlays/templates/${body.data.id}`).expect(404);
    expect(gone.body.error.code).toBe('overlay.template-not-found');
  });

  test.each(['a: [', '- a', 'text', ''])('that are no definition are refused: %j', async (yaml) => {
    const { body } = await post('/overlays/templates')
      .send({ ...wish, yaml })
      .expect(422);
    expect(body.error.code).toBe('overlay.invalid');
  });
});

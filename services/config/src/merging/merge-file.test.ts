import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileIdOf } from '../files/file-id.ts';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';

const YAML = 'plex:\n  url: http://plex:32400\n  token: T0K3N\nlibraries:\n  Films:\n  Series:\n';
const FILE = `/config/files/${fileIdOf('config.yml')}`;
let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
  await put('config.yml', YAML);
});
afterEach(() => config.close());
const { get, post, put: save } = asking(() => config, 'editor');
const put = (path: string, text: string) => writeFile(join(config.root, path), text);
const open = async () => (await get(FILE).expect(200)).body.data;

test('a save over an older reading is merged with what came between, and saved with the ETag of the answer', async () => {
  const { content, etag } = await open();
  await put('config.yml', YAML.replace('Series', 'Shows'));
  const mine = content.replace('http:', 'https:');
  await save(FILE).set('if-match', etag).send({ content: mine }).expect(412);
  for (const began of [{ base: content }, { baseEtag: etag }]) {
    const { body } = await post(`${FILE}/merge`)
      .send({ mine, ...began })
      .expect(200);
    expect(body.data).toMatchObject({
      text: content.replace('http:', 'https:').replace('Series', 'Shows'),
      conflicts: [],
      theirs: content.replace('Series', 'Shows'),
      etag: (await open()).etag,
    });
  }
  // Nothing was written.
  expect(await readFile(join(config.root, 'config.yml'), 'utf8')).toBe(YAML.replace('Series', 'Shows'));
  const { body } = await post(`${FILE}/merge`).send({ mine, base: content });
  await save(FILE).set('if-match', body.data.etag).send({ content: body.data.text }).expect(200);
  expect(await readFile(join(config.root, 'config.yml'), 'utf8')).toBe(
    YAML.replace('Series', 'Shows').replace('http:', 'https:'),
  );
});

test('the same line changed by both is a conflict', async () => {
  const { content, etag } = await open();
  await put('config.yml', YAML.replace('Series', 'Shows'));
  const mine = content.replace('Series', 'Serials');
  const { body } = await post(`${FILE}/merge`).send({ mine, baseEtag: etag }).expect(200);
  expect(body.data).toMatchObject({
    text: mine,
    conflicts: [{ line: 6, lines: 1, mine: '  Serials:\n', base: '  Series:\n', theirs: '  Shows:\n' }],
  });
});

test('an ETag that nobody was given, or none at all, is refused', async () => {
  await open();
  const { body } = await post(`${FILE}/merge`).send({ mine: 'x', baseEtag: '"never"' }).expect(404);
  expect(body.error.code).toBe('config.version-not-found');
  await post(`${FILE}/merge`).send({ mine: 'x' }).expect(422);
});

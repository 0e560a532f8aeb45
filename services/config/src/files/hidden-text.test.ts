import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';
import { fileIdOf } from './file-id.ts';

let config: RunningConfig;
const yaml = 'plex:\n  url: http://plex:32400\n  token: abc-123 # the owner’s\ntmdb:\n  apikey: "def"\n';
beforeEach(async () => {
  config = await runningConfig();
  await writeFile(join(config.root, 'config.yml'), yaml);
});
afterEach(() => config.close());
const { get, post, put } = asking(() => config, 'editor');
const ID = fileIdOf('config.yml');
const onDisk = () => readFile(join(config.root, 'config.yml'), 'utf8');
const open = async () => (await get(`/config/files/${ID}`).expect(200)).body.data;
const save = async (content: string, status: number) =>
  (
    await put(`/config/files/${ID}`)
      .set('if-match', (await open()).etag)
      .send({ content })
      .expect(status)
  ).body;

test('keys and tokens do not leave the server; saved as they are shown they stay', async () => {
  const { content } = await open();
  expect(content).toBe(
    yaml.replace('abc-123', '<<hidden:plex/token>>').replace('"def"', '<<hidden:tmdb/apikey>>'),
  );
  const { data } = await save(content.replace('plex:32400', 'nas:32400'), 200);
  expect(data.content).toContain('token: <<hidden:plex/token>>');
  expect(await onDisk()).toBe(yaml.replace('plex:32400', 'nas:32400'));
});

test('another value takes the place of a hidden one, and is hidden in turn', async () => {
  const { data } = await save((await open()).content.replace('<<hidden:plex/token>>', 'new'), 200);
  expect(data.content).toContain('token: <<hidden:plex/token>>');
  expect(await onDisk()).toBe(yaml.replace('abc-123', 'new'));
});

test('a placeholder that stands for nothing is told with its place, and nothing is written', async () => {
  const { error } = await save(`${(await open()).content}x: <<hidden:trakt/pin>>\n`, 422);
  expect(error).toMatchObject({
    code: 'config.secret-unknown',
    details: [{ file: 'config.yml', line: 6, column: 4, message: expect.stringContaining('trakt/pin') }],
  });
  expect(await onDisk()).toBe(yaml);
  const refused = await post('/config/files')
    .send({ path: 'b.yml', content: 'token: <<hidden:plex/token>>' })
    .expect(422);
  expect(refused.body.error.code).toBe('config.secret-unknown');
});

test('overlay files and their versions have none either', async () => {
  const text = 'overlays:\n  a:\n    overlay: {name: a, url: "https://h/a.png?apikey=K3Y"}\n';
  const made = await post('/overlays/files').send({ path: 'overlays/a.yml', text }).expect(201);
  expect(JSON.stringify(made.body)).not.toContain('K3Y');
  const { id } = made.body.data;
  for (const path of ['/overlays', `/overlays/files/${id}`, `/overlays/files/${id}/versions/v1`])
    expect((await get(path).expect(200)).text).not.toContain('K3Y');
  expect(await readFile(join(config.root, 'overlays/a.yml'), 'utf8')).toBe(text);
});

test('a placeholder that is moved to where its value would be shown is refused', async () => {
  const { content } = await open();
  const moves = [
    content.replace('url: http://plex:32400', 'url: <<hidden:plex/token>>'),
    `${content}# <<hidden:tmdb/apikey>>\n`,
    content.replace('token:', 'tokn:'),
  ];
  for (const moved of moves) {
    const { error } = await save(moved, 422);
    expect(error).toMatchObject({ code: 'config.secret-exposed', details: [{ file: 'config.yml' }] });
  }
  expect(await onDisk()).toBe(yaml);
  // Where it is hidden again it may stand as often as one likes.
  await save(`${content}mal:\n  client_secret: <<hidden:plex/token>>\n`, 200);
  expect(await onDisk()).toContain('client_secret: abc-123');
});

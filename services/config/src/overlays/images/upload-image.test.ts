import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileSaved } from '@marquee/contracts';
import { hostilePaths } from '@marquee/testing';
import { asking } from '../../testing/ask.ts';
import { hostilePictures, plainPicture } from '../../testing/hostile-pictures.ts';
import { type RunningConfig, runningConfig } from '../../testing/running-config.ts';
import { until } from '../../testing/until.ts';

let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
});
afterEach(() => config.close());
const { post } = asking(() => config, 'editor');
const upload = (name: string, bytes: Uint8Array, type = 'image/png') =>
  post(`/overlays/images/${encodeURIComponent(name)}`)
    .set('content-type', type)
    .send(Buffer.from(bytes));
const inFolder = async () => (await readdir(config.root, { recursive: true })).sort();

test('a PNG lies where Kometa looks for it, byte for byte, and is announced', async () => {
  const heard: string[] = [];
  await config.bus.subscribe(fileSaved, {}, ({ path, by }) => void heard.push(`${path} by ${by}`));
  await config.start();
  const picture = await plainPicture('png', 30, 20);
  const { body } = await upload('my ribbon-2', picture).expect(201);
  expect(body.data).toEqual({ name: 'my ribbon-2', width: 30, height: 20, sizeBytes: picture.length });
  expect(await readFile(join(config.root, 'overlays/my ribbon-2.png'))).toEqual(Buffer.from(picture));
  await until(() => heard.length > 0);
  expect(heard).toEqual(['overlays/my ribbon-2.png by editor-1']);
});

test('a picture is never overwritten', async () => {
  const first = await plainPicture('png', 3, 3);
  await upload('ribbon', first).expect(201);
  const { body } = await upload('ribbon', await plainPicture('png', 4, 4)).expect(409);
  expect(body.error.code).toBe('config.file-exists');
  expect(await readFile(join(config.root, 'overlays/ribbon.png'))).toEqual(Buffer.from(first));
});

// Half a character cannot stand in an address at all.
const addressable = hostilePaths
  .filter(([, path]) => !/\p{Cs}/u.test(path))
  .map(([why, path]): [string, string] => [why, path]);

test.each([...addressable, ['hidden', '.a'], ['device', 'con'], ['ends with a dot', 'a.']])(
  'the name %s is refused: %j',
  async (_name, name) => {
    const { status } = await upload(name, await plainPicture('png', 3, 3));
    // Some never get as far as the route.
    expect([400, 404, 422]).toContain(status);
    expect((await inFolder()).filter((path) => path !== 'overlays')).toEqual([]);
  },
);

test('anything but a PNG is refused, whatever it calls itself', async () => {
  const pictures: [string, Uint8Array][] = [
    ['a jpeg', await plainPicture('jpeg', 3, 3)],
    ['a webp', await plainPicture('webp', 3, 3)],
    ['the beginning of a png', (await plainPicture('png', 300, 300)).subarray(0, 40)],
    ...(await hostilePictures()).map(([name, bytes]): [string, Uint8Array] => [name, bytes]),
  ];
  for (const [name, bytes] of pictures) {
    const { status, body } = await upload('ribbon', bytes);
    expect([name, status, body.error.code]).toEqual([
      name,
      422,
      expect.stringMatching(/^(image\.(unreadable|too-large)|request\.invalid)$/),
    ]);
  }
  expect(await inFolder()).toEqual([]);
});

test('more than 25 megapixels are refused before anything is decoded', async () => {
  const bytes = Buffer.from(await plainPicture('png', 3, 3));
  bytes.writeUInt32BE(5_001, 16);
  bytes.writeUInt32BE(5_000, 20);
  expect((await upload('ribbon', bytes).expect(422)).body.error.code).toBe('image.too-large');
});

test('a folder that is a link is not written through', async () => {
  await mkdir(join(config.root, '../elsewhere'));
  await symlink('../elsewhere', join(config.root, 'overlays'));
  const { body } = await upload('ribbon', await plainPicture('png', 3, 3)).expect(403);
  expect(body.error.code).toBe('config.outside-folder');
  expect(await readdir(join(config.root, '../elsewhere'))).toEqual([]);
});

import { createHash } from 'node:crypto';
import { mkdir, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { overlayItemsAsked, type Principal } from '@marquee/contracts';
import { plainPicture } from '../../testing/hostile-pictures.ts';
import { NO_POSTER, PRIVATE_FILM, plexLibrary } from '../../testing/plex-library.ts';
import { type RunningConfig, runningConfig } from '../../testing/running-config.ts';

const everybody: Principal = {
  id: 'ada',
  name: 'Ada',
  role: 'viewer',
  libraries: 'all',
  via: { kind: 'session', id: '1' },
};
const ORIGINALS = 'overlays/Films Original Posters';

let config: RunningConfig;
beforeEach(async () => {
  const library = plexLibrary();
  const labelled = library.items.find(({ ratingKey }) => ratingKey === 1001);
  if (labelled) labelled.tags = { label: ['OVERLAY'] };
  config = await runningConfig({ plex: { library }, started: true });
  await mkdir(join(config.root, ORIGINALS), { recursive: true });
});
afterEach(() => config.close());

const ask = async (itemIds: string[], principal = everybody) =>
  (await config.bus.request(overlayItemsAsked, { principal, itemIds, files: [], withBase: true })).items;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('without the label it is what Plex shows now, in its full size', async () => {
  await writeFile(join(config.root, ORIGINALS, '1002.png'), await plainPicture('png', 4, 4));
  const [item] = await ask(['attic.1002']);
  const shown = await config.server.client.images.download('/library/metadata/1002/thumb/1700000001');
  expect(item).toMatchObject({
    base: { source: 'plex', version: '1700000001' },
    baseHash: sha256(shown.bytes),
  });
});

test('with the label it is what Kometa put aside; png before jpg before webp', async () => {
  const kept = { webp: 8, jpg: 7, png: 6 };
  for (const [extension, size] of Object.entries(kept)) {
    const format = extension === 'jpg' ? 'jpeg' : extension;
    const picture = await plainPicture(format as 'jpeg' | 'png' | 'webp', size, size);
    await writeFile(join(config.root, ORIGINALS, `1001.${extension}`), picture);
    const [item] = await ask(['attic.1001']);
    expect(item).toMatchObject({ base: { source: 'original' }, baseHash: sha256(picture) });
  }
});

test('a poster that was put aside anew has another version', async () => {
  const path = join(config.root, ORIGINALS, '1001.jpg');
  await writeFile(path, await plainPicture('jpeg', 4, 4));
  const [before] = await ask(['attic.1001']);
  await utimes(path, new Date(), new Date(1_800_000_000_000));
  const [after] = await ask(['attic.1001']);
  expect(before).toMatchObject({ base: { version: expect.stringMatching(/./) } });
  expect(after).not.toMatchObject({ base: before && 'base' in before ? before.base : {} });
});

test('with the label and nothing put aside it is what Plex shows', async () => {
  expect((await ask(['attic.1001']))[0]).toMatchObject({ base: { source: 'plex' } });
});

test('a link is not followed, out of the folder or inside', async () => {
  await writeFile(join(config.root, 'secret.png'), await plainPicture('png', 4, 4));
  await symlink(join(config.root, 'secret.png'), join(config.root, ORIGINALS, '1001.png'));
  expect((await ask(['attic.1001']))[0]).toMatchObject({ base: { source: 'plex' } });
  await rm(join(config.root, ORIGINALS), { recursive: true });
  await symlink('/tmp', join(config.root, ORIGINALS));
  expect((await ask(['attic.1001']))[0]).toMatchObject({ base: { source: 'plex' } });
});

test('more than 20 MB, or no picture at all, is refused for this item alone', async () => {
  const path = join(config.root, ORIGINALS, '1001.png');
  await writeFile(path, '');
  await truncate(path, 20_000_001);
  expect(await ask(['attic.1001', 'attic.1002'])).toMatchObject([
    { itemId: 'attic.1001', code: 'image.too-large' },
    { itemId: 'attic.1002', baseHash: expect.any(String) },
  ]);
  await writeFile(path, '<svg/>');
  expect((await ask(['attic.1001']))[0]).toMatchObject({
    code: 'image.format',
    message: expect.stringContaining('The poster is not a JPEG, PNG or WebP picture'),
  });
});

test('an item without a poster has no base', async () => {
  expect((await ask([`attic.${NO_POSTER}`]))[0]).toMatchObject({
    base: { source: 'plex', version: '' },
    baseHash: null,
  });
});

test('a poster is fetched from Plex once', async () => {
  await ask(['attic.1002']);
  await ask(['attic.1002']);
  expect(config.asked().filter((asked) => asked.includes('/thumb/'))).toHaveLength(1);
});

test('an item that the person may not see is not there', async () => {
  const somebody: Principal = { ...everybody, libraries: ['attic.1'] };
  expect(await ask(['attic.1002', `attic.${PRIVATE_FILM}`], somebody)).toMatchObject([
    { itemId: 'attic.1002', libraryId: 'attic.1' },
    { itemId: `attic.${PRIVATE_FILM}`, code: 'item.not-found' },
  ]);
});

test('why an item cannot be read is told without an address of Plex', async () => {
  await config.standIn.close();
  const [item] = await ask(['attic.1050']);
  expect(item).toMatchObject({ itemId: 'attic.1050', code: 'plex.unreachable' });
  expect(JSON.stringify(item)).not.toMatch(/GET|library\/|127\.0\.0\.1/);
});

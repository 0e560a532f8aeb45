import { openPlex } from '../testing/open-plex.ts';
import { pixel } from '../testing/small-library.ts';

const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1]);
const webp = Uint8Array.from(Buffer.from('RIFF\0\0\0\0WEBPVP8 '));
const upload = (body: Uint8Array) => ({ method: 'POST', body });
const posters = '/library/metadata/101/posters';

const thumbOf = async (plex: ReturnType<typeof openPlex>, key = 101) =>
  String(((await plex.json(`/library/metadata/${key}`)).Metadata ?? [])[0]?.thumb);

test.each([
  ['image/jpeg', jpeg],
  ['image/png', pixel],
  ['image/webp', webp],
])('an uploaded %s is chosen at once and served as exactly that', async (type, bytes) => {
  const plex = openPlex();
  const before = await thumbOf(plex);
  expect((await plex.ask(posters, upload(bytes))).status).toBe(200);
  const after = await thumbOf(plex);
  expect(after).not.toBe(before);
  const served = await plex.ask(after);
  expect([served.contentType, Buffer.compare(served.body, bytes)]).toEqual([type, 0]);
});

test('a picture nobody uploaded is asked from its source, by its key', async () => {
  const plex = openPlex();
  const asked: unknown[] = [];
  plex.world.images = async (owner, kind, key) => {
    asked.push([owner.ratingKey, kind, key]);
    return { bytes: jpeg, contentType: 'image/jpeg' };
  };
  await plex.ask(await thumbOf(plex));
  expect(asked).toEqual([[101, 'poster', 'metadata://posters/101']]);
});

test('what is no picture is refused and changes nothing', async () => {
  const plex = openPlex();
  for (const body of [new Uint8Array(), Buffer.from('<html>'), Buffer.from('RIFFxxxxWAVE')])
    expect((await plex.ask(posters, upload(body))).status).toBe(400);
  expect((await plex.json(posters)).size).toBe(1);
});

test('a picture of this server may be named by url, under any host name', async () => {
  const plex = openPlex();
  await plex.ask(posters, upload(webp));
  const file = encodeURIComponent(
    'http://plex.example:32400/library/metadata/101/file?url=upload%3A%2F%2Fposters%2F2&X-Plex-Token=t',
  );
  expect((await plex.ask(`/library/metadata/102/posters?url=${file}`, { method: 'POST' })).status).toBe(200);
  expect((await plex.ask(await thumbOf(plex, 102))).contentType).toBe('image/webp');
});

test('a url that can not be had is refused', async () => {
  const plex = openPlex();
  expect(
    (await plex.ask(`${posters}?url=http%3A%2F%2Fgone.example%2Fa.jpg`, { method: 'POST' })).status,
  ).toBe(400);
});

test('the url of somebody else’s hidden picture is refused', async () => {
  const plex = openPlex();
  const url = encodeURIComponent('http://h:1/library/metadata/201/thumb/1');
  expect((await plex.ask(`/photo/:/transcode?width=10&height=10&url=${url}`)).status).toBe(200);
  expect(
    (await plex.ask(`/photo/:/transcode?width=10&height=10&url=${url}`, { token: 'sam-token' })).status,
  ).toBe(404);
});

test('choosing an earlier one, by its key or by its path, and locking', async () => {
  const plex = openPlex();
  await plex.ask(posters, upload(jpeg));
  const [, original] = (await plex.json(posters)).Metadata ?? [];
  expect(
    await plex.put(`/library/metadata/101/poster?url=${encodeURIComponent(String(original?.key))}`),
  ).toBe(200);
  expect((await plex.json(posters)).Metadata).toMatchObject([{ selected: false }, { selected: true }]);
  expect(await plex.put('/library/metadata/101/poster?url=upload%3A%2F%2Fposters%2F2')).toBe(200);
  expect((await plex.json(posters)).Metadata).toMatchObject([{ selected: true }, { selected: false }]);
  expect(plex.world.item(101)?.locked).toEqual(['thumb']);
  expect(await plex.put('/library/metadata/101/poster?url=upload%3A%2F%2Fposters%2F9')).toBe(404);
});

test('every shelf keeps its own pictures', async () => {
  const plex = openPlex();
  for (const shelf of ['arts', 'clearLogos', 'squareArts'])
    expect((await plex.ask(`/library/metadata/101/${shelf}`, upload(jpeg))).status).toBe(200);
  expect((await plex.json('/library/metadata/101/arts')).size).toBe(1);
  expect((await plex.json(posters)).size).toBe(1);
  expect((await plex.ask('/library/metadata/101/art', { method: 'DELETE' })).status).toBe(200);
  expect((await plex.json('/library/metadata/101/arts')).size).toBe(0);
});

test('a collection without a poster of its own shows a mosaic', async () => {
  const plex = openPlex();
  await plex.put('/library/sections/1/all?type=1&id=101&collection[0].tag.tag=One');
  expect((await plex.ask(await thumbOf(plex, 1000))).contentType).toBe('image/png');
  await plex.ask('/library/metadata/1000/posters', upload(webp));
  expect((await plex.ask(await thumbOf(plex, 1000))).contentType).toBe('image/webp');
});

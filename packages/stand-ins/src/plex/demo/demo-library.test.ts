import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { styleFor } from '../../art/compose.ts';
import { palettes } from '../../art/palettes.ts';
import { styles } from '../../art/styles/index.ts';
import { demoLibrary } from './demo-library.ts';
import { demoPictures } from './demo-pictures.ts';
import { filmLooks, genreLooks, lookOf, seriesLooks } from './looks.ts';
import { orderFor } from './picture-orders.ts';
import { startDemoPlex } from './start-demo-plex.ts';

const noPictures = async () => {
  throw new Error('No picture is asked for here');
};
const library = demoLibrary(noPictures, 1_763_683_200);
const ofKind = (kind: string) => library.items.filter((item) => item.kind === kind);

test('there is enough of everything to look around in', () => {
  expect(ofKind('movie').length).toBeGreaterThanOrEqual(60);
  expect(ofKind('show')).toHaveLength(8);
  expect(ofKind('season').length).toBeGreaterThanOrEqual(16);
  expect(ofKind('episode').length).toBeGreaterThanOrEqual(120);
  expect(ofKind('album').length).toBeGreaterThanOrEqual(20);
  expect(ofKind('track').length).toBeGreaterThanOrEqual(200);
});

test('every number and every guid is given once, and every parent exists', () => {
  const keys = [...library.items, ...library.collections, ...library.playlists].map(
    ({ ratingKey }) => ratingKey,
  );
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(library.items.map(({ guid }) => guid)).size).toBe(library.items.length);
  const known = new Set(keys);
  expect(library.items.filter(({ parent }) => parent !== undefined && !known.has(parent))).toEqual([]);
  const media = library.items.flatMap((item) =>
    item.media.flatMap(({ id, parts }) => [
      id,
      ...parts.flatMap((part) => [part.id, ...part.streams.map((stream) => stream.id)]),
    ]),
  );
  expect(new Set(media).size).toBe(media.length);
});

test('the media show every kind of picture and sound that overlays speak of', () => {
  const streams = library.items.flatMap((item) =>
    item.media.flatMap(({ parts }) => parts.flatMap((part) => part.streams)),
  );
  const videos = streams.filter((stream) => stream.kind === 'video');
  expect(new Set(videos.map(({ codec }) => codec))).toEqual(new Set(['hevc', 'h264', 'av1', 'mpeg2video']));
  expect(videos.some(({ dolbyVision }) => dolbyVision !== undefined)).toBe(true);
  expect(videos.some(({ colorTrc }) => colorTrc === 'arib-std-b67')).toBe(true);
  const resolutions = new Set(
    library.items.flatMap((item) => item.media.map(({ videoResolution }) => videoResolution)),
  );
  for (const wanted of ['4k', '1080', '720', '480']) expect(resolutions).toContain(wanted);
  const sounds = new Set(streams.filter((stream) => stream.kind === 'audio').map(({ codec }) => codec));
  for (const wanted of ['truehd', 'dca', 'eac3', 'aac', 'flac']) expect(sounds).toContain(wanted);
  expect(library.items.some(({ media }) => media.length > 1)).toBe(true);
  expect(ofKind('movie').filter(({ editionTitle }) => editionTitle !== undefined).length).toBeGreaterThan(3);
});

test('the same day gives the same library', () => {
  expect(JSON.stringify(demoLibrary(noPictures, 1_763_683_200))).toBe(JSON.stringify(library));
});

test('whatever has a picture is drawn as something', () => {
  for (const owner of [...library.items, ...library.collections]) {
    const key = owner.pictures.poster?.selected;
    if (!key) continue;
    const order = orderFor(owner, 'poster', key, library);
    expect(order.title === '').toBe(owner.kind === 'artist');
    expect(order.kind).not.toBe('background');
  }
});

test('every look is written in styles, palettes and films that exist', () => {
  const names = new Set(styles.map(({ name }) => name));
  const written = [
    ...Object.values(filmLooks),
    ...Object.values(genreLooks).flat(),
    ...Object.values(seriesLooks).flatMap(({ look, stills }) => [look, ...stills]),
  ].map(lookOf);
  expect(written.filter(({ style }) => style === undefined || !names.has(style))).toEqual([]);
  expect(written.filter(({ palette }) => palette === undefined || !(palette in palettes))).toEqual([]);
  const titles = new Set(library.items.map(({ title }) => title));
  expect(
    [...Object.keys(filmLooks), ...Object.keys(seriesLooks)].filter((title) => !titles.has(title)),
  ).toEqual([]);
});

test('every style is used somewhere in the library', () => {
  const used = new Set(
    library.items.flatMap((item) => {
      const key = item.pictures.poster?.selected;
      return key ? [styleFor(orderFor(item, 'poster', key, library)).name] : [];
    }),
  );
  expect(styles.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
});

test('a picture is drawn once, kept, and served over HTTP as a JPEG', async () => {
  const cacheDir = await mkdtemp(join(tmpdir(), 'demo-art-'));
  const plex = await startDemoPlex({ cacheDir });
  try {
    const get = (path: string) =>
      fetch(`${plex.url}${path}`, { headers: { 'x-plex-token': plex.token, accept: 'application/json' } });
    const { MediaContainer } = await (await get('/library/metadata/1001')).json();
    const [first, second] = await Promise.all([
      get(MediaContainer.Metadata[0].thumb),
      get(MediaContainer.Metadata[0].thumb),
    ]);
    expect(first.headers.get('content-type')).toBe('image/jpeg');
    const bytes = Buffer.from(await first.arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    expect(Buffer.from(await second.arrayBuffer()).equals(bytes)).toBe(true);
    expect(await readdir(cacheDir)).toHaveLength(1);
    const again = demoPictures({ cacheDir, library: () => plex.state });
    const film = plex.state.items.find(({ ratingKey }) => ratingKey === 1001);
    if (!film) throw new Error('There is no film 1001');
    const kept = await again(film, 'poster', film.pictures.poster?.selected ?? '');
    expect(Buffer.from(kept.bytes).equals(bytes)).toBe(true);
    expect(plex.failures).toEqual([]);
  } finally {
    await plex.close();
    await rm(cacheDir, { recursive: true });
  }
});

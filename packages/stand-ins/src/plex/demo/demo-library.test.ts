import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { styleFor } from '../../art/compose.ts';
import { palettes } from '../../art/palettes.ts';
import { styles } from '../../art/styles/index.ts';
import { demoLibrary } from './demo-library.ts';
import { demoPictures } from './demo-pictures.ts';
import { editions, handPicked, taglines } from './film-extras.ts';
import { DAY, FRIEND, OWNER, SECTION } from './items.ts';
import { filmLooks, genreLooks, lookOf, seriesLooks } from './looks.ts';
import { orderFor } from './picture-orders.ts';
import { startDemoPlex } from './start-demo-plex.ts';

const noPictures = async () => {
  throw new Error('No picture is asked for here');
};
const today = 1_763_683_200;
const library = demoLibrary(noPictures, today);
const ofKind = (kind: string) => library.items.filter((item) => item.kind === kind);

test('there is enough of everything to look around in', () => {
  expect(ofKind('movie').length).toBeGreaterThanOrEqual(64);
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
  const marks = library.items.flatMap(({ chapters = [], markers = [] }) =>
    [...chapters, ...markers].map(({ id }) => id),
  );
  expect(new Set(marks).size).toBe(marks.length);
});

const streams = library.items.flatMap((item) =>
  item.media.flatMap(({ parts }) => parts.flatMap((part) => part.streams)),
);

test('the media show every kind of picture and sound that overlays speak of', () => {
  const videos = streams.filter((stream) => stream.kind === 'video');
  expect(new Set(videos.map(({ codec }) => codec))).toEqual(new Set(['hevc', 'h264', 'av1', 'mpeg2video']));
  expect(new Set(videos.flatMap(({ dolbyVision }) => dolbyVision?.profile ?? []))).toEqual(
    new Set([5, 7, 8]),
  );
  for (const curve of ['smpte2084', 'arib-std-b67'])
    expect(videos.map(({ colorTrc }) => colorTrc)).toContain(curve);
  const resolutions = library.items.flatMap((item) =>
    item.media.map(({ videoResolution }) => videoResolution),
  );
  for (const wanted of ['4k', '1080', '720', '480']) expect(resolutions).toContain(wanted);
  expect(library.items.filter(({ media }) => media.length > 1).length).toBeGreaterThan(4);
});

test('sound and subtitles are worded as Plex words them', () => {
  const sounds = streams.filter((stream) => stream.kind === 'audio');
  const shown = sounds.map(({ displayTitle }) => displayTitle);
  for (const wanted of [
    'English (TrueHD 7.1)',
    'English (DTS-HD MA 7.1)',
    'English (EAC3 5.1)',
    'English (AAC Stereo)',
    'FLAC (Stereo)',
  ])
    expect(shown).toContain(wanted);
  const titles = sounds.map(({ title }) => title);
  for (const wanted of ['TrueHD Atmos 7.1', 'DTS:X MA 7.1', 'DD+ Atmos 5.1', 'Commentary'])
    expect(titles).toContain(wanted);
  const subtitles = streams.filter((stream) => stream.kind === 'subtitle');
  for (const wanted of ['English SDH (SRT)', 'English Forced (SRT)', 'English (PGS)'])
    expect(subtitles.map(({ displayTitle }) => displayTitle)).toContain(wanted);
  expect(subtitles.some(({ external }) => external)).toBe(true);
  expect(new Set(sounds.map(({ languageCode }) => languageCode)).size).toBeGreaterThan(12);
});

test('every film and episode is told in a sentence, and no sentence is told twice', () => {
  const told = [...ofKind('movie'), ...ofKind('show'), ...ofKind('episode')].map(
    ({ summary }) => summary ?? '',
  );
  expect(told.filter((summary) => !/^\S.{20,}[.?!]$/u.test(summary))).toEqual([]);
  expect(new Set(told).size).toBe(told.length);
});

test('titles named in tables of extras are titles of films', () => {
  const titles = new Set(ofKind('movie').map(({ title }) => title));
  const named = [...Object.keys(taglines), ...Object.keys(editions), ...Object.values(handPicked).flat()];
  expect(named.filter((title) => !titles.has(title))).toEqual([]);
});

test('films span the history of sound film, speak many scripts and carry editions', () => {
  const films = ofKind('movie');
  const years = films.map(({ year }) => year ?? 0);
  expect([Math.min(...years), Math.max(...years)]).toEqual([1931, 2026]);
  expect(films.filter(({ editionTitle }) => editionTitle).length).toBeGreaterThan(8);
  const originals = films.map(({ originalTitle }) => originalTitle ?? '').join('');
  for (const script of ['Han', 'Katakana', 'Hangul', 'Arabic', 'Cyrillic', 'Greek', 'Devanagari'])
    expect(originals).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
});

test('some things are new this week, some half seen, some rated by the owner and some by the friend', () => {
  const films = ofKind('movie');
  expect(films.filter(({ addedAt }) => addedAt > today - 7 * DAY).length).toBeGreaterThan(2);
  expect(films.some(({ use }) => (use[OWNER]?.viewOffset ?? 0) > 0)).toBe(true);
  for (const account of [OWNER, FRIEND])
    expect(films.filter(({ use }) => use[account]?.userRating !== undefined).length).toBeGreaterThan(4);
});

test('the history has one play for every time something but music was watched', () => {
  const counted = library.items
    .filter(({ kind }) => kind !== 'track')
    .flatMap(({ use }) => Object.values(use))
    .reduce((sum, { viewCount = 0 }) => sum + viewCount, 0);
  expect(library.history).toHaveLength(counted);
  expect(library.history.every(({ viewedAt }) => viewedAt <= today)).toBe(true);
});

test('the friend and the child see only what is shared with them', () => {
  expect(library.accounts.map(({ sections }) => sections)).toEqual([
    'all',
    [SECTION.films],
    [SECTION.series, SECTION.music],
  ]);
});

test('no number of a real database is used', () => {
  const numbers = library.items
    .flatMap(({ externalGuids }) => externalGuids)
    .filter((guid) => !guid.startsWith('mbid:'))
    .map((guid) => Number(guid.replace(/^\D+/, '')));
  expect(numbers.length).toBeGreaterThan(200);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(90_000_000);
});

test('the same day gives the same library', () => {
  expect(JSON.stringify(demoLibrary(noPictures, today))).toBe(JSON.stringify(library));
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

import type { PlexItem } from '@marquee/stand-ins';
import { asking } from '../../testing/ask.ts';
import { plexLibrary } from '../../testing/plex-library.ts';
import { type RunningConfig, runningConfig } from '../../testing/running-config.ts';

const changes: Record<number, Partial<PlexItem>> = {
  1001: {
    title: 'Nightfall',
    originalTitle: 'Soir',
    editionTitle: 'IMAX',
    contentRating: 'PG-13',
    originallyAvailableAt: '2020-02-03',
    rating: 7.4,
    audienceRating: 8.1,
    externalRatings: [
      { image: 'imdb://image.rating', value: 7.7, type: 'audience' },
      { image: 'themoviedb://image.rating', value: 7.2, type: 'audience' },
      { image: 'rottentomatoes://image.rating.ripe', value: 9.1, type: 'critic' },
      { image: 'rottentomatoes://image.rating.upright', value: 8.8, type: 'audience' },
    ],
  },
  1002: { originallyAvailableAt: '1900-00-00' },
  2011: { duration: 1_500_000 },
  2012: { duration: 1_700_000 },
};

let config: RunningConfig;
beforeEach(async () => {
  const library = plexLibrary();
  for (const item of library.items) Object.assign(item, changes[item.ratingKey]);
  const film = library.items.find(({ ratingKey }) => ratingKey === 1001);
  const [medium] = film?.media ?? [];
  if (film && medium) {
    film.media = [
      { ...medium, bitrate: 20_000 },
      { ...medium, id: 77, bitrate: 8_000 },
    ];
  }
  config = await runningConfig({ plex: { library } });
});
afterEach(() => config.close());
const { post } = asking(() => config, 'viewer');
const ask = async (...itemIds: string[]) =>
  (await post('/overlays/items').send({ itemIds }).expect(200)).body.data;

test('a film with all that Plex knows of it', async () => {
  const [item] = await ask('attic.1001');
  expect(item).toMatchObject({
    itemId: 'attic.1001',
    libraryId: 'attic.1',
    title: 'Nightfall',
    matches: [],
    base: { source: 'plex', version: '1700000001' },
  });
  expect(item.facts).toMatchObject({
    level: 'movie',
    title: 'Nightfall',
    originalTitle: 'Soir',
    edition: 'IMAX',
    contentRating: 'PG-13',
    originallyAvailable: '2020-02-03',
    criticRating: 7.4,
    audienceRating: 8.1,
    userRating: null,
    durationMs: 6_000_000,
    partDurationsMs: [],
    bitratesKbps: [20_000, 8_000],
    versions: 2,
    showTitle: null,
    episodeCount: null,
  });
});

test('ratings that Plex keeps of others are real, those it does not have are absent', async () => {
  const [first, second] = await ask('attic.1001', 'attic.1002');
  expect(first.facts.ratings).toMatchObject({
    plex_imdb_rating: 7.7,
    plex_tmdb_rating: 7.2,
    plex_tomatoes_rating: 9.1,
    plex_tomatoesaudience_rating: 8.8,
  });
  expect(first.sampled).not.toContain('plex_imdb_rating');
  expect(Object.keys(second.facts.ratings)).not.toContain('plex_imdb_rating');
});

test('ratings that only others know are samples: marked, in bounds, and the same each time', async () => {
  const [first, second] = await ask('attic.1001', 'attic.1002');
  const [again] = await ask('attic.1001');
  expect(again.facts.ratings).toEqual(first.facts.ratings);
  expect(second.facts.ratings).not.toEqual(first.facts.ratings);
  expect(first.sampled).toEqual(expect.arrayContaining(['imdb_rating', 'trakt_rating', 'mal_rating']));
  for (const name of first.sampled) {
    const value = first.facts.ratings[name];
    expect(value).toBeGreaterThanOrEqual(5);
    expect(value).toBeLessThanOrEqual(9.6);
    expect(value).toBe(Number(value.toFixed(1)));
  }
  // Kometa never fills it, so no sample may pretend that it would.
  expect(first.sampled).not.toContain('anidb_rating');
});

test('a day that no calendar has is none', async () => {
  const [item] = await ask('attic.1002');
  expect(item.facts.originallyAvailable).toBeNull();
});

test('a show, a season and an episode with their place in each other', async () => {
  const [show, season, episode] = await ask('attic.2001', 'attic.2010', 'attic.2012');
  expect(show.facts).toMatchObject({
    level: 'show',
    episodeCount: 3,
    partDurationsMs: [1_500_000, 1_700_000],
    seasonNumber: null,
  });
  expect(season).toMatchObject({
    title: 'Lanterns · Season 1',
    facts: { level: 'season', showTitle: 'Lanterns', seasonNumber: 1, episodeCount: 3, seasonTitle: null },
  });
  expect(season.facts.partDurationsMs).toEqual([1_500_000, 1_700_000]);
  expect(episode).toMatchObject({
    title: 'Lanterns · S01E02 · Part 2',
    facts: {
      level: 'episode',
      showTitle: 'Lanterns',
      seasonTitle: 'Season 1',
      seasonNumber: 1,
      episodeNumber: 2,
      durationMs: 1_700_000,
      partDurationsMs: [],
    },
  });
  expect(episode.sampled).not.toContain('mal_rating');
});

test('an artist and an album with the tracks’ durations; a track is nothing to draw on', async () => {
  const items = await ask('attic.3001', 'attic.3010', 'attic.3011');
  expect(items.map(({ facts }: { facts: { level: string } }) => facts.level)).toEqual(['artist', 'album']);
  for (const { facts, sampled } of items) {
    expect(facts.partDurationsMs).toEqual([180_000, 180_000]);
    expect(sampled).toEqual([]);
  }
});

test('a hundred items are two questions to Plex, and none a moment later', async () => {
  config.asked();
  const ids = Array.from({ length: 100 }, (_, place) => `attic.${1001 + place}`);
  expect(await ask(...ids)).toHaveLength(100);
  expect(config.asked()).toHaveLength(2);
  await ask(...ids);
  expect(config.asked()).toEqual([]);
});

test('the episodes of a show are asked for once a minute', async () => {
  await ask('attic.2001');
  config.pass(30_000);
  await ask('attic.2001');
  expect(config.asked().filter((asked) => asked.includes('allLeaves'))).toHaveLength(1);
});

test('an item of a library that is not shared is left out, like one that does not exist', async () => {
  const some = asking(() => config, 'viewer', ['attic.1']);
  const { body } = await some
    .post('/overlays/items')
    .send({ itemIds: ['attic.1001', 'attic.4001', 'attic.2001', 'attic.999999', 'elsewhere.1'] })
    .expect(200);
  expect(body.data.map(({ itemId }: { itemId: string }) => itemId)).toEqual(['attic.1001']);
});

test('a Plex that does not answer is told, not taken for an empty answer', async () => {
  await config.standIn.close();
  const { body } = await post('/overlays/items')
    .send({ itemIds: ['attic.1001'] })
    .expect(502);
  expect(body.error.code).toBe('plex.unreachable');
});

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CollectionPreview, ItemSummary } from '@marquee/contracts';
import { asking } from '../testing/ask.ts';
import { FILMS, PRIVATE_FILM } from '../testing/plex-library.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';

let config: RunningConfig;
beforeAll(async () => {
  config = await runningConfig();
});
afterAll(async () => {
  expect(config.standIn.failures).toEqual([]);
  await config.close();
});
beforeEach(() => {
  config.asked();
});
const { post } = asking(() => config);

const ask = (definition: unknown, more: object = {}) =>
  post('/collections/preview').send({ libraryId: 'attic.1', name: 'Mine', definition, ...more });
async function preview(definition: unknown, more: object = {}): Promise<CollectionPreview> {
  const { body } = await ask(definition, more).expect(200);
  return body.data;
}
const ids = (items: readonly ItemSummary[]) => items.map(({ id }) => id);
const titles = (items: readonly ItemSummary[]) => items.map(({ title }) => title);
const dramas = { all: { genre: 'Drama' } };

describe('builders', () => {
  test('a search is what Plex finds, in its order', async () => {
    const { builders, total, items } = await preview({
      plex_search: { all: { genre: 'Drama' }, sort_by: 'title.desc', limit: 3 },
    });
    expect(builders).toEqual([
      { builder: 'plex_search', state: 'asked', count: 3, message: 'Plex finds them' },
    ]);
    expect(total).toBe(3);
    expect(titles(items)).toEqual(['Film 130', 'Film 127', 'Film 124']);
  });

  test('several are put together, each item once', async () => {
    const { builders, total } = await preview({
      plex_search: [dramas, { any: { genre: ['Drama', 'Comedy'] } }],
    });
    expect(builders.map(({ count }) => count)).toEqual([44, 87]);
    expect(total).toBe(87);
  });

  test('everything is counted, and read a page at a time', async () => {
    const { total, items, nextCursor } = await preview({ plex_all: true }, { limit: 100 });
    expect([total, items.length]).toEqual([FILMS, 100]);
    const asked = config.asked();
    expect(asked.length).toBeLessThan(12);
    const second = await preview({ plex_all: true }, { limit: 100, cursor: nextCursor });
    expect(second.items).toHaveLength(FILMS - 100);
    expect(second.nextCursor).toBeNull();
    expect(new Set([...ids(items), ...ids(second.items)]).size).toBe(FILMS);
  });

  test('a cursor of another definition is refused', async () => {
    const { nextCursor } = await preview({ plex_all: true }, { limit: 5 });
    const { body } = await ask(dramas, { cursor: nextCursor }).expect(422);
    expect(body.error.code).toBe('request.bad-cursor');
  });

  test('ids are looked up among those of the library, and so many as are there are told', async () => {
    const { builders, items } = await preview({ tmdb_movie: [1003, 1001, 999_999] });
    expect(builders[0]).toMatchObject({ state: 'asked', count: 2, message: '2 of 3 are in the library' });
    expect(ids(items)).toEqual(['attic.1003', 'attic.1001']);
    const left = await preview({ tmdb_movie: [1003, 1001], ignore_ids: 1003 });
    expect(ids(left.items)).toEqual(['attic.1001']);
  });

  test('what needs another service is not asked, and what is known is told', async () => {
    const { builders, total, items, added } = await preview({ tmdb_popular: 5, tmdb_movie: [1001] });
    expect(builders[0]).toEqual({
      ...{ builder: 'tmdb_popular', state: 'needs', service: 'tmdb', count: null },
      message: 'tmdb_popular needs TMDb; not asked here',
    });
    expect(total).toBeNull();
    expect(ids(items)).toEqual(['attic.1001']);
    expect(ids(added)).toEqual(['attic.1001']);
  });

  test('seasons and episodes where builder_level says so', async () => {
    const episodes = { builder_level: 'episode', plex_search: { all: { episode_title: 'Part' } } };
    expect((await preview(episodes, { libraryId: 'attic.2' })).total).toBe(3);
    const pilots = { builder_level: 'episode', plex_pilots: true };
    expect(titles((await preview(pilots, { libraryId: 'attic.2' })).items)).toEqual(['Part 1']);
  });

  test('artists, albums and tracks', async () => {
    const inMusic = { libraryId: 'attic.3' };
    const albums = { builder_level: 'album', plex_search: { all: { artist_genre: 'Folk' } } };
    expect(titles((await preview(albums, inMusic)).items)).toEqual(['Low Sun']);
    const tracks = { smart_filter: { type: 'tracks', all: { album_year: 2010 }, sort_by: 'title.desc' } };
    expect(titles((await preview(tracks, inMusic)).items)).toEqual(['Tune 2', 'Tune 1']);
  });

  test('what is in no collection', async () => {
    const { total } = await preview({ plex_collectionless: { exclude: 'Nobody' } });
    expect(total).toBe(FILMS - 3);
    const all = await preview({ plex_collectionless: { exclude_prefix: 'Fav' } });
    expect(all.total).toBe(FILMS);
  });

  test('the address of a search in Plex', async () => {
    const key = encodeURIComponent('/library/sections/1/all?type=1&year=2001');
    const address = `https://app.plex.tv/desktop/#!/media/x/com.plexapp.plugins.library?source=1&key=${key}`;
    const { builders, total } = await preview({ smart_url: address });
    expect(builders[0]?.state).toBe('asked');
    expect(total).toBe(43);
  });

  test.each([
    [{ plex_search: { all: { genre: 'Nonsense' } } }, 'Plex has no “Nonsense” for “genre”'],
    [{ plex_search: { all: { year: 1801 } } }, 'gives the definition up'],
    [{ plex_serch: dramas }, 'Kometa knows no “plex_serch”'],
    [{ summary: 'Only words' }, 'No builder says which items it is for'],
    [{ plex_all: true, filters: { genre: 'Nonsense' } }, 'Plex has no “Nonsense” for “genre”'],
    [{ plex_all: true, filters: { 'year.gt': 'soon' } }, '“year.gt” must be a number'],
    [{ plex_all: true, limit: 0 }, '“limit” must be a whole number from 1 on'],
    [{ tmdb_movie: [1, 2], collection_order: 'custom' }, 'can follow one builder only'],
    [{ smart_filter: dramas, filters: { year: 2000 } }, 'Kometa takes no filters for a smart collection'],
    [{ tvdb_show: 2 }, 'Kometa takes no “tvdb_show” in a library of this kind'],
    [{ run_definition: 'show', plex_all: true }, 'run_definition leaves it to libraries of show'],
  ])('%j is refused by Kometa, so nothing changes', async (definition, reason) => {
    const { total, items, added, removed, notes } = await preview(definition);
    expect([total, items, added, removed]).toEqual([0, [], [], []]);
    expect(notes.join()).toContain(reason);
  });

  test('nothing found is no fault where the definition says so', async () => {
    const { builders, notes } = await preview({
      ignore_blank_results: true,
      plex_search: { all: { year: 1801 } },
    });
    expect(builders[0]).toMatchObject({ state: 'asked', count: 0 });
    expect(notes).toContain('minimum_items is 1 and 0 were found: Kometa would make no collection');
  });

  test.each([
    [{ plex_search: { all: { 'year.regex': '^200' } } }, 'asks for years by an expression'],
    [{ plex_search: { all: { genre: 'Drama' }, sort_by: 'random', limit: 3 } }, 'It takes 3 of 44 by chance'],
    [{ plex_search: { all: { genre: '<<value>>' } } }, 'It holds variables of a template'],
  ])('of %j we cannot tell', async (definition, reason) => {
    const { builders, total } = await preview(definition);
    expect(builders[0]).toMatchObject({ state: 'unsure', count: null });
    expect(builders[0]?.message).toContain(reason);
    expect(total).toBeNull();
  });
});

describe('filters', () => {
  test('are answered from lists and from Plex’s own search, not item by item', async () => {
    const { filters, total } = await preview({ plex_all: true, filters: { year: 2000, genre: 'Drama' } });
    expect(filters).toEqual({ state: 'applied', left: 44, message: '44 items pass' });
    expect(total).toBe(44);
    const read = config.asked().filter((one) => one.includes('/library/metadata/'));
    // Those that are shown, once each for the page and for what is added.
    expect(read).toHaveLength(2);
  });

  test('are one of several maps', async () => {
    const filters = [{ year: 2001 }, { label: 'Keep' }];
    expect((await preview({ plex_all: true, filters })).total).toBe(43 + 9);
  });

  test('read items one by one where nothing else tells', async () => {
    const filters = { has_collection: true, 'year.lte': 2001 };
    const { total, items } = await preview({ plex_all: true, filters });
    expect(total).toBe(2);
    expect(ids(items)).toEqual(['attic.1001', 'attic.1002']);
  });

  test('come before the limit', async () => {
    const { total, items, filters } = await preview({ plex_all: true, limit: 2, filters: { year: 2001 } });
    expect(total).toBe(2);
    expect(titles(items)).toEqual(['Film 002', 'Film 005']);
    expect(filters).toEqual({ state: 'applied', left: null, message: 'Looked at until the limit' });
  });

  test('by an expression are tried as Python would, on what Plex says of the items', async () => {
    expect((await preview({ plex_all: true, filters: { 'title.regex': '^Film 00\\d$' } })).total).toBe(9);
    expect((await preview({ plex_all: true, filters: { 'genre.regex': ['^Com', '^Film,'] } })).total).toBe(
      86,
    );
    const none = await preview({ plex_all: true, filters: { 'genre.regex': '^X' } });
    expect(none.notes.join()).toContain('Plex has nothing for “genre.regex” that fits ^X');
    expect((await preview({ plex_all: true, filters: { 'label.count_gte': 1 } })).total).toBe(13);
  });

  test.each([
    [{ genre: ['Drama', 'Nonsense'] }, 44],
    [{ genre: 'Nonsense' }, 0],
    [{ 'genre.not': 'Nonsense' }, FILMS],
    [{ 'genre.regex': '^X' }, 0],
    [{ nonsense: 1 }, FILMS],
    [{ nonsense: 1, year: 2001 }, 43],
  ])('%j with validate: false passes over what is not there', async (filters, total) => {
    const lenient = { plex_all: true, filters: { ...filters, validate: false } };
    expect((await preview(lenient)).total).toBe(total);
    expect((await preview({ ...lenient, filters: { ...filters, validate: true } })).notes.join()).toContain(
      'Kometa refuses',
    );
  });

  test.each(['soon', 0, 31])('history: %s is refused', async (history) => {
    const { notes } = await preview({ plex_all: true, filters: { history } });
    expect(notes.join()).toContain('“history” must be');
  });

  test('what else validate: false may do is not guessed', async () => {
    const filters = { 'year.gt': 'soon', validate: false };
    const { filters: told } = await preview({ plex_all: true, filters });
    expect(told).toMatchObject({ state: 'unsure', left: null });
  });

  test('that we cannot tell leave the total open', async () => {
    const { filters, total } = await preview({ plex_all: true, filters: { 'title.regex': '^(F)ilm 00\\1' } });
    expect(filters).toMatchObject({ state: 'unsure', left: null });
    expect(total).toBeNull();
  });
});

describe('filters of seasons and episodes', () => {
  const inSeries = { libraryId: 'attic.2' };
  const filtered = (filters: object, more: object = {}) =>
    preview({ plex_all: true, ...more, filters }, inSeries);

  // Of its three episodes one is called Part 1; all are in 1080, and of one season.
  test.each([
    [{ episodes: { title: 'Part 1', count: 1 } }, 1],
    [{ episodes: { title: 'Part 1', count: 2 } }, 0],
    [{ episodes: { title: 'Part 1' } }, 0],
    [{ episodes: { title: 'Part 1', percentage: 33 } }, 1],
    [{ episodes: { 'title.not': 'Part 1' } }, 1],
    [{ episodes: { audio_track_title: 'nothing', count: 1 } }, 0],
    [{ seasons: { title: 'Season', percentage: 100 } }, 1],
    [{ video_codec: 'hevc' }, 1],
    [{ 'video_codec.not': 'hevc' }, 0],
    [{ filepath: '2011.mkv' }, 0],
  ])('%j leaves %i shows', async (filters, total) => {
    const { filters: told, total: found, notes } = await filtered(filters);
    expect([told.state, found]).toEqual(['applied', total]);
    expect(notes.join()).not.toContain('refuses');
  });

  test('default_percent counts where it stands before the filters', async () => {
    expect((await filtered({ filepath: '2011.mkv' }, { default_percent: 30 })).total).toBe(1);
    const after = { plex_all: true, filters: { filepath: '2011.mkv' }, default_percent: 30 };
    expect((await preview(after, inSeries)).total).toBe(0);
  });

  test('of a season, and of episodes themselves', async () => {
    const season = {
      builder_level: 'season',
      plex_all: true,
      filters: { episodes: { title: 'Part', count: 3 } },
    };
    expect((await preview(season, inSeries)).total).toBe(1);
    const episodes = { builder_level: 'episode', plex_all: true, filters: { 'title.not': 'Part 1' } };
    expect((await preview(episodes, inSeries)).total).toBe(2);
  });

  test('lists of episodes are read once, and no episode by itself where they tell enough', async () => {
    await filtered({ video_codec: 'hevc', episodes: { title: 'Part' } });
    const asked = config.asked();
    // Counted, and listed.
    expect(asked.filter((one) => one.includes('/all?type=4'))).toHaveLength(2);
    expect(asked.filter((one) => one.includes('/library/metadata/2011'))).toEqual([]);
  });

  test.each([
    [{ episodes: {} }, 'must hold filters'],
    [{ episodes: { title: 'x', count: 0 } }, 'Kometa stumbles over'],
    [{ episodes: { title: 'x', count: 1, percentage: 5 } }, 'either percentage or count'],
    [{ episodes: { genre: 'x' } }, 'Kometa takes no filter “genre” in episodes'],
    [{ episodes: { nope: 1 } }, 'Kometa takes no filter “nope” in episodes'],
    [{ 'episodes.not': { title: 'x' } }, 'Kometa takes no filter “episodes.not”'],
  ])('%j is refused', async (filters, reason) => {
    const { total, notes } = await filtered(filters);
    expect(total).toBe(0);
    expect(notes.join()).toContain(reason);
  });
});

describe('against the collection in Plex', () => {
  const favourites = { name: 'Favourites' };

  test('nothing is taken out of one that is only added to', async () => {
    const { collection, added, addedTotal, removed, removedTotal } = await preview(
      { tmdb_movie: [1001, 1004] },
      favourites,
    );
    expect(collection).toEqual({ exists: true, size: 3, smart: false });
    expect([ids(added), addedTotal]).toEqual([['attic.1004'], 1]);
    expect([removed, removedTotal]).toEqual([[], 0]);
  });

  test('what is found no more goes where it is kept in step', async () => {
    const { removed, removedTotal } = await preview(
      { tmdb_movie: [1001, 1004], sync_mode: 'sync' },
      favourites,
    );
    expect(ids(removed)).toEqual(['attic.1002', 'attic.1003']);
    expect(removedTotal).toBe(2);
  });

  test('unless not everything could be asked', async () => {
    const { removed } = await preview({ tmdb_movie: 1001, trakt_chart: 'x', sync_mode: 'sync' }, favourites);
    expect(removed).toEqual([]);
  });

  test('the settings of the library and of all count, the definition’s own first', async () => {
    const file = join(config.root, 'config.yml');
    await mkdir(config.root, { recursive: true });
    await writeFile(
      file,
      'settings:\n  sync_mode: append\nlibraries:\n  Films:\n    settings: {sync_mode: sync}\n',
    );
    const sync = await preview({ tmdb_movie: 1001 }, favourites);
    expect(sync.removedTotal).toBe(2);
    const append = await preview({ tmdb_movie: 1001, sync_mode: 'append' }, favourites);
    expect(append.removedTotal).toBe(0);
    await writeFile(file, 'settings:\n  minimum_items: 5\n');
    const few = await preview({ tmdb_movie: [1001, 1004] }, favourites);
    expect(few.addedTotal).toBe(0);
    expect(few.notes).toContain('minimum_items is 5 and 2 were found: Kometa would make no collection');
  });

  test('it is known by its title in Plex, not by part of it', async () => {
    expect((await preview({ plex_all: true }, { name: 'Fav' })).collection?.exists).toBe(false);
    const named = await preview({ plex_all: true, name: 'Favourites' }, { name: 'x' });
    expect(named.collection?.exists).toBe(true);
  });

  test('none where the definition makes none', async () => {
    const { collection, notes } = await preview({ plex_all: true, build_collection: false }, favourites);
    expect(collection).toBeNull();
    expect(notes[0]).toContain('build_collection is false');
  });

  test('one that Plex keeps by a search is made anew', async () => {
    const { notes, removedTotal } = await preview({ smart_filter: { all: { year: 2000 } } }, favourites);
    expect(notes).toContain('It is a plain collection in Plex: Kometa deletes it and makes it anew');
    expect(removedTotal).toBe(2);
  });

  test('at most a hundred are shown, and all are counted', async () => {
    const { added, addedTotal } = await preview({ plex_all: true });
    expect([added.length, addedTotal]).toEqual([100, FILMS]);
  });
});

test('a library that is not shared does not exist, and nothing of it is found elsewhere', async () => {
  const somebody = asking(() => config, 'editor', ['attic.1']);
  const asked = { libraryId: 'attic.4', name: 'x', definition: { plex_all: true } };
  await somebody.post('/collections/preview').send(asked).expect(404);
  expect(config.asked()).toEqual([]);
  expect((await preview({ tmdb_movie: PRIVATE_FILM })).total).toBe(0);
});

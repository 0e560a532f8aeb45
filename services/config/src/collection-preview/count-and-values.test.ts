import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';

let config: RunningConfig;
beforeAll(async () => {
  config = await runningConfig();
});
afterAll(() => config.close());
beforeEach(() => {
  config.asked();
});
const { get, post } = asking(() => config);

const countOf = (search: unknown, more: object = {}) =>
  post('/collections/count').send({ libraryId: 'attic.1', search, ...more });

describe('counting a search', () => {
  test('asks Plex how many there are and fetches none', async () => {
    const { body } = await countOf({ all: { genre: 'Drama', year: 2000 } }).expect(200);
    expect(body.data).toEqual({ count: 44 });
    expect(config.standIn.exchanges.filter(({ path }) => path.endsWith('/all'))).toHaveLength(1);
  });

  test.each([
    [{ any: { genre: 'Drama', year: 2001 } }, 87],
    [{ all: { year: 2000, any: { resolution: ['4k', '1080'] } } }, 22],
    [{ genre: ['Drama', 'Comedy'] }, 87],
    [{ genre: 'Drama, Comedy' }, 87],
    [{ genre: ['Film, Noir'] }, 43],
    [{ all: { title: 'Film 12' }, limit: 3 }, 3],
    [{ all: { title: 'no such film' } }, 0],
    [{ any: { 'genre.regex': '^(Dra|Com)' } }, 87],
    [{ any: { genre: ['Drama', 'Nonsense'] }, validate: false }, 44],
    [{ any: { 'genre.regex': ['^Dra', '^X'] }, validate: false }, 44],
    [{ 'genre.regex': ['^Dra', 'edy$'] }, 87],
  ])('%j finds %i', async (search, count) => {
    const { body } = await countOf(search).expect(200);
    expect(body.data.count).toBe(count);
  });

  test.each([
    ['artist', { all: { artist_genre: 'Folk' } }, 1],
    ['artist', { all: { album_year: 2010 } }, 1],
    ['artist', { all: { album_year: 1990 } }, 0],
    ['album', { all: { artist_title: 'Kite', 'album_year.gte': 2000 } }, 1],
    ['album', { any: { 'album_title.is': 'Low Sun' }, sort_by: 'played.desc' }, 1],
    ['track', { all: { track_title: 'Tune' } }, 2],
    ['track', { all: { 'track_title.not': 'Tune 1', artist_title: 'Kite' } }, 1],
  ])('counts %ss with %j', async (level, search, count) => {
    const { body } = await countOf(search, { libraryId: 'attic.3', level }).expect(200);
    expect(body.data.count).toBe(count);
  });

  test.each([
    [{ all: { title: 'Kite' } }, 'plex_search asks for “title”, which is not tried here'],
    [{ all: { album_source: 'CD' } }, 'plex_search asks for “album_source”, which is not tried here'],
    [{ all: { artist_genre: 'Jazz' } }, 'Plex has no “Jazz” for “artist_genre”'],
    [{ all: { artist_title: 'Kite' }, sort_by: 'viewed.desc' }, '“viewed.desc” is no order for a artist'],
  ])('in music %j is refused with the reason', async (search, message) => {
    const { body } = await countOf(search, { libraryId: 'attic.3' }).expect(422);
    expect(body.error.details).toEqual([{ path: 'body.search', message }]);
  });

  test('counts episodes where they are asked for', async () => {
    const search = { all: { episode_title: 'Part' } };
    const { body } = await countOf(search, { libraryId: 'attic.2', level: 'episode' }).expect(200);
    expect(body.data.count).toBe(3);
  });

  test.each([
    [{ all: { genre: 'Nonsense' } }, 'Plex has no “Nonsense” for “genre”'],
    [{ all: { genre: 'Film, Noir' } }, 'Plex has no “Film” for “genre”'],
    [{ all: { 'year.gt': 'soon' } }, '“year.gt” must be a number'],
    [{ all: { genre: 'Drama' }, limit: 0 }, '“limit” must be a whole number from 1 on, or all'],
    [{ all: { genre: 'Drama' }, sort_by: 'luck' }, '“luck” is no order for a movie'],
    [{ all: {} }, '“all” is empty'],
    [{ all: { genre: 'Nonsense' }, validate: false }, '“all” is empty'],
    [{ all: { 'title.regex': '^F' } }, '“title.regex” is no attribute of plex_search'],
    [{ all: { 'genre.regex': '^X' } }, 'Plex has nothing for “genre.regex” that fits ^X'],
    [
      { all: { 'genre.regex': 'a++' } },
      'The regular expression “a++” is not tried here: it repeats in a way of Python’s own',
    ],
  ])('%j is refused with the reason', async (search, message) => {
    const { body } = await countOf(search).expect(422);
    expect(body.error.details).toEqual([{ path: 'body.search', message }]);
  });

  test('a level that the library has not is refused', async () => {
    const { body } = await countOf({ all: { year: 2000 } }, { level: 'episode' }).expect(422);
    expect(body.error.details[0].path).toBe('body.level');
  });

  test('a library that is not shared does not exist', async () => {
    const somebody = asking(() => config, 'editor', ['attic.2']);
    await somebody
      .post('/collections/count')
      .send({ libraryId: 'attic.1', search: { all: { year: 2000 } } })
      .expect(404);
    expect(config.asked()).toEqual([]);
  });
});

describe('values of an attribute', () => {
  const valuesOf = async (query: string, library = 'attic.1') => {
    const { body } = await get(`/libraries/${library}/search-values?${query}`).expect(200);
    return body.data;
  };

  test('are what Plex lists', async () => {
    expect(await valuesOf('attribute=genre')).toEqual({
      values: ['Comedy', 'Drama', 'Film, Noir'].map((title) => ({ value: title, title })),
      complete: true,
    });
  });

  test('are written by their keys where those are words', async () => {
    expect((await valuesOf('attribute=resolution')).values).toContainEqual({ value: '4k', title: '4K' });
  });

  test('are looked up by a part, whatever its case, and say when there are more', async () => {
    expect((await valuesOf('attribute=genre&query=DRA')).values).toEqual([
      { value: 'Drama', title: 'Drama' },
    ]);
    expect(await valuesOf('attribute=genre&limit=1')).toEqual({
      values: [{ value: 'Comedy', title: 'Comedy' }],
      complete: false,
    });
  });

  test('of shows are asked for where Plex lists them', async () => {
    expect((await valuesOf('attribute=genre', 'attic.2')).values).toEqual([
      { value: 'Mystery', title: 'Mystery' },
    ]);
    expect((await valuesOf('attribute=resolution', 'attic.2')).values).toEqual([
      { value: '1080', title: '1080p' },
    ]);
  });

  test('of music are asked for at the level that their names say', async () => {
    expect((await valuesOf('attribute=artist_genre', 'attic.3')).values).toEqual([
      { value: 'Folk', title: 'Folk' },
    ]);
    expect(await valuesOf('attribute=album_year', 'attic.3')).toEqual({
      values: [{ value: '2010', title: '2010' }],
      complete: false,
    });
  });

  test('years are listed, though others may be written too; texts are not', async () => {
    expect(await valuesOf('attribute=year')).toMatchObject({ complete: false });
    expect((await valuesOf('attribute=year')).values.map(({ value }: { value: string }) => value)).toEqual(
      expect.arrayContaining(['2000', '2001', '2002']),
    );
    expect(await valuesOf('attribute=title')).toEqual({ values: [], complete: false });
  });

  test('of a name that no search knows are refused', async () => {
    await get('/libraries/attic.1/search-values?attribute=colour').expect(422);
  });
});

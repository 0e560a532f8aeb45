import { type PlexStandIn, startPlexStandIn } from '@marquee/stand-ins';
import { allOf, anyOf, itemDetails, type PlexClient, where } from './index.ts';
import { attic } from './testing/attic-library.ts';
import { clientFor } from './testing/plex-server.ts';
import { withoutAccept } from './testing/without-accept.ts';

const connect = (baseUrl: string, token: string) => clientFor(baseUrl, { token, retry: { attempts: 1 } });

describe.each(['JSON', 'XML'])('against the stand-in, answering in %s', (format) => {
  let standIn: PlexStandIn;
  let proxy: Awaited<ReturnType<typeof withoutAccept>> | undefined;
  let plex: PlexClient;

  beforeEach(async () => {
    standIn = await startPlexStandIn({ library: attic() });
    proxy = format === 'XML' ? await withoutAccept(standIn.url) : undefined;
    plex = connect(proxy?.url ?? standIn.url, standIn.token);
  });
  afterEach(async () => {
    plex.close();
    await proxy?.close();
    await standIn.close();
    expect(standIn.failures).toEqual([]);
  });

  test('the server, its sections and its accounts introduce themselves', async () => {
    expect(await plex.server.identity()).toMatchObject({
      machineIdentifier: 'attic-machine',
      version: '1.42.0',
    });
    expect(await plex.server.info()).toMatchObject({ friendlyName: 'Attic', myPlexUsername: 'owner' });
    expect(await plex.sections.list()).toMatchObject([
      {
        key: '1',
        type: 'movie',
        title: 'Films',
        language: 'en-US',
        updatedAt: '2023-11-14T22:13:20.000Z',
        locations: [{ path: '/media/1' }],
      },
      { key: '2', type: 'show' },
      { key: '3', type: 'artist' },
    ]);
    expect(await plex.sections.preferences('1')).toEqual([]);
    expect(await plex.history.accounts()).toMatchObject([
      { id: 1, name: 'owner' },
      { id: 12, name: 'guest' },
    ]);
  });

  test('items are paged, sorted, searched, filtered and counted', async () => {
    const page = await plex.items.page('1', {
      type: 'movie',
      sort: { by: 'year', descending: true },
      start: 1,
      size: 2,
    });
    expect(page).toMatchObject({ start: 1, totalSize: 5 });
    expect(page.entries.map(({ year, sectionId }) => [year, sectionId])).toEqual([
      [1993, '1'],
      [1992, '1'],
    ]);
    expect(page.entries[0]).toMatchObject({ title: '1917', guids: ['imdb://tt3', 'tmdb://3'] });

    const keys: string[] = [];
    for await (const { ratingKey } of plex.items.all('1', { type: 'movie', pageSize: 2 }))
      keys.push(ratingKey);
    expect(keys.sort()).toEqual(['101', '102', '103', '104', '105']);

    expect((await plex.items.page('1', { title: 'cinder "q' })).entries.map(({ title }) => title)).toEqual([
      'Cinder "Q"',
    ]);
    expect(await plex.items.count('2', { type: 'episode' })).toBe(2);
    const genres = await plex.vocabulary.choices('1', 'genre');
    const drama = genres.find(({ title }) => title === 'Drama')?.key ?? '';
    const comedy = genres.find(({ title }) => title === 'Comedy')?.key ?? '';
    const years = async (filter: Parameters<typeof allOf>[0]) =>
      (await plex.items.page('1', { type: 'movie', filter, sort: { by: 'year' } })).entries.map(
        ({ year }) => year,
      );
    expect(await years(where('year', '>>=', 1992))).toEqual([1993, 1994]);
    expect(await years(where('year', '<<=', 1991))).toEqual([1990]);
    expect(await years(where('genre', '=', drama))).toEqual([1990, 1992, 1994]);
    expect(await years(where('genre', '=', drama, comedy))).toEqual([1990, 1991, 1992, 1993, 1994]);
    expect(await years(where('genre', '!=', drama))).toEqual([1991, 1993]);
    expect(await years(where('title', '==', 'Amber & Ash'))).toEqual([1990]);
    expect(await years(where('title', '<=', 'Bra'))).toEqual([1991]);
    expect(await years(where('title', '>=', 'tude'))).toEqual([1994]);
    expect(
      await years(
        allOf(where('year', '>>=', 1990), anyOf(where('genre', '=', comedy), where('year', '=', 1994))),
      ),
    ).toEqual([1991, 1993, 1994]);
    expect(
      await years(
        anyOf(allOf(where('genre', '=', drama), where('year', '<<=', 1992)), where('year', '=', 1993)),
      ),
    ).toEqual([1990, 1993]);
  });

  test('an item tells everything, and fits the contract', async () => {
    const film = await plex.metadata.get('101');
    expect(film).toMatchObject({
      title: 'Amber & Ash',
      userRating: 9,
      viewCount: 2,
      lastViewedAt: '2023-07-22T04:26:40.000Z',
      genres: ['Drama'],
      labels: ['Keep, this'],
      guids: ['imdb://tt0', 'tmdb://0'],
      roles: [{ name: 'Bo Stern', role: 'The Carter' }],
      sectionId: '1',
      thumb: '/library/metadata/101/thumb/1700000001',
    });
    expect(itemDetails('attic', '1', film)).toMatchObject({
      id: 'attic.101',
      resolution: '4k',
      posterVersion: '1700000001',
      media: [
        {
          resolution: '4k',
          aspectRatio: 2.35,
          parts: [{ sizeBytes: 60_129_542_144 }],
          streams: [{ hdr: 'dolby-vision' }, { kind: 'audio', channels: 8 }],
        },
      ],
    });
    const other = itemDetails('attic', '1', await plex.metadata.get('102'));
    expect(other?.media[0]?.streams[0]).toMatchObject({ hdr: 'hdr10' });
    expect(
      (await plex.metadata.many(['103', '101', '777'])).map(({ ratingKey }) => ratingKey).sort(),
    ).toEqual(['101', '103']);
    expect(await plex.metadata.many(['777'])).toEqual([]);
    await expect(plex.metadata.get('777')).rejects.toMatchObject({ code: 'item.not-found' });
  });

  test('children and leaves are listed with their parents', async () => {
    expect((await plex.metadata.children('200')).entries).toMatchObject([
      { ratingKey: '201', type: 'season', parentRatingKey: '200' },
    ]);
    const episodes = (await plex.metadata.allLeaves('200')).entries;
    expect(episodes).toMatchObject([
      { ratingKey: '202', type: 'episode', index: 1, parentIndex: 1, grandparentTitle: 'The Show' },
      { ratingKey: '203' },
    ]);
    expect((await plex.metadata.children('301', { start: 1, size: 1 })).entries).toMatchObject([
      { title: 'Two' },
    ]);
  });
  test('the vocabulary names fields, sorts and operators', async () => {
    const { types, fieldTypes } = await plex.vocabulary.ofItems('3');
    const tracks = types.find(({ type }) => type === 'track');
    expect(tracks?.fields.map(({ key }) => key)).toContain('track.userRating');
    expect(tracks?.sorts.length).toBeGreaterThan(0);
    expect(fieldTypes.find(({ type }) => type === 'integer')?.operators.map(({ key }) => key)).toContain(
      '>>=',
    );
    expect(await plex.vocabulary.ofCollections('1')).toHaveProperty('types');
  });

  test('a guest sees only what is shared, and changes nothing of the owner', async () => {
    const guest = connect(proxy?.url ?? standIn.url, 'guest-token');
    expect((await guest.sections.list()).map(({ key }) => key)).toEqual(['1']);
    await expect(guest.metadata.get('200')).rejects.toMatchObject({
      code: expect.stringMatching(/not-found|unauthorized/),
    });
    await expect(guest.labels.add('101', ['Mine'])).rejects.toMatchObject({ code: 'plex.unauthorized' });
    guest.close();
    const stranger = connect(proxy?.url ?? standIn.url, 'nobody');
    await expect(stranger.sections.list()).rejects.toMatchObject({ code: 'plex.unauthorized' });
    stranger.close();
  });

  test('faults of the server come out as our errors', async () => {
    const { faults } = standIn;
    faults.add({ path: '/library/sections', times: 1, effect: { kind: 'malformed' } });
    await expect(plex.sections.list()).rejects.toMatchObject({ code: 'plex.bad-answer' });
    faults.add({ path: '/library/sections/1/all', times: 1, effect: { kind: 'cut' } });
    await expect(plex.items.page('1', {})).rejects.toMatchObject({
      code: expect.stringMatching(/unreachable|bad-answer/),
    });
    faults.add({ path: '/library/metadata/101/thumb/*', times: 1, effect: { kind: 'cut' } });
    await expect(plex.images.download('/library/metadata/101/thumb/1')).rejects.toMatchObject({
      code: 'plex.unreachable',
    });
    faults.add({ path: '/', times: 1, effect: { kind: 'status', status: 503 } });
    await expect(plex.server.info()).rejects.toMatchObject({ code: 'plex.unreachable' });
  });
});

import { type PlexStandIn, startPlexStandIn } from '@marquee/stand-ins';
import { type PlexClient, type PlexEvent, readContentUri, where } from './index.ts';
import { attic, OTHER_PIXEL, PIXEL } from './testing/attic-library.ts';
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

  test('posters are listed, uploaded, selected and downloaded', async () => {
    const before = await plex.metadata.get('101');
    expect(Buffer.from((await plex.images.download(before.thumb ?? '')).bytes)).toEqual(PIXEL);
    await plex.artwork.upload('101', 'poster', OTHER_PIXEL);
    const [uploaded, agent] = await plex.artwork.list('101', 'poster');
    expect([uploaded, agent]).toMatchObject([
      { selected: true, source: 'uploaded' },
      { selected: false, source: 'agent' },
    ]);
    expect(Buffer.from((await plex.images.download(uploaded?.path ?? '')).bytes)).toEqual(OTHER_PIXEL);
    const after = await plex.metadata.get('101');
    expect(after.thumb).not.toBe(before.thumb);
    expect(Buffer.from((await plex.images.download(after.thumb ?? '')).bytes)).toEqual(OTHER_PIXEL);
    await plex.artwork.select('101', 'poster', agent?.id ?? '');
    expect(await plex.artwork.list('101', 'poster')).toMatchObject([{ selected: false }, { selected: true }]);
    await plex.artwork.upload('101', 'art', PIXEL);
    expect(await plex.artwork.list('101', 'art')).toMatchObject([{ selected: true, source: 'uploaded' }]);
    await expect(plex.images.download('/library/metadata/101/thumb/../../777/thumb/1')).rejects.toMatchObject(
      { code: 'image.not-found' },
    );
  });

  test('labels and fields are changed and stay as they were set', async () => {
    expect(await plex.labels.add('101', ['Overlay', 'Ü & "x"'])).toEqual([
      'Keep, this',
      'Overlay',
      'Ü & "x"',
    ]);
    expect((await plex.metadata.get('101')).labels.sort()).toEqual(['Keep, this', 'Overlay', 'Ü & "x"']);
    await plex.labels.remove('101', ['Keep, this']);
    expect((await plex.metadata.get('101')).labels.sort()).toEqual(['Overlay', 'Ü & "x"']);
    await plex.labels.set('101', ['Only']);
    expect((await plex.metadata.get('101')).labels).toEqual(['Only']);
    await plex.labels.set('101', []);
    expect((await plex.metadata.get('101')).labels).toEqual([]);

    const two = { sectionId: '1', type: 'movie' as const, ratingKeys: ['101', '102'] as const };
    await plex.edits.fields(two, {
      summary: { value: 'New – "äöü" & | more' },
      title: { value: 'Same', locked: false },
    });
    await plex.edits.lock(two, ['thumb'], true);
    for (const film of await plex.metadata.many(two.ratingKeys)) {
      expect(film).toMatchObject({ summary: 'New – "äöü" & | more', title: 'Same' });
      expect(film.lockedFields).toEqual(expect.arrayContaining(['summary', 'thumb']));
      expect(film.lockedFields).not.toContain('title');
    }
    await plex.edits.lock(two, ['thumb'], false);
    expect((await plex.metadata.get('101')).lockedFields).not.toContain('thumb');
    await plex.edits.refresh('101');
  });

  test('ratings and views are set and taken back, and views become history', async () => {
    await plex.watching.rate('103', 7.5);
    expect((await plex.metadata.get('103')).userRating).toBe(7.5);
    await plex.watching.rate('103', null);
    expect((await plex.metadata.get('103')).userRating).toBeNull();
    await plex.watching.scrobble('103');
    expect((await plex.metadata.get('103')).viewCount).toBe(1);
    await plex.watching.unscrobble('103');
    expect((await plex.metadata.get('103')).viewCount).toBe(0);
    await expect(plex.watching.rate('777', 5)).rejects.toMatchObject({ code: 'item.not-found' });

    const views = await plex.history.page({ accountId: 1, ratingKey: '101', since: new Date('2023-07-01') });
    expect(views.entries).toMatchObject([
      { ratingKey: '101', accountId: 1, viewedAt: '2023-07-22T04:26:40.000Z', title: 'Amber & Ash' },
    ]);
    expect((await plex.history.page({ accountId: 12 })).totalSize).toBe(0);
    expect((await plex.history.page({ ratingKey: '101', since: new Date('2023-08-01') })).totalSize).toBe(0);
  });

  test('a playlist lives from creation to deletion', async () => {
    const { ratingKey } = await plex.playlists.create({
      type: 'audio',
      title: 'Mix & Match',
      ratingKeys: ['302', '303'],
    });
    await plex.playlists.add(ratingKey, ['304']);
    const members = async () => (await plex.playlists.items(ratingKey)).entries;
    const [one, two, three] = await members();
    expect([one, two, three].map((track) => track?.title)).toEqual(['One', 'Two', 'Three']);
    await plex.playlists.move(ratingKey, three?.playlistItemId ?? '', null);
    await plex.playlists.move(ratingKey, one?.playlistItemId ?? '', two?.playlistItemId ?? '');
    expect((await members()).map(({ title }) => title)).toEqual(['Three', 'Two', 'One']);
    await plex.playlists.remove(ratingKey, two?.playlistItemId ?? '');
    await plex.playlists.edit(ratingKey, { title: 'Renamed', summary: 'Why' });
    expect(await plex.playlists.get(ratingKey)).toMatchObject({
      title: 'Renamed',
      summary: 'Why',
      leafCount: 2,
      smart: false,
      playlistType: 'audio',
    });
    expect((await plex.playlists.list({ type: 'audio', title: 'Renamed' })).totalSize).toBe(1);
    expect((await plex.playlists.list({ type: 'video' })).totalSize).toBe(0);
    await plex.playlists.delete(ratingKey);
    await expect(plex.playlists.get(ratingKey)).rejects.toMatchObject({ code: 'item.not-found' });
  });

  test('a smart playlist answers its question, and the question can be read and changed', async () => {
    const content = {
      sectionId: '3',
      type: 'track' as const,
      sort: { by: 'userRating', descending: true },
      filter: where('track.userRating', '>>=', 7),
    };
    const made = await plex.playlists.createSmart({ type: 'audio', title: 'Top', content });
    expect(made.smart).toBe(true);
    const titles = async () => (await plex.playlists.items(made.ratingKey)).entries.map(({ title }) => title);
    expect(await titles()).toEqual(['One']);
    const { content: uri } = await plex.playlists.get(made.ratingKey);
    expect(readContentUri(uri ?? '')).toMatchObject({
      sectionId: '3',
      type: 'track',
      sort: [content.sort],
      filter: where('track.userRating', '>>=', '7'),
    });
    await plex.playlists.changeContent(made.ratingKey, {
      ...content,
      filter: where('track.userRating', '>>=', 1),
    });
    expect(await titles()).toEqual(['One', 'Two']);
  });

  test('a collection lives from creation to deletion, and can be shown on the home screen', async () => {
    const wanted = { sectionId: '1', type: 'movie' as const, title: 'Set' };
    const { ratingKey } = await plex.collections.create(wanted, ['101', '102']);
    await plex.collections.add(ratingKey, ['103']);
    await plex.collections.remove(ratingKey, '101');
    await plex.collections.setSort(ratingKey, 'custom');
    await plex.collections.setMode(ratingKey, 'hideItems');
    await plex.collections.move(ratingKey, '103', null);
    expect((await plex.collections.items(ratingKey)).entries.map((one) => one.ratingKey)).toEqual([
      '103',
      '102',
    ]);
    expect(await plex.collections.get(ratingKey)).toMatchObject({
      title: 'Set',
      type: 'collection',
      childCount: 2,
      collectionMode: 1,
      collectionSort: 2,
    });
    expect((await plex.metadata.get('103')).collections).toEqual(['Set']);
    expect((await plex.collections.list('1')).entries).toMatchObject([
      { ratingKey, title: 'Set', sectionId: '1' },
    ]);

    await plex.hubs.show('1', ratingKey, { recommended: true, ownHome: false, sharedHome: true });
    const [hub] = await plex.hubs.list('1', { collectionId: ratingKey });
    expect(hub).toMatchObject({
      promotedToRecommended: true,
      promotedToOwnHome: false,
      promotedToSharedHome: true,
    });
    await plex.hubs.move('1', hub?.identifier ?? '', null);

    await plex.collections.delete(ratingKey);
    await expect(plex.collections.get(ratingKey)).rejects.toMatchObject({ code: 'item.not-found' });

    const content = { sectionId: '1', type: 'movie' as const, filter: where('year', '>>=', 1992) };
    const smart = await plex.collections.createSmart('Late', content);
    expect((await plex.collections.items(smart.ratingKey)).totalSize).toBe(2);
    await plex.collections.changeContent(smart.ratingKey, { ...content, filter: where('year', '>>=', 1993) });
    expect((await plex.collections.items(smart.ratingKey)).totalSize).toBe(1);
  });
});

test('what changes on the stand-in is heard at once', async () => {
  const standIn = await startPlexStandIn({ library: attic() });
  const plex = connect(standIn.url, standIn.token);
  const controller = new AbortController();
  const events: PlexEvent[] = [];
  for await (const event of plex.notifications.subscribe({ signal: controller.signal })) {
    events.push(event);
    if (event.type === 'connected') await plex.edits.refresh('101');
    if (event.type === 'timeline') controller.abort();
  }
  expect(events[0]).toEqual({ type: 'connected', again: false });
  expect(events.at(-1)).toMatchObject({
    type: 'timeline',
    ratingKey: '101',
    sectionId: '1',
    phase: 'processed',
  });
  plex.close();
  await standIn.close();
});

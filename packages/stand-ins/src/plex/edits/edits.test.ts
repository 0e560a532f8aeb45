import { openPlex } from '../testing/open-plex.ts';

const edit = (query: string) => `/library/sections/1/all?${query}`;

const open = () => {
  const plex = openPlex();
  const item = (key: number) => {
    const found = plex.world.item(key);
    if (!found) throw new Error(`No item ${key}`);
    return found;
  };
  return { plex, item };
};

test('named labels are added to those there are, once whatever their case', async () => {
  const { plex, item } = open();
  expect(
    await plex.put(edit('type=1&id=102&label[0].tag.tag=keep&label[1].tag.tag=Overlay&label.locked=1')),
  ).toBe(200);
  expect(item(102).tags.label).toEqual(['Keep', 'Overlay']);
  expect(item(102).locked).toEqual(['label']);
});

test('labels are taken away by the minus form, whose names are encoded twice', async () => {
  const { plex, item } = open();
  const awkward = 'Salt, pepper & 100%';
  await plex.put(edit(`id=102&label[0].tag.tag=${encodeURIComponent(awkward)}&label[1].tag.tag=Stay`));
  const names = [awkward, 'keep'].map((name) => encodeURIComponent(name)).join(',');
  await plex.put(edit(`id=102&label[].tag.tag-=${encodeURIComponent(names)}&label.locked=0`));
  expect(item(102).tags.label).toEqual(['Stay']);
  expect(item(102).locked).toEqual([]);
});

test('one request edits many items at once', async () => {
  const { plex, item } = open();
  await plex.put(
    edit('type=1&id=101,102,103&genre[0].tag.tag=Classic&genre.locked=1&studio.value=S&studio.locked=1'),
  );
  for (const key of [101, 102, 103]) {
    expect(item(key).tags.genre).toContain('Classic');
    expect([item(key).studio, item(key).locked]).toEqual(['S', ['genre', 'studio']]);
  }
});

test('fields take text and numbers, an empty value clears all but the title', async () => {
  const { plex, item } = open();
  await plex.put(edit('id=101&rating.value=8.5&year.value=2001&summary.value=New%20words&title.value=Other'));
  expect(item(101)).toMatchObject({ rating: 8.5, year: 2001, summary: 'New words', title: 'Other' });
  await plex.put(edit('id=101&rating.value=&contentRating.value=&title.value='));
  expect(item(101).rating).toBeUndefined();
  expect(item(101).contentRating).toBeUndefined();
  expect(item(101).title).toBe('Other');
});

test('a lock alone touches nothing but the lock', async () => {
  const { plex, item } = open();
  const before = structuredClone(item(101));
  await plex.put(edit('id=101&thumb.locked=1'));
  expect(item(101)).toEqual({ ...before, locked: ['thumb'], updatedAt: item(101).updatedAt });
});

test('the part an actor plays survives a change of the cast', async () => {
  const { plex, item } = open();
  await plex.put(edit('id=101&actor[0].tag.tag=Eve%20Low'));
  expect(item(101).roles).toEqual([{ name: 'Bo Stern', role: 'The Carter' }, { name: 'Eve Low' }]);
});

test.each([
  ['type=1&label[0].tag.tag=A', 400],
  ['id=&label[0].tag.tag=A', 404],
  ['id=99999&label[0].tag.tag=A', 404],
  ['id=101,99999&label[0].tag.tag=A', 200],
])('an edit of %s answers %i', async (query, status) => {
  expect(await openPlex().put(edit(query))).toBe(status);
});

test('an edit is announced to listeners', async () => {
  const { plex } = open();
  await plex.put(edit('id=101&title.value=T'));
  expect(plex.notices).toEqual([
    { type: 'timeline', itemId: 101, sectionId: 1, itemType: 1, title: 'T', state: 5 },
  ]);
});

describe('collections', () => {
  const both = edit('type=1&id=101,102&collection[0].tag.tag=Both&collection.locked=0');

  test('are created by tagging and vanish with their last member', async () => {
    const { plex } = open();
    await plex.put(both);
    expect(await plex.titles('/library/collections/1000/children')).toEqual([
      'The Amber Road',
      'Brass & Bone',
    ]);
    await plex.put(edit('type=1&id=101&collection[].tag.tag-=Both'));
    expect(await plex.titles('/library/collections/1000/children')).toEqual(['Brass & Bone']);
    await plex.put(edit('type=1&id=102&collection[].tag.tag-=Both'));
    expect((await plex.ask('/library/collections/1000')).status).toBe(404);
  });

  test('tagging again joins the one there is', async () => {
    const { plex } = open();
    await plex.put(both);
    await plex.put(edit('type=1&id=103&collection[0].tag.tag=both'));
    expect(plex.world.state.collections.map(({ title, members }) => [title, members])).toEqual([
      ['Both', [101, 102, 103]],
    ]);
  });

  test('a blank one stays although it is empty', async () => {
    const { plex } = open();
    const made = await plex.ask(
      '/library/collections?type=1&title=Blank&smart=0&sectionId=1&uri=server://m/com.plexapp.plugins.library/library/metadata',
      { method: 'POST' },
    );
    expect(made.status).toBe(200);
    expect(await plex.titles('/library/sections/1/collections')).toEqual(['Blank']);
  });

  test('a smart one holds what its filter finds at the moment', async () => {
    const { plex } = open();
    const uri = encodeURIComponent(
      'server://m/com.plexapp.plugins.library/library/sections/1/all?type=1&sort=year&genre=Comedy',
    );
    await plex.ask(`/library/collections?type=1&title=Laughs&smart=1&sectionId=1&uri=${uri}`, {
      method: 'POST',
    });
    expect(await plex.titles('/library/collections/1000/children')).toEqual(['Brass & Bone', 'Cinder']);
    await plex.put(edit('id=104&genre[0].tag.tag=Comedy'));
    expect(await plex.titles('/library/collections/1000/items')).toEqual(['Brass & Bone', 'Cinder', 'Dünen']);
  });

  test('deleting one takes it off the home screen as well', async () => {
    const { plex } = open();
    await plex.put(both);
    await plex.ask('/hubs/sections/1/manage?metadataItemId=1000&promotedToOwnHome=1', { method: 'POST' });
    expect((await plex.json('/hubs/sections/1/manage')).size).toBe(1);
    await plex.ask('/library/collections/1000', { method: 'DELETE' });
    expect((await plex.json('/hubs/sections/1/manage')).size).toBe(0);
  });

  test('a seed may name them on its items', async () => {
    const { smallLibrary } = await import('../testing/small-library.ts');
    const library = smallLibrary();
    for (const item of library.items.slice(0, 2)) item.tags.collection = ['Seeded'];
    const plex = openPlex(library);
    expect(await plex.titles('/library/sections/1/all?collection=Seeded')).toEqual([
      'The Amber Road',
      'Brass & Bone',
    ]);
  });
});

describe('playlists', () => {
  const uri = (keys: string) =>
    encodeURIComponent(`server://m/com.plexapp.plugins.library/library/metadata/${keys}`);
  const create = `/playlists?type=audio&title=P&smart=0&uri=${uri('312,311')}`;

  test('keep the order they were made in, and the same track twice', async () => {
    const plex = openPlex();
    await plex.ask(create, { method: 'POST' });
    await plex.put(`/playlists/1000/items?uri=${uri('312')}`);
    expect(await plex.titles('/playlists/1000/items')).toEqual(['Flow', 'Ebb', 'Flow']);
    const entries = (await plex.json('/playlists/1000/items')).Metadata ?? [];
    await plex.ask(`/playlists/1000/items/${entries[0]?.playlistItemID}`, { method: 'DELETE' });
    expect(await plex.titles('/playlists/1000/items')).toEqual(['Ebb', 'Flow']);
  });

  test('are private', async () => {
    const plex = openPlex();
    await plex.ask(create, { method: 'POST' });
    expect((await plex.json('/playlists', { token: 'sam-token' })).size).toBe(0);
    expect((await plex.ask('/playlists/1000', { token: 'sam-token' })).status).toBe(404);
    expect((await plex.ask('/playlists/1000', { token: 'sam-token', method: 'DELETE' })).status).toBe(404);
  });

  test('a smart one returns the uri it was made with', async () => {
    const plex = openPlex();
    const content =
      'server://m/com.plexapp.plugins.library/library/sections/3/all?type=10&track.userRating%3E%3E=6&limit=1';
    const made = await plex.ask(`/playlists?type=audio&title=S&smart=1&uri=${encodeURIComponent(content)}`, {
      method: 'POST',
      headers: { accept: 'application/json' },
    });
    expect(JSON.parse(made.text).MediaContainer.Metadata[0]).toMatchObject({
      content,
      smart: true,
      leafCount: 1,
    });
    expect(await plex.titles('/playlists/1000/items')).toEqual(['Ebb']);
    expect((await plex.ask('/playlists/1000/items', { method: 'DELETE' })).status).toBe(400);
  });

  test.each(['/playlists', '/playlists?title=P', '/playlists?uri=x&title='])(
    '%s creates none',
    async (url) => {
      expect((await openPlex().ask(url, { method: 'POST' })).status).toBe(400);
    },
  );
});

describe('plays and ratings', () => {
  test.each([
    ['rating=7.5', 200, 7.5],
    ['rating=-1', 200, undefined],
    ['rating=11', 400, 9],
    ['rating=many', 400, 9],
    ['', 400, 9],
  ])('a rating of "%s" answers %i', async (rating, status, kept) => {
    const { plex, item } = open();
    expect(await plex.put(`/:/rate?key=101&identifier=com.plexapp.plugins.library&${rating}`)).toBe(status);
    expect(item(101).use[1]?.userRating).toBe(kept);
  });

  test('a played show means every episode, and each is remembered', async () => {
    const { plex, item } = open();
    await plex.ask('/:/scrobble?key=201');
    expect([211, 212, 221].map((key) => item(key).use[1]?.viewCount)).toEqual([1, 1, 1]);
    expect((await plex.json('/status/sessions/history/all?metadataItemID=201')).size).toBe(3);
    await plex.ask('/:/unscrobble?key=210');
    expect([211, 221].map((key) => item(key).use[1]?.viewCount)).toEqual([undefined, 1]);
  });

  test('the history of a deleted film keeps its name', async () => {
    const { plex } = open();
    await plex.ask('/library/metadata/101', { method: 'DELETE' });
    const plays = (await plex.json('/status/sessions/history/all?accountID=1')).Metadata ?? [];
    expect(plays.map(({ title, ratingKey }) => [title, ratingKey])).toEqual([
      ['The Amber Road', undefined],
      ['The Amber Road', undefined],
    ]);
  });
});

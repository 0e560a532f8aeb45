import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlexStandIn } from './plex-stand-in.ts';
import { call, emptyFolder, startPlex, stopAll } from './testing/running-plex.ts';
import { pixel, smallLibrary } from './testing/small-library.ts';

afterEach(async () => {
  expect(await stopAll()).toEqual([]);
});

describe('a server on a socket', () => {
  test('answers XML as Plex writes it, and a HEAD without a body', async () => {
    const plex = await startPlex();
    const answer = await call(plex, '/');
    expect(answer.headers.get('content-type')).toBe('text/xml;charset=utf-8');
    const head = await call(plex, '/', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test('serves pictures without a charset', async () => {
    const answer = await call(await startPlex(), '/library/metadata/101/thumb/1');
    expect(answer.headers.get('content-type')).toBe('image/png');
  });

  test('shrinks a picture that is asked for small', async () => {
    const answer = await call(
      await startPlex(),
      `/photo/:/transcode?width=1&height=1&minSize=1&url=${encodeURIComponent('/library/metadata/101/thumb/1')}`,
    );
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  });

  test('remembers what it was asked', async () => {
    const plex = await startPlex();
    await call(plex, '/library/sections/9/all?type=1');
    expect(plex.exchanges).toMatchObject([
      { method: 'GET', path: '/library/sections/9/all', query: 'type=1', status: 404 },
    ]);
  });

  test('takes another token for its owner', async () => {
    const plex = await startPlex({ token: 'mine' });
    expect((await call(plex, '/library')).status).toBe(200);
    expect((await call(plex, '/library', { headers: { 'X-Plex-Token': 'owner-token' } })).status).toBe(401);
  });

  test('leaves the seed it was given alone', async () => {
    const library = smallLibrary();
    const plex = await startPlex({ library });
    await call(plex, '/library/sections/1/all?id=101&title.value=Changed', { method: 'PUT' });
    expect(library.items[0]?.title).toBe('The Amber Road');
  });

  test('shows what changed behind the clients’ backs', async () => {
    const plex = await startPlex();
    plex.change((state) => {
      const [film] = state.items;
      if (film) state.items.push({ ...structuredClone(film), ratingKey: 900, title: 'Fresh' });
    });
    expect((await call(plex, '/library/metadata/900')).status).toBe(200);
  });
});

describe('state', () => {
  test('outlives the process, uploads included', async () => {
    const stateFile = join(emptyFolder(), 'plex', 'state.json');
    const first = await startPlex({ stateFile });
    await call(first, '/library/sections/1/all?id=101&label[0].tag.tag=Overlay', { method: 'PUT' });
    await call(first, '/library/metadata/101/posters', { method: 'POST', body: pixel });
    await first.close();

    const second = await startPlex({ stateFile, library: { ...smallLibrary(), items: [] } });
    const film = second.state.items.find(({ ratingKey }) => ratingKey === 101);
    expect(film?.tags.label).toEqual(['Overlay']);
    const thumb = await call(second, `/library/metadata/101/thumb/${film?.pictures.poster?.version}`);
    expect(Buffer.compare(Buffer.from(await thumb.arrayBuffer()), pixel)).toBe(0);
  });

  test('is written whole: nothing unfinished is left beside it', async () => {
    const home = emptyFolder();
    const stateFile = join(home, 'state.json');
    const plex = await startPlex({ stateFile });
    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        call(plex, `/:/rate?key=101&rating=${at % 10}`, { method: 'PUT' }),
      ),
    );
    await plex.close();
    expect(readdirSync(home)).toEqual(['state.json']);
    expect(JSON.parse(readFileSync(stateFile, 'utf8')).state.items).toHaveLength(15);
  });

  test.each(['', '{', '[]', '{"format":99}', '{"format":1,"state":{}}'])(
    'a file holding %j is put aside, and the seed used',
    async (text) => {
      const stateFile = join(emptyFolder(), 'state.json');
      writeFileSync(stateFile, text);
      const plex = await startPlex({ stateFile });
      expect(plex.state.items).toHaveLength(15);
      expect(readFileSync(`${stateFile}.unreadable`, 'utf8')).toBe(text);
    },
  );
});

test('the number of a tag is the same after a restart', async () => {
  const stateFile = join(emptyFolder(), 'state.json');
  const genres = async (plex: PlexStandIn) => (await call(plex, '/library/sections/1/genre')).text();
  const first = await startPlex({ stateFile });
  await call(first, '/library/sections/1/country');
  const before = await genres(first);
  await first.close();
  expect(await genres(await startPlex({ stateFile }))).toBe(before);
});

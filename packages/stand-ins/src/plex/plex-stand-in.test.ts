import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { WebSocket } from 'ws';
import { type PlexStandIn, type PlexStandInOptions, startPlexStandIn } from './plex-stand-in.ts';
import { ask, openLine } from './replay/ask.ts';
import { pixel, smallLibrary } from './testing/small-library.ts';

const running: PlexStandIn[] = [];
const folders: string[] = [];

const start = async (options: Partial<PlexStandInOptions> = {}): Promise<PlexStandIn> => {
  const plex = await startPlexStandIn({ library: smallLibrary(), ...options });
  running.push(plex);
  return plex;
};

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'marquee-plex-'));
  folders.push(made);
  return made;
};

const call = (plex: PlexStandIn, url: string, init: RequestInit = {}) =>
  fetch(`${plex.url}${url}`, { ...init, headers: { 'X-Plex-Token': plex.token, ...init.headers } });

afterEach(async () => {
  const failures = running.flatMap((plex) => plex.failures);
  await Promise.all(running.splice(0).map((plex) => plex.close()));
  for (const made of folders.splice(0)) rmSync(made, { recursive: true });
  expect(failures).toEqual([]);
});

describe('a server on a socket', () => {
  test('answers XML as Plex writes it, and a HEAD without a body', async () => {
    const plex = await start();
    const answer = await call(plex, '/');
    expect(answer.headers.get('content-type')).toBe('text/xml;charset=utf-8');
    const head = await call(plex, '/', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test('serves pictures without a charset', async () => {
    const answer = await call(await start(), '/library/metadata/101/thumb/1');
    expect(answer.headers.get('content-type')).toBe('image/png');
  });

  test('shrinks a picture that is asked for small', async () => {
    const answer = await call(
      await start(),
      `/photo/:/transcode?width=1&height=1&minSize=1&url=${encodeURIComponent('/library/metadata/101/thumb/1')}`,
    );
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  });

  test('remembers what it was asked', async () => {
    const plex = await start();
    await call(plex, '/library/sections/9/all?type=1');
    expect(plex.exchanges).toMatchObject([
      { method: 'GET', path: '/library/sections/9/all', query: 'type=1', status: 404 },
    ]);
  });

  test('takes another token for its owner', async () => {
    const plex = await start({ token: 'mine' });
    expect((await call(plex, '/library')).status).toBe(200);
    expect((await call(plex, '/library', { headers: { 'X-Plex-Token': 'owner-token' } })).status).toBe(401);
  });

  test('leaves the seed it was given alone', async () => {
    const library = smallLibrary();
    const plex = await start({ library });
    await call(plex, '/library/sections/1/all?id=101&title.value=Changed', { method: 'PUT' });
    expect(library.items[0]?.title).toBe('The Amber Road');
  });

  test('shows what changed behind the clients’ backs', async () => {
    const plex = await start();
    plex.change((state) => {
      const [film] = state.items;
      if (film) state.items.push({ ...structuredClone(film), ratingKey: 900, title: 'Fresh' });
    });
    expect((await call(plex, '/library/metadata/900')).status).toBe(200);
  });
});

describe('state', () => {
  test('outlives the process, uploads included', async () => {
    const stateFile = join(folder(), 'plex', 'state.json');
    const first = await start({ stateFile });
    await call(first, '/library/sections/1/all?id=101&label[0].tag.tag=Overlay', { method: 'PUT' });
    await call(first, '/library/metadata/101/posters', { method: 'POST', body: pixel });
    await first.close();

    const second = await start({ stateFile, library: { ...smallLibrary(), items: [] } });
    const film = second.state.items.find(({ ratingKey }) => ratingKey === 101);
    expect(film?.tags.label).toEqual(['Overlay']);
    const thumb = await call(second, `/library/metadata/101/thumb/${film?.pictures.poster?.version}`);
    expect(Buffer.compare(Buffer.from(await thumb.arrayBuffer()), pixel)).toBe(0);
  });

  test('is written whole: nothing unfinished is left beside it', async () => {
    const home = folder();
    const stateFile = join(home, 'state.json');
    const plex = await start({ stateFile });
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
      const stateFile = join(folder(), 'state.json');
      writeFileSync(stateFile, text);
      const plex = await start({ stateFile });
      expect(plex.state.items).toHaveLength(15);
      expect(readFileSync(`${stateFile}.unreadable`, 'utf8')).toBe(text);
    },
  );
});

test('the number of a tag is the same after a restart', async () => {
  const stateFile = join(folder(), 'state.json');
  const genres = async (plex: PlexStandIn) => (await call(plex, '/library/sections/1/genre')).text();
  const first = await start({ stateFile });
  await call(first, '/library/sections/1/country');
  const before = await genres(first);
  await first.close();
  expect(await genres(await start({ stateFile }))).toBe(before);
});

describe('listeners', () => {
  const change = (plex: PlexStandIn) =>
    call(plex, '/library/sections/1/all?id=101&title.value=T', { method: 'PUT' });
  const timeline = {
    NotificationContainer: {
      type: 'timeline',
      size: 1,
      TimelineEntry: [
        {
          identifier: 'com.plexapp.plugins.library',
          sectionID: '1',
          itemID: '101',
          type: 1,
          title: 'T',
          state: 5,
        },
      ],
    },
  };

  test('hear of changes by WebSocket', async () => {
    const plex = await start();
    const socket = new WebSocket(
      `${plex.url.replace('http', 'ws')}/:/websockets/notifications?X-Plex-Token=${plex.token}`,
    );
    await once(socket, 'open');
    const heard = once(socket, 'message');
    await change(plex);
    const [message] = await heard;
    expect(JSON.parse(String(message))).toEqual(timeline);
    socket.close();
  });

  test('hear of plays as they go', async () => {
    const plex = await start();
    const socket = new WebSocket(
      `${plex.url.replace('http', 'ws')}/:/websockets/notifications?X-Plex-Token=${plex.token}`,
    );
    await once(socket, 'open');
    const heard = once(socket, 'message');
    await call(plex, '/:/timeline?ratingKey=102&state=playing&time=4000&duration=7000000');
    const [message] = await heard;
    expect(JSON.parse(String(message)).NotificationContainer).toMatchObject({
      type: 'playing',
      PlaySessionStateNotification: [{ ratingKey: '102', state: 'playing', viewOffset: 4000 }],
    });
    socket.close();
  });

  test('hear of changes as an event stream', async () => {
    const plex = await start();
    const stream = await call(plex, '/:/eventsource/notifications');
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    await change(plex);
    let text = '';
    for await (const chunk of stream.body ?? []) {
      text += Buffer.from(chunk).toString('utf8');
      if (text.endsWith('\n\n') && text.includes('data:')) break;
    }
    const [, event, data] = /event: (\w+)\ndata: (.*)\n\n/.exec(text) ?? [];
    expect([event, JSON.parse(data ?? '')]).toEqual(['timeline', timeline]);
  });

  test('need a token', async () => {
    const plex = await start();
    const socket = new WebSocket(
      `${plex.url.replace('http', 'ws')}/:/websockets/notifications?X-Plex-Token=no`,
    );
    const [error] = await once(socket, 'error');
    expect(String(error)).toContain('401');
    expect((await fetch(`${plex.url}/:/eventsource/notifications`)).status).toBe(401);
  });
});

describe('the fault switch', () => {
  test('refuses some requests and lets the others pass', async () => {
    const plex = await start({
      faults: [
        { method: 'POST', path: '/library/metadata/*/posters', effect: { kind: 'status', status: 500 } },
      ],
    });
    expect((await call(plex, '/library/metadata/101/posters', { method: 'POST', body: pixel })).status).toBe(
      500,
    );
    expect((await call(plex, '/library/metadata/101/posters')).status).toBe(200);
    expect(plex.state.items[0]?.pictures.poster?.choices).toHaveLength(1);
  });

  test('can wait, strike a number of times and be taken away', async () => {
    const plex = await start();
    const mend = plex.faults.add({
      path: '/library*',
      skip: 1,
      times: 2,
      effect: { kind: 'status', status: 503 },
    });
    const statuses = [];
    for (let at = 0; at < 4; at += 1) statuses.push((await call(plex, '/library/sections')).status);
    expect(statuses).toEqual([200, 503, 503, 200]);
    mend();
    plex.faults.add({ path: '*', effect: { kind: 'status', status: 503 } });
    plex.faults.clear();
    expect((await call(plex, '/library')).status).toBe(200);
  });

  test('concerns a query when it names one', async () => {
    const plex = await start();
    plex.faults.add({
      path: '/library/sections/1/all',
      query: 'type=18',
      effect: { kind: 'status', status: 401 },
    });
    expect((await call(plex, '/library/sections/1/all?type=18')).status).toBe(401);
    expect((await call(plex, '/library/sections/1/all?type=1')).status).toBe(200);
  });

  test('cuts an answer in the middle', async () => {
    const plex = await start();
    plex.faults.add({ path: '/library/sections', effect: { kind: 'cut' } });
    const answer = await call(plex, '/library/sections');
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
  });

  test('writes what nobody can read', async () => {
    const plex = await start();
    plex.faults.add({ path: '/', effect: { kind: 'malformed' } });
    expect(await (await call(plex, '/')).text()).toBe('<MediaContainer size="1"><Vid');
  });

  test('keeps a client waiting until it gives up', async () => {
    const plex = await start();
    plex.faults.add({ path: '/', effect: { kind: 'delay', milliseconds: 60_000 } });
    await expect(call(plex, '/', { signal: AbortSignal.timeout(30) })).rejects.toThrow(/abort|timeout/i);
  });
});

describe('whatever is sent, the server stands', () => {
  const nasty = [
    '/%',
    '/%00',
    '//////',
    '/../../etc/passwd',
    '/library/metadata/%2e%2e%2f',
    `/library/metadata/${'9'.repeat(400)}`,
    `/library/metadata/${Array.from({ length: 300 }, (_, at) => at).join(',')}`,
    '/library/metadata/-1',
    '/library/metadata/101/file?url=..%2F..%2Fetc%2Fpasswd',
    '/library/metadata/101/posters?url=file%3A%2F%2F%2Fetc%2Fpasswd',
    '/library/metadata/101/thumb/x',
    '/library/metadata/101/__proto__/1',
    '/library/sections/1/__proto__',
    '/library/sections/1/constructor',
    '/library/sections/1/all?type=constructor&sort=__proto__&__proto__=1',
    '/library/sections/1/all?type=99999999999999999999',
    '/library/sections/1/all?sort=,,,:::&limit=-1',
    `/library/sections/1/all?${'push=1&'.repeat(800)}genre=1`,
    '/library/sections/1/all?title=%F0%28%8C%28&genre=%',
    '/library/sections/1/all?id=101&label[0].tag.tag=%00%01&summary.value=%ED%A0%80',
    '/library/sections/1/all?id=101&__proto__.value=1&constructor.locked=1',
    '/library/sections/1/all?id=101&label[].tag.tag-=%25%25%25',
    '/playlists?title=x&uri=server%3A%2F%2F%2F%2F&smart=1',
    '/playlists?title=x&uri=server://m/com.plexapp.plugins.library/library/sections/99/all%3Ftype%3D1&smart=1',
    '/library/collections?title=x&sectionId=1&type=abc&smart=1&uri=%00',
    '/:/rate?key=[]&rating=NaN',
    '/:/timeline?ratingKey=101&time=99999999999999&duration=0&state=exploding',
    '/hubs/search?query=%25%5B(',
    '/hubs/sections/1/manage/%2F%2F/move?after=x',
    '/photo/:/transcode?url=/library/metadata/101/thumb/1&width=-5&height=99999999',
    '/status/sessions/history/all?viewedAt>=x&sort=;drop',
    '/status/sessions/history/all?constructor=1&__proto__>=2',
    '/playlists?sort=constructor:desc&playlistType=__proto__',
  ];

  test('no strange request gets a 500, in any method', async () => {
    const plex = await start();
    const line = openLine(plex.url, plex.token);
    for (const url of nasty) {
      for (const method of ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS']) {
        const [path = '', ...query] = url.split('?');
        const { status } = await ask(
          line,
          { method, path, query: query.join('?') },
          Buffer.from('\0nonsense'),
        );
        expect([method, url, status < 500]).toEqual([method, url, true]);
      }
    }
    line.close();
  });

  test('and after all that it still answers readable pages', async () => {
    const plex = await start();
    await call(plex, `/library/sections/1/all?id=101&title.value=${encodeURIComponent('\u0000<&">\uFFFF')}`, {
      method: 'PUT',
    });
    const xml = await (await call(plex, '/library/metadata/101')).text();
    expect(xml).toContain('title="&lt;&amp;&quot;&gt;"');
  });

  test('any list query whatever gets a list', async () => {
    const plex = await start();
    const line = openLine(plex.url, plex.token);
    const word = fc.oneof(
      fc.constantFrom(
        'type',
        'sort',
        'push',
        'pop',
        'or',
        'and',
        'title',
        'genre',
        'year',
        'show.title',
        'limit',
        '1',
        '-1',
        '4',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    const pair = fc.tuple(word, fc.constantFrom('=', '!=', '==', '>>=', '<<=', '<=', '>=', ''), word);
    await fc.assert(
      fc.asyncProperty(
        fc.array(pair, { maxLength: 12 }),
        fc.constantFrom(1, 2, 3),
        async (pairs, section) => {
          const query = pairs
            .map(
              ([name, operator, value]) =>
                `${encodeURIComponent(name)}${operator}${encodeURIComponent(value)}`,
            )
            .join('&');
          const { status } = await ask(
            line,
            { method: 'GET', path: `/library/sections/${section}/all`, query },
            new Uint8Array(),
          );
          expect(status).toBe(200);
        },
      ),
      { numRuns: 150 },
    );
    line.close();
  });

  test('a body beyond every picture is refused', async () => {
    const plex = await start();
    const answer = await call(plex, '/library/metadata/101/posters', {
      method: 'POST',
      body: new Uint8Array(31 * 1024 * 1024),
    });
    expect(answer.status).toBe(413);
  });
});

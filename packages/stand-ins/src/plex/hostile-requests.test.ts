import fc from 'fast-check';
import { ask, openLine } from './replay/ask.ts';
import { call, startPlex, stopAll } from './testing/running-plex.ts';

afterEach(async () => {
  expect(await stopAll()).toEqual([]);
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
    const plex = await startPlex();
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
    const plex = await startPlex();
    await call(plex, `/library/sections/1/all?id=101&title.value=${encodeURIComponent('\u0000<&">\uFFFF')}`, {
      method: 'PUT',
    });
    const xml = await (await call(plex, '/library/metadata/101')).text();
    expect(xml).toContain('title="&lt;&amp;&quot;&gt;"');
  });

  test('any list query whatever gets a list', async () => {
    const plex = await startPlex();
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
    const plex = await startPlex();
    const answer = await call(plex, '/library/metadata/101/posters', {
      method: 'POST',
      body: new Uint8Array(31 * 1024 * 1024),
    });
    expect(answer.status).toBe(413);
  });
});

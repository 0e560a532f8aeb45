import fc from 'fast-check';
import { addressOf, pathOnServer, plexPath, queryString } from './address.ts';

const base = 'http://plex.example:32400';
const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const segment = anyText.filter((text) => !['', '.', '..'].includes(text));

test('whatever a key holds, it stays one segment of the path', () => {
  fc.assert(
    fc.property(segment, (key) => {
      const { pathname, search, hash, origin } = addressOf(base, plexPath`/library/metadata/${key}/posters`);
      const parts = pathname.split('/');
      expect(parts.map(decodeURIComponent)).toEqual(['', 'library', 'metadata', key, 'posters']);
      expect([search, hash, origin]).toEqual(['', '', base]);
    }),
  );
});

test('whatever names and values a query holds, the server reads them back in order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 8 }), (pairs) => {
      const { searchParams, pathname } = addressOf(base, '/library/sections', pairs);
      expect([...searchParams.entries()]).toEqual(pairs);
      expect(pathname).toBe('/library/sections');
    }),
  );
});

test.each(['', '.', '..'])('a key "%s" would climb or vanish, so it is refused', (key) => {
  expect(() => plexPath`/library/metadata/${key}/posters`).toThrow('does not fit its schema');
});

test('text that is no valid Unicode is refused with our own error', () => {
  expect(() => queryString([['title', '\ud800']])).toThrow('does not fit its schema');
});

test('a list becomes one segment with commas that are not encoded', () => {
  expect(plexPath`/library/metadata/${['1', '2', 3]}`).toBe('/library/metadata/1,2,3');
});

test('a server below a path keeps that path', () => {
  expect(addressOf('https://home.example/plex/', '/identity').href).toBe(
    'https://home.example/plex/identity',
  );
});

test.each([
  ['/library/metadata/1/thumb/17', '/library/metadata/1/thumb/17'],
  [
    '/library/metadata/1/file?url=upload%3A%2F%2Fposters%2Fx',
    '/library/metadata/1/file?url=upload%3A%2F%2Fposters%2Fx',
  ],
  [`${base}/library/metadata/1/thumb/17?X-Plex-Token=old`, '/library/metadata/1/thumb/17'],
  ['https://image.tmdb.example/p.jpg', null],
  ['//evil.example/library/metadata/1', null],
  ['/\\evil.example/p.jpg', null],
  ['http://plex.example:32401/library', null],
  ['http://plex.example@evil.example/p.jpg', null],
  ['file:///etc/passwd', null],
  ['javascript:alert(1)', null],
  ['http://[', null],
])('the picture address %s leads to %s on this server', (address, path) => {
  expect(pathOnServer(base, address)).toBe(path);
});

test('an absolute picture address beside the path of the server is not on it', () => {
  const below = 'https://home.example/plex';
  expect(pathOnServer(below, 'https://home.example/plex/library/1')).toBe('/library/1');
  expect(pathOnServer(below, 'https://home.example/plexus/library/1')).toBeNull();
  expect(pathOnServer(below, '/library/1')).toBe('/library/1');
});

test('no picture address ever leads to another origin', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        fc.webUrl(),
        anyText.map((text) => `/${text}`),
      ),
      (address) => {
        const path = pathOnServer(base, address);
        if (path !== null) expect(addressOf(base, path).origin).toBe(base);
      },
    ),
  );
});

import { endToEndHeaders } from './headers.ts';

test('headers of one connection stay behind, also those that Connection names', () => {
  expect(
    endToEndHeaders({
      host: 'localhost',
      connection: 'keep-alive, X-Secret-Hop',
      'x-secret-hop': '1',
      'transfer-encoding': 'chunked',
      upgrade: 'h2c',
      te: 'trailers',
      'set-cookie': ['a=1', 'b=2'],
      etag: '"x"',
    }),
  ).toEqual({ host: 'localhost', 'set-cookie': ['a=1', 'b=2'], etag: '"x"' });
});

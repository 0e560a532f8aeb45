import { inspect } from 'node:util';
import {
  clientFor,
  type PlexServer,
  sendXml,
  startPlexServer,
  TOKEN,
  withPlex,
} from '../testing/plex-server.ts';

const identity = '<MediaContainer machineIdentifier="m" version="1"/>';
const seenBy = ({ received }: PlexServer) =>
  received
    .map(({ url, headers, body }) => `${url} ${JSON.stringify(headers)} ${body.toString('latin1')}`)
    .join('\n');

async function withCanary(test: (canary: PlexServer) => Promise<void>) {
  const canary = await startPlexServer((_, response) => sendXml(response, identity));
  try {
    await test(canary);
  } finally {
    await canary.close();
  }
}

test('the token travels in its header and nowhere in the address', () =>
  withPlex(
    (_, response) => sendXml(response, identity),
    async (plex, { received }) => {
      await plex.server.identity();
      expect(received[0]?.headers).toMatchObject({
        'x-plex-token': TOKEN,
        'x-plex-client-identifier': 'marquee-test',
        'x-plex-product': 'Marquee',
        accept: 'application/json',
      });
      expect(received[0]?.url).toBe('/identity');
    },
  ));

test.each([301, 302, 303, 307, 308])(
  'a redirect (%i) to another server is not followed: that one sees nothing',
  (status) =>
    withCanary((canary) =>
      withPlex(
        (_, response) => {
          response.writeHead(status, { Location: `${canary.url}/identity` });
          response.end();
        },
        async (plex) => {
          await expect(plex.server.identity()).rejects.toMatchObject({ code: 'plex.bad-answer' });
          await expect(plex.images.download('/library/metadata/1/thumb/1')).rejects.toMatchObject({
            code: 'plex.bad-answer',
          });
          expect(canary.received).toHaveLength(0);
        },
      ),
    ),
);

test('a redirect within the server is followed, but not for ever', () =>
  withPlex(
    ({ path }, response) => {
      if (path === '/identity') response.writeHead(302, { Location: '/elsewhere' }).end();
      else if (path === '/elsewhere') sendXml(response, identity);
      else response.writeHead(302, { Location: path }).end();
    },
    async (plex, { received }) => {
      expect((await plex.server.identity()).machineIdentifier).toBe('m');
      await expect(plex.sections.list()).rejects.toMatchObject({ code: 'plex.bad-answer' });
      expect(received.filter(({ path }) => path === '/library/sections')).toHaveLength(4);
    },
  ));

test('a change is not sent anywhere else, even within the server', () =>
  withPlex(
    (_, response) => response.writeHead(307, { Location: '/elsewhere' }).end(),
    async (plex, { received }) => {
      await expect(plex.artwork.upload('1', 'poster', new Uint8Array([1]))).rejects.toMatchObject({
        code: 'plex.bad-answer',
      });
      expect(received).toHaveLength(1);
    },
  ));

test('a picture on another server is not fetched', () =>
  withCanary((canary) =>
    withPlex(
      (_, response) => sendXml(response, identity),
      async (plex, { received }) => {
        await expect(plex.images.download(`${canary.url}/p.jpg`)).rejects.toMatchObject({
          code: 'image.not-found',
        });
        expect([canary.received.length, received.length]).toEqual([0, 0]);
      },
    ),
  ));

test('a proxy named in the environment gets neither the token nor the request', () =>
  withCanary((canary) =>
    withPlex(
      (_, response) => sendXml(response, identity),
      async (_, { url }) => {
        const before = process.env;
        process.env = {
          ...before,
          HTTP_PROXY: canary.url,
          http_proxy: canary.url,
          NO_PROXY: '',
          no_proxy: '',
        };
        const plex = clientFor(url);
        try {
          await plex.server.identity();
        } finally {
          process.env = before;
          plex.close();
        }
        expect(seenBy(canary)).toBe('');
      },
    ),
  ));

test('neither errors nor log lines hold the token', () =>
  withPlex(
    ({ path }, response) => {
      if (path === '/identity') response.destroy();
      else response.writeHead(path === '/' ? 401 : 500).end(`your token was ${TOKEN}`);
    },
    async (_, { url }) => {
      const lines: unknown[] = [];
      const keep = (...line: unknown[]) => lines.push(line);
      const plex = clientFor(url, { log: { debug: keep, warn: keep } });
      const attempts = [
        plex.server.identity(),
        plex.server.info(),
        plex.sections.list(),
        plex.images.download('/x'),
      ];
      const errors = (await Promise.allSettled(attempts)).map((one) =>
        one.status === 'rejected' ? one.reason : 'none',
      );
      plex.close();
      const told = inspect([errors, lines], { depth: Infinity, showHidden: true });
      expect(told).toContain('plex.unauthorized');
      expect(told).not.toContain(TOKEN);
    },
  ));

test('whoever redacts the log is told the token', () => {
  const secrets: string[] = [];
  clientFor('http://127.0.0.1:9', { onSecret: (secret) => secrets.push(secret) }).close();
  expect(secrets).toEqual([TOKEN]);
});

test.each([
  ['baseUrl', { baseUrl: 'ftp://plex' }],
  ['baseUrl', { baseUrl: 'http://user:pass@plex:32400' }],
  ['baseUrl', { baseUrl: 'plex:32400' }],
  ['token', { token: '' }],
  ['token', { token: 'a\r\nHost: evil' }],
])('a connection with a bad %s is refused before anything is sent', (path, more) => {
  const build = () => clientFor('http://127.0.0.1:9', more);
  expect(build).toThrow(
    expect.objectContaining({ code: 'request.invalid', details: [expect.objectContaining({ path })] }),
  );
});

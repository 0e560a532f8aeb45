import type http from 'node:http';
import { gzipSync } from 'node:zlib';
import { details, endless, html401, sendText } from '../testing/hostile.ts';
import { type PlexServer, withPlex } from '../testing/plex-server.ts';

test('a list without end is cut off at the limit', () =>
  withPlex(
    (_, response) => endless(response, 'application/json'),
    async (plex) => {
      await expect(plex.sections.list()).rejects.toMatchObject({
        code: 'plex.bad-answer',
        details: details(/larger than 1000000 bytes/),
      });
    },
    { limits: { listBytes: 1_000_000 } },
  ));

test('a small answer that unfolds into a huge one is cut off at the limit', () =>
  withPlex(
    (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
      response.end(gzipSync(Buffer.alloc(20_000_000, 0x20)));
    },
    async (plex) => {
      await expect(plex.sections.list()).rejects.toMatchObject({
        code: 'plex.bad-answer',
        details: details(/larger than/),
      });
    },
    { limits: { listBytes: 1_000_000 } },
  ));

test('a broken compression is a bad answer', () =>
  withPlex(
    (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
      response.end('this is not gzip');
    },
    async (plex) => {
      await expect(plex.sections.list()).rejects.toMatchObject({ code: 'plex.bad-answer' });
    },
  ));

const picture = '/library/metadata/1/thumb/17';
test.each([
  ['a web page', (r: http.ServerResponse) => sendText(r, 'text/html', html401), /text\/html/],
  ['an SVG', (r: http.ServerResponse) => sendText(r, 'image/svg+xml', '<svg/>'), /svg/],
  ['no type', (r: http.ServerResponse) => r.end('x'), /""/],
  ['an empty picture', (r: http.ServerResponse) => sendText(r, 'image/png', ''), /empty/],
  ['a picture without end', (r: http.ServerResponse) => endless(r, 'image/jpeg'), /larger than/],
])('%s instead of a picture is a bad answer', (_, send, pattern) =>
  withPlex(
    (_request, response) => send(response),
    async (plex) => {
      await expect(plex.images.download(picture)).rejects.toMatchObject({
        code: 'plex.bad-answer',
        details: details(pattern),
      });
    },
    { limits: { imageBytes: 1_000_000 } },
  ),
);

const cutOff = (response: http.ServerResponse) => {
  response.writeHead(200, { 'Content-Type': 'image/jpeg', 'Content-Length': '5000' });
  response.write(Buffer.alloc(100), () => response.destroy());
};

test('a picture that breaks off is never handed out short', () =>
  withPlex(
    (_, response) => cutOff(response),
    async (plex, { received }: PlexServer) => {
      await expect(plex.images.download(picture)).rejects.toMatchObject({ code: 'plex.unreachable' });
      expect(received).toHaveLength(3);
    },
  ));

test('a picture that breaks off once is fetched again, whole', () => {
  let asked = 0;
  return withPlex(
    (_, response) => {
      asked += 1;
      if (asked === 1) cutOff(response);
      else sendText(response, 'image/jpeg;charset=binary', Buffer.alloc(5000, 7));
    },
    async (plex) => {
      const { contentType, bytes } = await plex.images.download(picture);
      expect([contentType, bytes.length]).toEqual(['image/jpeg', 5000]);
    },
  );
});

test('a picture that is gone is image.not-found', () =>
  withPlex(
    (_, response) => sendText(response, 'text/html', 'gone', 404),
    async (plex) => {
      await expect(plex.images.download(picture)).rejects.toMatchObject({ code: 'image.not-found' });
    },
  ));

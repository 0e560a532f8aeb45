import net, { type AddressInfo } from 'node:net';
import { details, html401, sendText } from '../testing/hostile.ts';
import { clientFor, sendXml, withPlex } from '../testing/plex-server.ts';

const once = { retry: { attempts: 1 } };

/** A server below HTTP: whatever it writes is the answer. */
async function withRawServer(write: (socket: net.Socket) => void, test: (url: string) => Promise<void>) {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('data', () => write(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await test(`127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}

test.each([
  ['half XML', 'text/xml', '<MediaContainer size="1"><Directory key="1" type="movie"', /XML is broken/],
  ['unclosed XML', 'text/xml', '<MediaContainer size="1"><Directory key="1"/>', /XML is broken/],
  ['half JSON', 'application/json', '{"MediaContainer":{"Directory":[{"key"', /JSON is broken/],
  ['other JSON', 'application/json', '{"hello":"world"}', /no MediaContainer/],
  ['a JSON list', 'application/json', '[]', /neither JSON nor XML/],
  ['other XML', 'text/xml', '<rss><channel/></rss>', /no MediaContainer/],
  ['a web page', 'text/html', '<!DOCTYPE html><html><body>Welcome</body></html>', /web page/],
  ['nothing', 'application/json', '', /empty/],
  ['plain text', 'text/plain', 'Hello', /neither JSON nor XML/],
  [
    'a section without a key',
    'application/json',
    '{"MediaContainer":{"Directory":[{"type":"movie","title":"x"}]}}',
    /Directory\.0\.key|not what Plex sends/,
  ],
])('%s is a bad answer that says what is wrong', (_, type, body, pattern) =>
  withPlex(
    (_request, response) => sendText(response, type, body),
    async (plex) => {
      await expect(plex.sections.list()).rejects.toMatchObject({
        code: 'plex.bad-answer',
        details: details(pattern),
      });
    },
  ),
);

test('entities declared in a document are refused before anything unfolds', () =>
  withPlex(
    (_, response) =>
      sendXml(
        response,
        `<!DOCTYPE bomb [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
         <MediaContainer><Directory key="1" type="movie" title="&b;&c;"/></MediaContainer>`,
      ),
    async (plex) => {
      await expect(plex.sections.list()).rejects.toMatchObject({
        code: 'plex.bad-answer',
        details: details(/document type/),
      });
    },
  ));

test('an unknown entity stays as it was written', () =>
  withPlex(
    (_, response) =>
      sendXml(
        response,
        '<MediaContainer><Directory key="1" type="movie" title="&lol;&#0;&#xD800;&amp;lt;"/></MediaContainer>',
      ),
    async (plex) => {
      expect((await plex.sections.list())[0]?.title).toBe('&lol;&#0;&#xD800;&lt;');
    },
  ));

test('XML nested without end is refused', () =>
  withPlex(
    (_, response) => sendXml(response, '<MediaContainer>'.repeat(5000) + '</MediaContainer>'.repeat(5000)),
    async (plex) => {
      await expect(plex.sections.list()).rejects.toMatchObject({ code: 'plex.bad-answer' });
    },
  ));

test('a refused token is plex.unauthorized, is not tried again, and its web page is not read as an answer', () =>
  withPlex(
    (_, response) => sendText(response, 'text/html', html401, 401),
    async (plex, { received }) => {
      await expect(plex.sections.list()).rejects.toMatchObject({ code: 'plex.unauthorized' });
      expect(received).toHaveLength(1);
    },
  ));

test.each([
  [500, 'plex.bad-answer'],
  [502, 'plex.unreachable'],
  [503, 'plex.unreachable'],
  [429, 'plex.unreachable'],
])('a status %i is tried three times and then %s', (status, code) =>
  withPlex(
    (_, response) => sendText(response, 'text/html', 'no', status),
    async (plex, { received }) => {
      await expect(plex.sections.list()).rejects.toMatchObject({ code });
      expect(received).toHaveLength(3);
    },
  ),
);

test('a read that fails once and then works is simply a read that works', () => {
  let asked = 0;
  return withPlex(
    (_, response) => {
      asked += 1;
      if (asked === 1) response.destroy();
      else if (asked === 2) sendText(response, 'text/html', 'busy', 503);
      else sendXml(response, '<MediaContainer machineIdentifier="m" version="1"/>');
    },
    async (plex) => {
      expect(await plex.server.identity()).toEqual({ machineIdentifier: 'm', version: '1', claimed: false });
      expect(asked).toBe(3);
    },
  );
});

test('a long wait asked for by Plex is passed on instead of being sat out', () =>
  withPlex(
    (_, response) => {
      response.writeHead(429, { 'Retry-After': '120' });
      response.end();
    },
    async (plex, { received }) => {
      await expect(plex.sections.list()).rejects.toMatchObject({
        code: 'plex.unreachable',
        headers: { 'Retry-After': '120' },
      });
      expect(received).toHaveLength(1);
    },
  ));

test('an answer that never comes ends at the time-out and is not asked for again', () =>
  withPlex(
    () => {},
    async (plex, { received }) => {
      await expect(plex.sections.list()).rejects.toMatchObject({
        code: 'plex.unreachable',
        details: details(/no complete answer within 60 ms/),
      });
      expect(received).toHaveLength(1);
    },
    { timeouts: { answerMs: 60 } },
  ));

test('a body that drips in for ever ends at the time-out too', () =>
  withPlex(
    (_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/xml' });
      const drip = setInterval(() => response.write(' '), 5);
      response.on('close', () => clearInterval(drip));
    },
    async (plex) => {
      await expect(plex.sections.list()).rejects.toMatchObject({ code: 'plex.unreachable' });
    },
    { timeouts: { answerMs: 60 } },
  ));

test('a host that takes no connection in time is unreachable', () =>
  withRawServer(
    () => {},
    async (host) => {
      const plex = clientFor(`https://${host}`, { ...once, timeouts: { connectMs: 50 } });
      await expect(plex.sections.list()).rejects.toMatchObject({
        code: 'plex.unreachable',
        details: details(/in time/),
      });
      plex.close();
    },
  ));

test('a secure connection to something that speaks no TLS is unreachable with advice', () =>
  withPlex(
    (_, response) => response.end(),
    async (_, { url }) => {
      const plex = clientFor(url.replace('http:', 'https:'), once);
      await expect(plex.sections.list()).rejects.toMatchObject({ code: 'plex.unreachable' });
      plex.close();
    },
  ));

test('a closed port is unreachable', async () => {
  const plex = clientFor('http://127.0.0.1:9', once);
  await expect(plex.sections.list()).rejects.toMatchObject({
    code: 'plex.unreachable',
    details: details(/GET http:\/\/127\.0\.0\.1:9\/library\/sections: the connection was refused/),
  });
});

test('ten megabytes of headers are a bad answer', () =>
  withRawServer(
    (socket) => socket.end(`HTTP/1.1 200 OK\r\nX-Big: ${'a'.repeat(10_000_000)}\r\n\r\n{}`),
    async (host) => {
      const plex = clientFor(`http://${host}`, once);
      await expect(plex.sections.list()).rejects.toMatchObject({
        code: 'plex.bad-answer',
        details: details(/headers/),
      });
      plex.close();
    },
  ));

test('something that is not HTTP is a bad answer', () =>
  withRawServer(
    (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'),
    async (host) => {
      const plex = clientFor(`http://${host}`, once);
      await expect(plex.sections.list()).rejects.toMatchObject({ code: 'plex.bad-answer' });
      plex.close();
    },
  ));

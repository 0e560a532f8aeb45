import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Problem } from '@marquee/contracts';
import { createOutboundGuard, type OutboundGuardOptions } from './outbound-guard.ts';
import type { OutboundPolicy } from './outbound-rules.ts';

const names: Record<string, readonly string[]> = {
  'public.example': ['93.184.215.14'],
  'plex.home': ['192.168.1.10'],
  localhost: ['127.0.0.1'],
  'localhost.': ['127.0.0.1'],
  'metadata.example': ['169.254.169.254'],
  'mixed.example': ['93.184.215.14', '169.254.169.254'],
  'half-inside.example': ['93.184.215.14', '10.0.0.5'],
};
const resolve = async (host: string) => {
  const found = names[host];
  if (found === undefined)
    throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
  return found;
};
const guardWith = (options: OutboundGuardOptions = {}) =>
  createOutboundGuard({
    denyHosts: ['gateway', 'app-redis', 'rabbitmq'],
    denyPorts: [6379],
    ownPorts: () => [8080],
    ownAddresses: () => ['127.0.0.1', '192.168.1.77', 'fd12::77'],
    serverOrigins: () => ['http://192.168.1.10:32400'],
    resolve,
    ...options,
  });

test.each<[string, OutboundPolicy, 'passes' | 'refused']>([
  // What an admin may well mean.
  ['http://192.168.1.10:32400', 'connector', 'passes'],
  ['http://127.0.0.1:32400', 'connector', 'passes'],
  ['http://localhost:32400', 'connector', 'passes'],
  ['http://localhost.:32400', 'connector', 'passes'],
  ['http://[::1]:32400', 'connector', 'passes'],
  ['https://plex.home', 'connector', 'passes'],
  ['https://public.example/plex', 'connector', 'passes'],
  ['http://switched-off.example:32400', 'connector', 'passes'],
  ['http://192.168.1.10:8080', 'connector', 'passes'],
  // Other schemes, and secrets in the address.
  ['ftp://192.168.1.10/', 'connector', 'refused'],
  ['file:///etc/passwd', 'connector', 'refused'],
  ['gopher://127.0.0.1:6379/_INFO', 'connector', 'refused'],
  ['http://admin:secret@192.168.1.10:32400', 'connector', 'refused'],
  ['http://public.example@169.254.169.254/', 'connector', 'refused'],
  ['not an address', 'connector', 'refused'],
  // Ourselves, and Docker.
  ['http://gateway:8090', 'connector', 'refused'],
  ['http://GATEWAY.:8090', 'connector', 'refused'],
  ['http://app-redis:6379', 'connector', 'refused'],
  ['http://rabbitmq:15672', 'connector', 'refused'],
  ['http://192.168.1.10:6379', 'connector', 'refused'],
  ['http://sock-broker:2375', 'connector', 'refused'],
  ['https://192.168.1.10:2376', 'connector', 'refused'],
  ['http://127.0.0.1:8080', 'connector', 'refused'],
  ['http://localhost:8080', 'connector', 'refused'],
  ['http://[::1]:8080', 'connector', 'refused'],
  ['http://192.168.1.77:8080', 'connector', 'refused'],
  ['http://[::ffff:192.168.1.77]:8080', 'connector', 'refused'],
  // Spellings of this machine's own port.
  ['http://2130706433:8080', 'connector', 'refused'],
  ['http://0x7f.1:8080', 'connector', 'refused'],
  ['http://0177.0.0.1:8080', 'connector', 'refused'],
  ['http://①②⑦.⓪.⓪.①:8080', 'connector', 'refused'],
  // Link-local, metadata, nowhere, everybody.
  ['http://169.254.169.254/latest/meta-data/', 'connector', 'refused'],
  ['http://[::ffff:169.254.169.254]/', 'connector', 'refused'],
  ['http://[64:ff9b::a9fe:a9fe]/', 'connector', 'refused'],
  ['http://0xa9fea9fe/', 'connector', 'refused'],
  ['http://[fe80::1]/', 'connector', 'refused'],
  ['http://0/', 'connector', 'refused'],
  ['http://0.0.0.0:32400/', 'connector', 'refused'],
  ['http://[::]:32400/', 'connector', 'refused'],
  ['http://224.0.0.1/', 'connector', 'refused'],
  ['http://255.255.255.255/', 'connector', 'refused'],
  ['http://metadata.example/', 'connector', 'refused'],
  ['http://mixed.example/', 'connector', 'refused'],
  // Content comes from the internet or from a configured server.
  ['https://public.example/poster.jpg', 'content', 'passes'],
  ['http://192.168.1.10:32400/photo', 'content', 'passes'],
  ['http://192.168.1.10:9000/', 'content', 'refused'],
  ['http://plex.home/', 'content', 'refused'],
  ['http://localhost./', 'content', 'refused'],
  ['http://2130706433/', 'content', 'refused'],
  ['http://half-inside.example/', 'content', 'refused'],
])('%s as %s %s', async (url, policy, verdict) => {
  const checked = guardWith().check(url, policy);
  if (verdict === 'passes') await expect(checked).resolves.toHaveProperty('url');
  else await expect(checked).rejects.toMatchObject({ code: 'settings.address-refused' });
});

test('a refusal says what is wrong with the address', async () => {
  const failure = await guardWith()
    .check('http://mixed.example/', 'connector')
    .catch((cause: unknown) => cause);
  expect(failure).toBeInstanceOf(Problem);
  expect(failure).toMatchObject({
    details: [{ path: 'url', message: '169.254.169.254 is a link-local address' }],
  });
});

describe('with somebody listening on this machine', () => {
  let connections = 0;
  let answer: http.RequestListener;
  const server = http.createServer((request, response) => answer(request, response));
  server.on('connection', () => {
    connections += 1;
  });
  const port = () => (server.address() as AddressInfo).port;
  const at = (host: string) => `http://${host}:${port()}/`;
  beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
  beforeEach(() => {
    connections = 0;
    answer = (_request, response) => response.end('fine');
  });
  afterAll(() => new Promise((done) => server.close(done)));

  /** A name that stands for something else each time it is asked about. */
  const turning = (...turns: readonly string[][]) => {
    let turn = 0;
    return async () => turns[Math.min(turn++, turns.length - 1)] ?? [];
  };

  test('a name is connected to when every address of it is fine', async () => {
    const guard = guardWith();
    const { status, body } = await guard.get(at('localhost'), 'connector');
    expect([status, body.toString()]).toEqual([200, 'fine']);
  });

  test('a name that turns to this machine after it was checked reaches nobody', async () => {
    const guard = guardWith({ resolve: turning(['93.184.215.14'], ['127.0.0.1']) });
    await expect(guard.get(at('rebinding.example'), 'content')).rejects.toMatchObject({
      code: 'ERR_IP_BLOCKED',
    });
    expect(connections).toBe(0);
  });

  test('nor does one that turns to our own port', async () => {
    const guard = guardWith({
      resolve: turning(['192.168.1.10'], ['127.0.0.1']),
      ownPorts: () => [port()],
    });
    await expect(guard.get(at('rebinding.example'), 'connector')).rejects.toMatchObject({
      code: 'ERR_IP_BLOCKED',
    });
    expect(connections).toBe(0);
  });

  test.each([
    'http://169.254.169.254/latest/',
    'http://gateway:8090/',
    'http://user:pass@localhost/',
    'file:///etc/passwd',
    '//0/',
  ])('a redirect to %s is not followed', async (location) => {
    answer = (_request, response) => response.writeHead(302, { location }).end();
    await expect(guardWith().get(at('localhost'), 'connector')).rejects.toMatchObject({
      code: 'settings.address-refused',
    });
    expect(connections).toBe(1);
  });

  test('three redirects are followed, a fourth is not', async () => {
    let left = 3;
    answer = (_request, response) => {
      left -= 1;
      if (left < 0) response.end('there');
      else response.writeHead(307, { location: '/next' }).end();
    };
    expect((await guardWith().get(at('localhost'), 'connector')).body.toString()).toBe('there');
    left = 4;
    await expect(guardWith().get(at('localhost'), 'connector')).rejects.toMatchObject({
      code: 'settings.address-refused',
    });
  });

  test('a header goes along to the same place, and not to where that redirects', async () => {
    const seen: unknown[] = [];
    let next: string[] = [];
    answer = (request, response) => {
      seen.push([request.headers.host, request.headers['x-key']]);
      const location = next.shift();
      if (location === undefined) response.end('there');
      else response.writeHead(302, { location }).end();
    };
    next = ['/next', at('other.example')];
    const guard = guardWith({ resolve: async () => ['127.0.0.1'] });
    await guard.get(at('localhost'), 'connector', { headers: { 'x-key': 's3cret' } });
    expect(seen).toEqual([
      [`localhost:${port()}`, 's3cret'],
      [`localhost:${port()}`, 's3cret'],
      [`other.example:${port()}`, undefined],
    ]);
  });

  test('an answer without end is cut off', async () => {
    answer = (_request, response) => {
      const more = () => {
        while (response.writable && response.write(Buffer.alloc(100_000)));
      };
      response.on('drain', more);
      more();
    };
    await expect(guardWith().get(at('localhost'), 'connector')).rejects.toMatchObject({
      details: [{ message: 'It answers with more than 10 MB' }],
    });
  });

  test('an answer that never comes ends with its caller', async () => {
    const caller = new AbortController();
    answer = () => caller.abort();
    await expect(
      guardWith().get(at('localhost'), 'connector', { signal: caller.signal }),
    ).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  test('the system’s own names work', async () => {
    const guard = createOutboundGuard();
    expect((await guard.get(at('localhost'), 'connector')).body.toString()).toBe('fine');
  });
});

test('what can be no host name at all is refused, not an accident', async () => {
  const { check } = createOutboundGuard({
    resolve: async () => {
      throw Object.assign(new Error('getaddrinfo EINVAL'), { code: 'EINVAL' });
    },
  });
  await expect(check('http://much-too-long.example/', 'connector')).rejects.toMatchObject({
    code: 'settings.address-refused',
  });
});

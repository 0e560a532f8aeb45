import { randomBytes, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { ApiError, User } from '@marquee/contracts';
import { z } from 'zod';
import { ask } from '../ask.ts';
import { type Product, startProduct } from '../product.ts';
import { type RawAnswer, rawAsk } from './raw-request.ts';

jest.setTimeout(60_000);

let marquee: Product;

beforeAll(async () => {
  marquee = await startProduct();
});
afterAll(() => marquee?.end());

const password = 'another horse battery staple';
/** As an admin would, but the body is these very bytes. */
const send = (
  path: string,
  body: string,
  headers: readonly string[] = [],
  method = 'POST',
): Promise<RawAnswer> =>
  rawAsk(marquee.url, {
    method,
    path,
    body,
    headers: [
      `authorization: ${marquee.headers.authorization}`,
      'content-type: application/json',
      ...headers,
    ],
  });
const errorOf = (answer: RawAnswer) => ApiError.parse(JSON.parse(answer.body).error);
const names = async () => {
  const { data } = await ask(`${marquee.url}/api/users`, { headers: marquee.headers });
  return z
    .array(User)
    .parse(data)
    .map(({ name }) => name);
};
const stillWell = async () =>
  expect((await ask(`${marquee.url}/api/auth/me`, { headers: marquee.headers })).status).toBe(200);

describe('a body that reaches for the prototype of all objects', () => {
  const inside = (fields: string) => `{"name":"Grace","password":"${password}","role":"viewer",${fields}}`;
  test.each([
    '"__proto__":{"role":"admin","polluted":1}',
    '"constructor":{"prototype":{"polluted":1}}',
    '"prototype":{"polluted":1}',
    '"\\u005f_proto__":{"polluted":1}',
    '"__proto__":null',
    '"toString":"x"',
    '"hasOwnProperty":1',
  ])('with %s is refused', async (fields) => {
    const answer = await send('/api/users', inside(fields));
    expect([answer.status, errorOf(answer).code]).toEqual([422, 'request.invalid']);
    await stillWell();
  });

  test.each([
    '__proto__[role]=admin',
    '__proto__.role=admin',
    'constructor[prototype][role]=admin',
    '__proto__=1',
  ])('in the query, as %s, is refused', async (query) => {
    const answer = await rawAsk(marquee.url, {
      path: `/api/audit?${query}`,
      headers: [`authorization: ${marquee.headers.authorization}`],
    });
    expect([answer.status, errorOf(answer).code]).toEqual([422, 'request.invalid']);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'or a part of an address called %s finds nothing that is not there',
    async (part) => {
      for (const path of [
        `/api/users/${part}`,
        `/api/libraries/${part}`,
        `/api/admin/test/${part}`,
        `/api/${part}`,
      ]) {
        const { status } = await send(path, '{}');
        expect([path, status >= 400 && status < 500]).toEqual([path, true]);
      }
    },
  );
});

test('of a field that stands twice the last counts, and that one is checked', async () => {
  const twice = (one: string, two: string) => `{${one},"password":"${password}","role":"viewer",${two}}`;
  const harmless = twice('"name":"\\r\\nSet-Cookie: a=b"', '"name":"Twice"');
  const hostile = twice('"name":"Once"', '"name":"<script>"');
  expect((await send('/api/users', hostile)).status).toBe(422);
  expect((await send('/api/users', harmless)).status).toBe(201);
  expect(await names()).toEqual(['Ada', 'Twice']);
});

test.each(['аdmin', 'Аda', 'Adа', 'Αda', 'Ada\u200b', '\u202eadA', 'A\u0000da', 'Ada\r\nX: y', '＜Ada＞'])(
  'nobody may be called %j',
  async (name) => {
    const answer = await send('/api/users', JSON.stringify({ name, password, role: 'viewer' }));
    expect([answer.status, errorOf(answer).details[0]?.path]).toEqual([422, 'body.name']);
  },
);

test.each(['ada', 'ADA', 'Ａｄａ', 'ａｄａ'])('beside Ada there is no %s', async (name) => {
  const answer = await send('/api/users', JSON.stringify({ name, password, role: 'viewer' }));
  expect([answer.status, errorOf(answer).code]).toEqual([409, 'user.name-taken']);
});

test('line breaks in what is kept never become header lines', async () => {
  const breaking = 'x\r\nSet-Cookie: stolen=1\r\n\r\n<h1>';
  const etag = (await ask(`${marquee.url}/api/system/config`, { headers: marquee.headers })).headers.get(
    'etag',
  );
  const wishes: [string, string, unknown, readonly string[]][] = [
    ['PUT', '/api/system/config', { general: { instanceName: breaking } }, [`if-match: ${etag}`]],
    ['POST', '/api/auth/login', { name: breaking, password }, []],
    ['POST', '/api/auth/setup', { code: breaking, name: 'Eve', password }, []],
  ];
  for (const [method, path, body, headers] of wishes) {
    const { head } = await send(path, JSON.stringify(body), headers, method);
    expect(head).not.toMatch(/stolen/);
  }
  const named = [
    `/api/audit?search=${encodeURIComponent(breaking)}`,
    `/api/audit/export?search=${encodeURIComponent(breaking)}&format=csv`,
    `/api/auth/verify?x=${encodeURIComponent(breaking)}`,
    `/api/auth/callback?state=${encodeURIComponent(breaking)}`,
  ];
  for (const path of named) {
    const { head } = await rawAsk(marquee.url, {
      path,
      headers: [`authorization: ${marquee.headers.authorization}`],
    });
    expect(head).not.toMatch(/stolen/);
  }
  for (const path of ['/api/health%0d%0aSet-Cookie:%20stolen=1', '/%0d%0aSet-Cookie:stolen=1']) {
    const answer = await rawAsk(marquee.url, { path });
    expect([answer.status, /stolen/.test(answer.head)]).toEqual([400, false]);
  }
});

test('a header folded over two lines, or with a bare line feed, is no request', async () => {
  for (const header of ['x-a: b\r\n c', 'x-a: b\nx-c: d\rx', 'x\0: b', 'x-a : b']) {
    expect((await rawAsk(marquee.url, { path: '/api/health', headers: [header] })).status).toBe(400);
  }
});

test.each([
  ['a Last-Event-ID of 10 MB', (): string[] => [`last-event-id: ${'9'.repeat(10_000_000)}`]],
  [
    'a cookie bomb',
    (): string[] => Array.from({ length: 300 }, (_, n) => `cookie: c${n}=${'x'.repeat(200)}`),
  ],
  ['an If-None-Match of 1 MB', (): string[] => [`if-none-match: ${'"x",'.repeat(250_000)}`]],
  ['5,000 headers', (): string[] => Array.from({ length: 5000 }, (_, n) => `x-${n}: y`)],
])('%s is too much', async (_name, headers) => {
  const given = [`authorization: ${marquee.headers.authorization}`, ...headers()];
  const answer = await rawAsk(marquee.url, { path: '/api/events', headers: given });
  expect([0, 400, 431]).toContain(answer.status);
  await stillWell();
});

test('a Last-Event-ID that none of ours can be begins a stream like none', async () => {
  const leaving = new AbortController();
  const lastEventId = '../../etc/passwd\t<script>';
  const answer = await fetch(`${marquee.url}/api/events`, {
    headers: { ...marquee.headers, 'last-event-id': lastEventId },
    signal: leaving.signal,
  });
  expect(answer.status).toBe(200);
  const { value } = (await answer.body?.getReader().read()) ?? {};
  expect(new TextDecoder().decode(value)).not.toContain('script');
  leaving.abort();
});

test.each(['gzip', 'deflate', 'br', 'gzip, gzip', 'x-gzip', 'zstd'])(
  'a body encoded as %s is never opened',
  async (encoding) => {
    const bomb = gzipSync(Buffer.alloc(50_000_000)).toString('latin1');
    const answer = await send('/api/users', bomb, [`content-encoding: ${encoding}`]);
    expect([answer.status, errorOf(answer).code]).toEqual([415, 'request.unsupported-media-type']);
    await stillWell();
  },
);

test.each([
  ['not JSON', '{"name":', 400],
  ['NaN', '{"name":NaN}', 400],
  ['a comment', '{/* */"name":"x"}', 400],
  ['nothing', '', 422],
  ['null', 'null', 422],
  ['a list', '[]', 422],
  ['a text', '"name"', 422],
  ['a number of a thousand digits', '1'.repeat(1000), 422],
  ['50,000 brackets', '['.repeat(50_000), 400],
  ['101 levels', `${'['.repeat(101)}${']'.repeat(101)}`, 400],
  ['half a character', '{"name":"\\ud800"}', 422],
  ['more than 1 MB', `{"name":"${'x'.repeat(1_000_001)}"}`, 413],
])('%s as a body is answered with what is wrong', async (_name, body, status) => {
  const answer = await send('/api/users', body);
  expect(answer.status).toBe(status);
  expect(errorOf(answer).details.length).toBeGreaterThan(0);
});

test('an error tells neither a stack nor a path of this machine, and keeps a strange request id to itself', async () => {
  const paths = ['/api/nothing', '/api/users/x', '/api/libraries/nothing.1', '/%zz', `/api/${randomUUID()}`];
  for (const path of paths) {
    const { body, head } = await rawAsk(marquee.url, {
      path,
      headers: [
        `authorization: ${marquee.headers.authorization}`,
        `x-request-id: <b>${randomBytes(4).toString('hex')}</b>`,
      ],
    });
    const { requestId } = errorOf({ status: 0, head, body });
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(body).not.toMatch(/\\n\s*at |node_modules|\.mjs|\.ts\b/);
    expect(body).not.toContain(marquee.dataFolder);
    expect(body + head).not.toContain('<b>');
  }
});

test('nothing of it was a failure to Marquee', () => {
  expect(marquee.said()).not.toMatch(/server\.unexpected|"level":"(error|fatal)"/);
});

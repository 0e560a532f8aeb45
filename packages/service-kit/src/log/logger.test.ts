import { createLogger } from './logger.ts';
import { createSecrets, registerPassword } from './secrets.ts';

const secret = 'pä"ss/w+rd\\&1';

function caught() {
  const lines: string[] = [];
  const secrets = createSecrets();
  const log = createLogger({
    service: 'toy',
    level: 'debug',
    secrets,
    destination: { write: (line) => void lines.push(line) },
  });
  return { lines, secrets, log, last: () => JSON.parse(lines.at(-1) ?? '{}') };
}

test('a line is one line of JSON with service, level, time and what its logger is bound to', () => {
  const { log, lines, last } = caught();
  log.child({ requestId: 'r1', runId: 'k7' }).info({ count: 2 }, 'done');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\{.*\}\n$/);
  expect(last()).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    service: 'toy',
    requestId: 'r1',
    runId: 'k7',
    count: 2,
    msg: 'done',
  });
});

test('what is called a secret is masked at any depth', () => {
  const { log, last } = caught();
  log.info({
    plexToken: 'abc',
    a: {
      b: [
        {
          'X-Plex-Token': 'abc',
          apikey: 'abc',
          API_KEY: 'abc',
          headers: { Authorization: 'Bearer abc', 'set-cookie': ['abc'] },
        },
      ],
    },
    password: { nested: 'abc' },
    clientSecret: 'abc',
    tokens: 12,
    keyboard: 'kept',
  });
  expect(JSON.stringify(last())).not.toContain('abc');
  expect(last()).toMatchObject({
    tokens: 12,
    keyboard: 'kept',
    plexToken: '[redacted]',
    password: '[redacted]',
  });
});

test('bindings and errors are masked too', () => {
  const { log, lines, last } = caught();
  const error = Object.assign(new Error('GET http://plex:32400/library?X-Plex-Token=abcdef&x=1 failed'), {
    config: { headers: { 'x-plex-token': 'abcdef' } },
  });
  log.child({ accessToken: 'abcdef' }).error({ err: error }, 'failed');
  expect(lines.join('')).not.toContain('abcdef');
  expect(last().err.message).toBe('GET http://plex:32400/library?X-Plex-Token=[redacted]&x=1 failed');
  expect(last().err.stack).toContain('logger.test');
});

test.each<[string, string]>([
  ['as it is', secret],
  ['as JSON', JSON.stringify({ a: secret })],
  ['as JSON in JSON', JSON.stringify(JSON.stringify({ a: secret }))],
  ['URL-encoded', `https://host/?q=${encodeURIComponent(secret)}`],
  ['URL-encoded in lower case', encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase())],
  ['as a form', new URLSearchParams({ q: secret }).toString()],
  ['in base64', Buffer.from(secret).toString('base64')],
  ['in base64url', Buffer.from(secret).toString('base64url')],
  ['in a Basic header, one byte in', `Basic ${Buffer.from(`u${secret}`).toString('base64')}`],
  ['in a Basic header, two bytes in', `Basic ${Buffer.from(`u:${secret}x`).toString('base64')}`],
  ['in hex', Buffer.from(secret).toString('hex')],
])('a registered secret is taken out %s, from texts, fields and names', (_how, spelling) => {
  const { log, lines, secrets } = caught();
  secrets.register(secret);
  log.info({ note: `before ${spelling} after`, [spelling]: [spelling] }, `said ${spelling}`);
  const everything = lines.join('');
  for (const form of [spelling, JSON.stringify(spelling).slice(1, -1)])
    expect(everything).not.toContain(form);
  expect(everything).toContain('[redacted]');
  expect(() => JSON.parse(everything)).not.toThrow();
});

test('a secret that holds another is taken out whole', () => {
  const secrets = createSecrets();
  secrets.register('abcdef');
  secrets.register('abcdef-and-more');
  expect(secrets.redact('x abcdef-and-more y')).toBe('x [redacted] y');
});

test('short values are left alone, or ordinary words would go', () => {
  const secrets = createSecrets();
  secrets.register('films');
  secrets.register('');
  secrets.register(undefined);
  expect(secrets.redact('all films')).toBe('all films');
});

test('nothing is written below the level', () => {
  const { log, lines } = caught();
  log.trace('too fine');
  expect(lines).toEqual([]);
});

test('the password within an address is masked in both its spellings, a word as short as "guest" is not', () => {
  const { log, last, secrets } = caught();
  registerPassword(secrets, 'amqp://marquee:hard%2Fto+guess-1@broker');
  registerPassword(secrets, 'redis://:guest-user@redis');
  registerPassword(secrets, 'redis://redis');
  log.info('no login with hard%2Fto+guess-1, or hard/to+guess-1, by a guest-user');
  expect(last().msg).toBe('no login with [redacted], or [redacted], by a guest-user');
});

import { createHmac, createSecretKey, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { ACCESS_TOKEN, type Principal } from '@marquee/contracts';
import { type FindKey, readAccessToken, signAccessToken } from './access-token.ts';
import { rememberTokens } from './bearer.ts';

const ec = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ours = ec();
const theirs = ec();
const ada: Principal = {
  id: 'u1',
  name: 'Ada',
  role: 'admin',
  libraries: 'all',
  via: { kind: 'session', id: 's1' },
};
const now = new Date('2026-11-21T05:00:00Z');
const findKey: FindKey = async (kid) => (kid === 'k1' ? ours.publicKey : undefined);
const read = (token: string) => readAccessToken(token, findKey, { now });
const good = () =>
  signAccessToken(ada, { kid: 'k1', key: ours.privateKey }, { jti: 'j1', issuedAt: now }).token;

const seconds = now.getTime() / 1000;
const claims = {
  name: 'Ada',
  role: 'admin',
  libraries: 'all',
  via: { kind: 'session', id: 's1' },
  sub: 'u1',
  jti: 'j1',
  iss: ACCESS_TOKEN.issuer,
  aud: ACCESS_TOKEN.audience,
  iat: seconds,
  exp: seconds + 600,
};
const header = { alg: 'ES256', typ: ACCESS_TOKEN.type, kid: 'k1' };

/** Signed by our own key, however odd: what a bug of ours or a stolen key could make. */
function forged(claim: object = {}, head: object = {}, key: KeyObject = ours.privateKey): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const input = `${encode({ ...header, ...head })}.${encode({ ...claims, ...claim })}`;
  return `${input}.${sign(input, key)}`;
}

function sign(input: string, key: KeyObject): string {
  return createSign('sha256').update(input).sign({ key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
}

function hmacSigned(head: object): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const input = `${encode({ ...header, ...head })}.${encode(claims)}`;
  const pem = ours.publicKey.export({ type: 'spki', format: 'pem' });
  return `${input}.${createHmac('sha256', createSecretKey(Buffer.from(pem)))
    .update(input)
    .digest('base64url')}`;
}

function unsigned(alg: string): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `${encode({ ...header, alg })}.${encode(claims)}.`;
}

test('a token of ours tells who it speaks for, and until when', async () => {
  expect(await read(good())).toEqual({
    principal: ada,
    jti: 'j1',
    expiresAt: new Date('2026-11-21T05:10:00Z'),
  });
  expect(await read(forged())).toMatchObject({ principal: ada });
});

/** With our own key, so that nothing but the second spelling can be what is refused. */
function twice(head: string, claim: string): string {
  const text = (value: object, more: string) => JSON.stringify(value).replace('{', `{${more}`);
  const encode = (json: string) => Buffer.from(json).toString('base64url');
  const input = `${encode(text(header, head))}.${encode(text(claims, claim))}`;
  return `${input}.${sign(input, ours.privateKey)}`;
}

test.each<[string, () => string]>([
  ['no signature, alg none', () => unsigned('none')],
  ['no signature, alg None', () => unsigned('None')],
  ['no signature, alg nOnE', () => unsigned('nOnE')],
  ['an HMAC with our public key', () => hmacSigned({ alg: 'HS256' })],
  ['RS256 in the header', () => forged({}, { alg: 'RS256' })],
  [
    'a key of its own in jwk',
    () => forged({}, { jwk: theirs.publicKey.export({ format: 'jwk' }) }, theirs.privateKey),
  ],
  ['an address of keys in jku', () => forged({}, { jku: 'https://evil.example/jwks' }, theirs.privateKey)],
  ['a certificate in x5u', () => forged({}, { x5u: 'https://evil.example/x5u' })],
  ['a path as kid', () => forged({}, { kid: '../../dev/null' })],
  ['SQL as kid', () => forged({}, { kid: "' OR 1=1 --" })],
  ['an unknown kid', () => forged({}, { kid: 'k2' })],
  ['no kid', () => forged({}, { kid: undefined })],
  ['another’s signature', () => forged({}, {}, theirs.privateKey)],
  ['no exp', () => forged({ exp: undefined })],
  ['exp as text', () => forged({ exp: String(claims.exp) })],
  ['exp long ago', () => forged({ iat: seconds - 700, exp: seconds - 100 })],
  ['a life of a year', () => forged({ exp: seconds + 31_536_000 })],
  ['nbf in the future', () => forged({ nbf: seconds + 3600 })],
  ['no iss', () => forged({ iss: undefined })],
  ['another issuer', () => forged({ iss: 'elsewhere' })],
  ['no aud', () => forged({ aud: undefined })],
  ['another audience', () => forged({ aud: 'other' })],
  ['no jti', () => forged({ jti: undefined })],
  ['no typ', () => forged({}, { typ: undefined })],
  ['another typ', () => forged({}, { typ: 'JWT' })],
  ['a view token as bearer', () => forged({}, { typ: 'view+jwt' })],
  ['a role that is none', () => forged({ role: 'root' })],
  ['an unknown crit', () => forged({}, { crit: ['exp'] })],
  ['a header twice', () => twice('"kid":"k2",', '')],
  ['a claim twice', () => twice('', '"role":"viewer",')],
  ['a claim twice that would end it', () => twice('', '"exp":1,')],
  ['cut off', () => good().slice(0, -10)],
  ['trailing bytes', () => `${good()}A`],
  ['trailing newline', () => `${good()}\n`],
  ['four parts', () => `${good()}.x`],
  ['2 MB', () => `${good()}${'A'.repeat(2_000_000)}`],
  ['nothing', () => ''],
  ['dots', () => '..'],
])('%s is refused', async (_name, make) => {
  expect(await read(make())).toBeUndefined();
});

test('a token that was good is refused once it has ended or its key is gone', async () => {
  let time = now;
  let known = true;
  const tokens = rememberTokens(
    async (kid) => (known ? findKey(kid) : undefined),
    () => time,
  );
  const token = good();
  expect(await tokens(token)).toMatchObject({ principal: ada });
  known = false;
  expect(await tokens(token)).toBeUndefined();
  known = true;
  expect(await tokens(token)).toMatchObject({ principal: ada });
  time = new Date(now.getTime() + 700_000);
  expect(await tokens(token)).toBeUndefined();
});

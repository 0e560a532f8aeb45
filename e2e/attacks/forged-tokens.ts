import {
  createHmac,
  createPublicKey,
  createSecretKey,
  createSign,
  generateKeyPairSync,
  type KeyObject,
  sign as signWith,
} from 'node:crypto';
import { z } from 'zod';
import type { RealKey } from './signing-keys.ts';

const Part = z.record(z.string(), z.unknown());
type Part = z.infer<typeof Part>;

const theirs = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const theirRsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

const encode = (text: string) => Buffer.from(text).toString('base64url');
const decode = (part = '') => Part.parse(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')));
const es256 = (input: string, key: KeyObject) =>
  createSign('sha256').update(input).sign({ key, dsaEncoding: 'ieee-p1363' }).toString('base64url');

export interface Forge {
  /** The real token with parts changed, signed with the real key unless another is given. */
  like(claims?: Part, header?: Part, key?: KeyObject): string;
  /** The JSON of header and claims as text, signed with the real key. */
  spelled(header: (json: string) => string, claims: (json: string) => string): string;
}

/** Makes tokens that differ from a real one in one thing only. */
export function createForge(real: string, { key }: RealKey): Forge {
  const [head, body] = real.split('.').slice(0, 2).map(decode);
  const signed = (header: string, claims: string, by = key) => {
    const input = `${encode(header)}.${encode(claims)}`;
    return `${input}.${es256(input, by)}`;
  };
  return {
    like: (claims = {}, header = {}, by = key) =>
      signed(JSON.stringify({ ...head, ...header }), JSON.stringify({ ...body, ...claims }), by),
    spelled: (header, claims) => signed(header(JSON.stringify(head)), claims(JSON.stringify(body))),
  };
}

function unsigned(real: string, alg: string): string {
  const [head, body] = real.split('.');
  return `${encode(JSON.stringify({ ...decode(head), alg }))}.${body}.`;
}

/** HS256 with the public key as its secret: works where a verifier believes the header about the algorithm. */
function confused(real: string, { key }: RealKey): string {
  const [head, body] = real.split('.');
  const input = `${encode(JSON.stringify({ ...decode(head), alg: 'HS256' }))}.${body}`;
  const secret = createSecretKey(
    Buffer.from(createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString()),
  );
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

function byRsa(real: string): string {
  const [head, body] = real.split('.');
  const jwk = theirRsa.publicKey.export({ format: 'jwk' });
  const input = `${encode(JSON.stringify({ ...decode(head), alg: 'RS256', jwk }))}.${body}`;
  return `${input}.${signWith('sha256', Buffer.from(input), theirRsa.privateKey).toString('base64url')}`;
}

/** Every way of A5 to make a token that is not one of ours, by name. `real` is good, and so is the key. */
export function forgedTokens(real: string, stolen: RealKey): Record<string, string> {
  const { like, spelled } = createForge(real, stolen);
  const same = (json: string) => json;
  const first = (name: string, value: unknown) => (json: string) =>
    json.replace('{', `{${JSON.stringify(name)}:${JSON.stringify(value)},`);
  const now = Math.floor(Date.now() / 1000);
  return {
    'alg none': unsigned(real, 'none'),
    'alg None': unsigned(real, 'None'),
    'alg nOnE': unsigned(real, 'nOnE'),
    'alg none with the real signature': like({}, { alg: 'none' }),
    'an HMAC with the public key': confused(real, stolen),
    'RS256 with a key of its own': byRsa(real),
    'ES384 in the header': like({}, { alg: 'ES384' }),
    'a key of its own in jwk': like(
      {},
      { jwk: theirs.publicKey.export({ format: 'jwk' }) },
      theirs.privateKey,
    ),
    'an address of keys in jku': like({}, { jku: 'http://127.0.0.1:9/jwks' }, theirs.privateKey),
    'a certificate in x5u': like({}, { x5u: 'http://127.0.0.1:9/x5u' }, theirs.privateKey),
    'a certificate in x5c': like({}, { x5c: ['MIIB'] }, theirs.privateKey),
    'a path as kid': like({}, { kid: '../../../dev/null' }),
    'SQL as kid': like({}, { kid: "x' UNION SELECT 'key" }),
    'an unknown kid': like({}, { kid: 'AAAAAAAAAAAAAAAA' }),
    'no kid': like({}, { kid: undefined }),
    'a kid that every object has': like({}, { kid: '__proto__' }),
    'another’s signature': like({}, {}, theirs.privateKey),
    'no exp': like({ exp: undefined }),
    'exp as text': like({ exp: String(now + 300) }),
    'exp that is no number': like({ exp: null }),
    'exp long ago': like({ iat: now - 1200, exp: now - 600 }),
    'a life of a year': like({ exp: now + 31_536_000 }),
    'nbf in the future': like({ nbf: now + 3600 }),
    'no iss': like({ iss: undefined }),
    'another issuer': like({ iss: 'elsewhere' }),
    'no aud': like({ aud: undefined }),
    'another audience': like({ aud: 'another-product' }),
    'no jti': like({ jti: undefined }),
    'no typ': like({}, { typ: undefined }),
    'a plain JWT': like({}, { typ: 'JWT' }),
    'a view token as bearer': like({}, { typ: 'view+jwt' }),
    'a role that is none': like({ role: 'root' }),
    'an unknown crit': like({}, { crit: ['marquee-new'], 'marquee-new': true }),
    'a crit of what is known': like({}, { crit: ['exp'] }),
    'a header twice': spelled(first('alg', 'none'), same),
    'a claim twice': spelled(same, first('role', 'viewer')),
    'a claim twice that would end it': spelled(same, first('exp', 1)),
    'cut off': real.slice(0, -10),
    'no signature': real.slice(0, real.lastIndexOf('.') + 1),
    'a signature of zeros': `${real.slice(0, real.lastIndexOf('.') + 1)}${Buffer.alloc(64).toString('base64url')}`,
    'trailing bytes': `${real}AAAA`,
    'a trailing bit in another letter': `${real.slice(0, -1)}${nextLetter(real.at(-1) ?? 'A')}`,
    'four parts': `${real}.e30`,
    dots: '..',
    'longer than any of ours': `${real}${'A'.repeat(9000)}`,
  };
}

/** Decodes to the same bytes: base64url has two spare bits at the end of 64 bytes. */
function nextLetter(letter: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return letters[letters.indexOf(letter) + 1] ?? 'A';
}

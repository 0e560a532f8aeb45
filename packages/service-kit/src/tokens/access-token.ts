import type { KeyObject } from 'node:crypto';
import { ACCESS_TOKEN, Principal } from '@marquee/contracts';
import jwt from 'jsonwebtoken';
import { z } from 'zod';

/** Longer than any of ours, so that nobody makes us decode a novel. */
const LONGEST_TOKEN = 8192;
const SIGNATURE_BYTES = 64;
const CLOCK_SKEW_SECONDS = 60;

const Header = z.strictObject({
  alg: z.literal(ACCESS_TOKEN.algorithm),
  typ: z.string(),
  kid: z.string().regex(/^[\w-]{1,64}$/),
});

const Claims = z.object({
  jti: z.string().min(1),
  iat: z.int(),
  exp: z.int(),
  sub: Principal.shape.id,
  name: Principal.shape.name,
  role: Principal.shape.role,
  libraries: Principal.shape.libraries,
  via: Principal.shape.via,
});

/** The public key of that id, when it may verify now. */
export type FindKey = (kid: string) => Promise<KeyObject | undefined>;

export interface ReadToken {
  principal: Principal;
  jti: string;
  expiresAt: Date;
}

/** Only the one true spelling: trailing bits or foreign letters would make many tokens of one. */
function base64urlBytes(part: string): Buffer | undefined {
  const bytes = Buffer.from(part, 'base64url');
  return bytes.toString('base64url') === part ? bytes : undefined;
}

/** JSON as we write it: where a name stands twice, readers may disagree on which of its values counts. */
function base64urlJson(part: string): unknown {
  const text = base64urlBytes(part)?.toString('utf8');
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text ? value : undefined;
  } catch {
    // Not JSON, so not ours.
    return undefined;
  }
}

/**
 * Who an access token speaks for; undefined for whatever is not exactly one of ours: another algorithm, type,
 * issuer or audience, a header we never write, a claim missing, too old, from the future, or a key we do not know.
 */
export async function readAccessToken(
  token: string,
  findKey: FindKey,
  expected: { type?: string; now?: Date } = {},
): Promise<ReadToken | undefined> {
  if (token.length > LONGEST_TOKEN) return undefined;
  const parts = token.split('.');
  if (parts.length !== 3 || base64urlBytes(parts[2] ?? '')?.length !== SIGNATURE_BYTES) return undefined;
  const header = Header.safeParse(base64urlJson(parts[0] ?? '')).data;
  if (header?.typ !== (expected.type ?? ACCESS_TOKEN.type)) return undefined;
  if (base64urlJson(parts[1] ?? '') === undefined) return undefined;
  const key = await findKey(header.kid);
  if (!key) return undefined;
  const claims = Claims.safeParse(verified(token, key, expected.now ?? new Date())).data;
  if (!claims) return undefined;
  // An access token that claims to live for a year was not made by us, whatever its signature.
  if (claims.exp - claims.iat > ACCESS_TOKEN.lifeSeconds) return undefined;
  const { jti, exp, iat: _, sub: id, ...rest } = claims;
  return { principal: { id, ...rest }, jti, expiresAt: new Date(exp * 1000) };
}

function verified(token: string, key: KeyObject, now: Date): unknown {
  try {
    return jwt.verify(token, key, {
      algorithms: [ACCESS_TOKEN.algorithm],
      issuer: ACCESS_TOKEN.issuer,
      audience: ACCESS_TOKEN.audience,
      clockTolerance: CLOCK_SKEW_SECONDS,
      clockTimestamp: Math.floor(now.getTime() / 1000),
    });
  } catch (error) {
    if (
      error instanceof Error &&
      ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'].includes(error.name)
    )
      return undefined;
    throw error;
  }
}

/** Signs a token for this person; only the gateway holds a key to do it with. */
export function signAccessToken(
  principal: Principal,
  signing: { kid: string; key: KeyObject },
  about: { jti: string; issuedAt: Date; type?: string },
): { token: string; expiresAt: Date } {
  const iat = Math.floor(about.issuedAt.getTime() / 1000);
  const exp = iat + ACCESS_TOKEN.lifeSeconds;
  const { id: sub, ...rest } = principal;
  const token = jwt.sign(
    { ...rest, sub, iat, exp, jti: about.jti, iss: ACCESS_TOKEN.issuer, aud: ACCESS_TOKEN.audience },
    signing.key,
    {
      algorithm: ACCESS_TOKEN.algorithm,
      header: { alg: ACCESS_TOKEN.algorithm, typ: about.type ?? ACCESS_TOKEN.type, kid: signing.kid },
    },
  );
  return { token, expiresAt: new Date(exp * 1000) };
}

import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { ACCESS_TOKEN, type Jwks, type Principal } from '@marquee/contracts';
import { type FindKey, type Logger, type Sealer, signAccessToken } from '@marquee/service-kit';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { GatewayDb, SigningKeyRow } from '../migrations/gateway-db.ts';

const DAY_MS = 24 * 3_600_000;
const ROTATE_AFTER_MS = 30 * DAY_MS;
/** Longer than the longest life of a token, with room for clocks that differ. */
const GOOD_AFTER_RETIREMENT_MS = (ACCESS_TOKEN.lifeSeconds + 120) * 1000;

const PublicJwk = z.object({ x: z.string(), y: z.string() });

interface SigningKey {
  kid: string;
  /** undefined when it was sealed with another data key: it verifies and signs nothing. */
  privateKey: KeyObject | undefined;
  publicKey: KeyObject;
  jwk: Jwks['keys'][number];
  createdAt: number;
  retiredAt: number | undefined;
}

export interface SigningKeys {
  sign(principal: Principal, type?: string): { token: string; expiresAt: Date };
  jwks(): Jwks;
  findKey: FindKey;
  /** A new key signs from now on; the old one verifies until what it signed has ended. */
  rotate(): Promise<string>;
  /** Rotates when the key is a month old, and forgets keys that verify nothing any more. */
  tend(): Promise<void>;
}

const placeOf = (kid: string) => `signing_keys:${kid}:sealed_private`;

function makeKey(now: number): {
  kid: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
  createdAt: number;
} {
  return {
    kid: randomBytes(12).toString('base64url'),
    createdAt: now,
    ...generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  };
}

function jwkOf(kid: string, publicKey: KeyObject): Jwks['keys'][number] {
  const { x, y } = PublicJwk.parse(publicKey.export({ format: 'jwk' }));
  return { kty: 'EC', crv: 'P-256', x, y, kid, alg: 'ES256', use: 'sig' };
}

/** The keys that access tokens are signed with, kept sealed, one at work and the last ones still good. */
export async function openSigningKeys(ports: {
  db: Kysely<GatewayDb>;
  sealer: Sealer;
  now: () => Date;
  log: Logger;
}): Promise<SigningKeys> {
  const { db, sealer, log } = ports;
  const now = () => ports.now().getTime();
  let keys: SigningKey[] = [];

  function opened(row: SigningKeyRow): SigningKey {
    const sealed = sealer.open(row.sealed_private, placeOf(row.kid));
    const publicKey = createPublicKey({ key: JSON.parse(row.public_jwk), format: 'jwk' });
    return {
      kid: row.kid,
      privateKey:
        sealed === undefined ? undefined : createPrivateKey({ key: JSON.parse(sealed), format: 'jwk' }),
      publicKey,
      jwk: jwkOf(row.kid, publicKey),
      createdAt: Date.parse(row.created_at),
      retiredAt: row.retired_at === null ? undefined : Date.parse(row.retired_at),
    };
  }

  const isGood = ({ retiredAt }: SigningKey) =>
    retiredAt === undefined || now() - retiredAt < GOOD_AFTER_RETIREMENT_MS;
  const atWork = () => keys.find((key) => key.retiredAt === undefined && key.privateKey !== undefined);

  async function load(): Promise<void> {
    const rows = await db.selectFrom('signing_keys').selectAll().orderBy('created_at', 'desc').execute();
    keys = rows.map(opened).filter(isGood);
  }

  async function rotate(): Promise<string> {
    const { kid, privateKey, publicKey } = makeKey(now());
    const at = new Date(now()).toISOString();
    await db.transaction().execute(async (trx) => {
      await trx.updateTable('signing_keys').set({ retired_at: at }).where('retired_at', 'is', null).execute();
      await trx
        .insertInto('signing_keys')
        .values({
          kid,
          sealed_private: sealer.seal(JSON.stringify(privateKey.export({ format: 'jwk' })), placeOf(kid)),
          public_jwk: JSON.stringify(publicKey.export({ format: 'jwk' })),
          created_at: at,
          retired_at: null,
        })
        .execute();
    });
    await load();
    return kid;
  }

  async function tend(): Promise<void> {
    const current = atWork();
    if (!current || now() - current.createdAt > ROTATE_AFTER_MS) await rotate();
    const forgotten = new Date(now() - GOOD_AFTER_RETIREMENT_MS).toISOString();
    await db.deleteFrom('signing_keys').where('retired_at', '<', forgotten).execute();
    await load();
  }

  await load();
  if (!atWork()) {
    if (keys.length > 0)
      log.warn(
        'The signing keys were sealed with another data key: a new one is made, and people sign on as before',
      );
    await rotate();
  }

  return {
    sign(principal, type) {
      const current = atWork();
      if (!current?.privateKey) throw new Error('There is no key to sign with');
      const about = { jti: randomBytes(16).toString('base64url'), issuedAt: ports.now() };
      return signAccessToken(
        principal,
        { kid: current.kid, key: current.privateKey },
        type === undefined ? about : { ...about, type },
      );
    },
    jwks: () => ({ keys: keys.filter(isGood).map(({ jwk }) => jwk) }),
    findKey: async (kid) => keys.find((key) => key.kid === kid && isGood(key))?.publicKey,
    rotate,
    tend,
  };
}

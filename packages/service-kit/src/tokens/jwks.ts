import { createPublicKey, type KeyObject } from 'node:crypto';
import { API_PREFIX, Jwks, signInRoutes, successEnvelope } from '@marquee/contracts';
import type { FindKey } from './access-token.ts';

const FRESH_MS = 60_000;
/** An unknown key is asked for at most this often, so that made-up ids cannot make us ask all day. */
const ASK_AGAIN_MS = 2000;
const ASK_TIMEOUT_MS = 3000;

/**
 * The gateway's public keys, kept for a minute. While the gateway is away those known go on verifying; a key that
 * is new to us is asked for at once.
 */
export function createJwks(
  read: () => Promise<Jwks>,
  options: { now?: () => number; onError: (error: unknown) => void },
): FindKey {
  const now = options.now ?? Date.now;
  let keys = new Map<string, KeyObject>();
  let readAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  async function load(): Promise<void> {
    triedAt = now();
    try {
      const jwks = await read();
      keys = new Map(jwks.keys.map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: 'jwk' })]));
      readAt = now();
    } catch (error) {
      options.onError(error);
    } finally {
      reading = undefined;
    }
  }

  return async (kid) => {
    const wanted = now() - readAt > FRESH_MS || !keys.has(kid);
    if (wanted && now() - triedAt > ASK_AGAIN_MS) reading ??= load();
    // A known key need not wait for the look whether it still is one, unless it was never looked at.
    if (reading && (!keys.has(kid) || now() - readAt > FRESH_MS)) await reading;
    return keys.get(kid);
  };
}

/** The keys as the gateway at this address publishes them. */
export async function fetchJwks(gatewayUrl: string): Promise<Jwks> {
  const answer = await fetch(new URL(`${API_PREFIX}${signInRoutes.keys.path}`, gatewayUrl), {
    signal: AbortSignal.timeout(ASK_TIMEOUT_MS),
    redirect: 'error',
  });
  if (!answer.ok) throw new Error(`The gateway answers ${answer.status} when asked for its keys`);
  return successEnvelope(Jwks).parse(await answer.json()).data;
}

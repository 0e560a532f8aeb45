import { createPublicKey, type KeyObject } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { API_PREFIX, Jwks, signInRoutes, successEnvelope } from '@marquee/contracts';
import type { FindKey } from './access-token.ts';

const FRESH_MS = 60_000;
/** The gateway is asked at most this often, so that made-up ids cannot make us ask all day. */
const ASK_AGAIN_MS = 2000;
const ASK_TIMEOUT_MS = 3000;

/**
 * The gateway's public keys, kept for a minute. While the gateway is away those known go on verifying. Whoever brings
 * a key that is new to us waits until it may be asked for: right after a rotation it is as likely ours as made up.
 */
export function createJwks(
  read: () => Promise<Jwks>,
  options: {
    onError: (error: unknown) => void;
    now?: () => number;
    pause?: (milliseconds: number) => Promise<unknown>;
  },
): FindKey {
  const { now = Date.now, pause = setTimeout } = options;
  let keys = new Map<string, KeyObject>();
  let readAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  let waiting: Promise<void> | undefined;
  const isFresh = () => now() - readAt <= FRESH_MS;
  const untilAsked = () => Math.max(0, triedAt + ASK_AGAIN_MS - now());

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

  async function loadWhenAllowed(): Promise<void> {
    await pause(untilAsked());
    waiting = undefined;
    reading ??= load();
    await reading;
  }

  return async (kid) => {
    const cameAt = now();
    if (!isFresh() && untilAsked() === 0) reading ??= load();
    if (reading && !isFresh()) await reading;
    if (!keys.has(kid) && triedAt < cameAt) {
      waiting ??= loadWhenAllowed();
      await waiting;
    }
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

import type { Check } from '@marquee/contracts';
import type { Logger } from 'pino';
import { createClient } from 'redis';
import { connectionLog } from './connection-log.ts';
import { settled, within } from './within.ts';

export interface RedisLinkOptions {
  /** The longest any caller waits for Redis. */
  answerWithinMs: number;
  log?: Pick<Logger, 'info' | 'warn'>;
}

export type Answered<T> = { answered: true; value: T } | { answered: false };
export type RedisClient = ReturnType<typeof newClient>;

export interface RedisLink {
  /** Asks Redis, or says after a short bound that it does not answer. Never throws for the sake of Redis. */
  ask<T>(question: (client: RedisClient) => Promise<T>): Promise<Answered<T>>;
  check(name: string): Promise<Check>;
  close(): Promise<void>;
}

const CONNECT_WITHIN_MS = 3_000;
/** After a question without an answer the next ones do not wait, except one now and then that finds out. */
const PROBE_EVERY_MS = 1_000;
/** A connection that stays silent for so long is a dead one that nobody has closed. */
const SILENT_FOR_MS = 5_000;
const BACKOFF = { firstMs: 200, longestMs: 15_000 };

function newClient(url: string) {
  return createClient({
    url,
    // A question that cannot be sent now is answered by the fallback; sent later it would do harm.
    disableOfflineQueue: true,
    disableClientInfo: true,
    maintNotifications: 'disabled',
    // Coming back is ours: the library's own waiting would outlive close().
    socket: { connectTimeout: CONNECT_WITHIN_MS, reconnectStrategy: false },
  });
}

/** One connection to Redis that comes back by itself, for ever, and whose absence is an answer and not an error. */
export function openRedisLink(url: string, { answerWithinMs, log }: RedisLinkOptions): RedisLink {
  const place = withoutSecrets(url);
  const told = connectionLog(place, log);
  let closed = false;
  let current: RedisClient;
  let attempts = 0;
  let retry: NodeJS.Timeout | undefined;
  let silentSince: number | undefined;
  let nextProbe = 0;
  let firstAttempt: Promise<void> | undefined = connect().then(() => {
    firstAttempt = undefined;
  });

  async function connect(): Promise<void> {
    const fresh = newClient(url);
    current = fresh;
    silentSince = undefined;
    fresh.on('error', (error: Error) => lose(fresh, error));
    const outcome = await within(settled(fresh.connect()), CONNECT_WITHIN_MS);
    if (outcome === 'late') return lose(fresh, new Error(`no connection within ${CONNECT_WITHIN_MS} ms`));
    if ('error' in outcome) return lose(fresh, outcome.error);
    attempts = 0;
    told.found();
  }

  function lose(lost: RedisClient, error: unknown): void {
    if (closed || lost !== current || retry !== undefined) return;
    told.lost(error);
    lost.destroy();
    const longest = Math.min(BACKOFF.longestMs, BACKOFF.firstMs * 2 ** Math.min(attempts, 10));
    attempts += 1;
    // Full jitter: services that lost Redis together do not come back together.
    retry = setTimeout(() => {
      retry = undefined;
      void connect();
    }, Math.random() * longest);
  }

  function noteSilence(asked: RedisClient): void {
    const now = performance.now();
    nextProbe = now + PROBE_EVERY_MS;
    silentSince ??= now;
    const silence = new Error(`no answer within ${answerWithinMs} ms`);
    told.lost(silence);
    if (now - silentSince >= SILENT_FOR_MS) lose(asked, silence);
  }

  function mayAsk(): boolean {
    if (closed || !current.isReady) return false;
    if (silentSince === undefined) return true;
    if (performance.now() < nextProbe) return false;
    nextProbe = performance.now() + PROBE_EVERY_MS;
    return true;
  }

  async function ask<T>(question: (client: RedisClient) => Promise<T>): Promise<Answered<T>> {
    // A service that has just begun waits for the connection it has just asked for, but no longer than for an answer.
    if (firstAttempt) await within(firstAttempt, answerWithinMs);
    if (!mayAsk()) return { answered: false };
    const asked = current;
    const outcome = await within(settled(question(asked)), answerWithinMs);
    if (outcome === 'late') {
      if (asked === current) noteSilence(asked);
      return { answered: false };
    }
    if ('error' in outcome) {
      if (asked.isReady) told.refused(outcome.error);
      return { answered: false };
    }
    if (silentSince !== undefined && asked === current) {
      silentSince = undefined;
      told.found();
    }
    return { answered: true, value: outcome.value };
  }

  return {
    ask,
    async check(name) {
      const started = performance.now();
      const reply = await ask((redis) => redis.info('server'));
      const latencyMs = Math.round(performance.now() - started);
      if (!reply.answered) {
        const message = `Redis at ${place} does not answer: see that it runs and that REDIS_URL is right. Until then limits are stricter and nothing is cached`;
        return { name, state: 'down', message, latencyMs };
      }
      const version = /redis_version:(\S+)/.exec(reply.value)?.[1];
      return {
        name,
        state: 'ok',
        message: `Redis at ${place} answers`,
        latencyMs,
        ...(version && { version }),
      };
    },
    async close() {
      if (closed) return;
      closed = true;
      clearTimeout(retry);
      current.destroy();
    },
  };
}

function withoutSecrets(url: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname}:${port || '6379'}`;
}

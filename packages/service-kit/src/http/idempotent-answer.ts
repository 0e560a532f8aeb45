import type { IncomingMessage } from 'node:http';
import { type Problem, problem } from '@marquee/contracts';
import type { Exchange } from './exchange.ts';
import type { IdempotencyStore } from './idempotency.ts';
import { type Outgoing, toProblem } from './outgoing.ts';

export function readIdempotencyKey(request: IncomingMessage): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw problem('request.invalid', {
    details: [
      { message: 'Must be 1 to 200 printable characters without spaces.', path: 'headers.idempotency-key' },
    ],
  });
}

interface Attempt {
  store: IdempotencyStore;
  key: string;
  scope: string;
  hash: string;
  exchange: Exchange;
  render(failure: Problem): Outgoing;
}

/** Runs a request once for its key; a retry gets the very answer of the first. */
export async function answerOnce(attempt: Attempt, run: () => Promise<Outgoing>): Promise<Outgoing> {
  const { store, key, scope, hash } = attempt;
  const verdict = await store.begin(key, scope, hash);
  switch (verdict.state) {
    case 'mismatch':
      throw problem('request.idempotency-mismatch');
    case 'in-progress':
      throw problem('request.idempotency-in-progress', { headers: { 'retry-after': '1' } });
    case 'replay': {
      const { status, headers, body } = verdict;
      return { status, headers: { ...headers, 'idempotency-replayed': 'true' }, body };
    }
    case 'new':
      return remember(attempt, await outcome(attempt, run));
  }
}

async function outcome(attempt: Attempt, run: () => Promise<Outgoing>): Promise<Outgoing> {
  try {
    return await run();
  } catch (error) {
    const failure = toProblem(error);
    if (isLasting(failure)) {
      attempt.exchange.code = failure.code;
      return attempt.render(failure);
    }
    await abandon(attempt);
    throw error;
  }
}

/** A refusal stays a refusal; a fault of ours or a full queue may be over at the next try. */
function isLasting(failure: Problem): boolean {
  return failure.status < 500 && failure.status !== 429;
}

async function remember({ store, key, scope, exchange }: Attempt, outgoing: Outgoing): Promise<Outgoing> {
  const { status, headers, body } = outgoing;
  try {
    await store.finish(key, scope, { status, headers, body: body.toString() });
  } catch (error) {
    // The effect has happened: the client must hear of it even when we cannot remember that it did.
    exchange.log.error({ err: error }, 'The answer to an Idempotency-Key could not be kept');
  }
  return outgoing;
}

async function abandon({ store, key, scope, exchange }: Attempt): Promise<void> {
  try {
    await store.abandon(key, scope);
  } catch (error) {
    exchange.log.error({ err: error }, 'A failed request could not be freed for another try');
  }
}

import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  type IRetryBackoffContext,
  retry,
  wrap,
} from 'cockatiel';
import { PlexFailure } from './failure.ts';
import type { ConnectionSettings, PlexLog } from './options.ts';

type Settled<T> = { value: T } | { failure: PlexFailure };

const askAgain = (reads: boolean) => (error: Error) =>
  error instanceof PlexFailure &&
  (error.facts.retry === 'always' || (reads && error.facts.retry === 'reads'));

/** Full jitter, unless the server named a wait; a wait beyond our longest is not worth holding a request for. */
function backoff({ firstDelayMs, maxDelayMs }: ConnectionSettings['retry']) {
  return new DelegateBackoff<IRetryBackoffContext<unknown>>(({ attempt, result }) => {
    const error = 'error' in result ? result.error : undefined;
    const named = error instanceof PlexFailure ? error.facts.retryAfterMs : undefined;
    return named ?? Math.random() * Math.min(maxDelayMs, firstDelayMs * 2 ** (attempt - 1));
  });
}

/** One breaker for the server, two ways to retry. Every attempt counts for the breaker. */
export function createResilience(settings: ConnectionSettings, log: PlexLog | undefined) {
  const { attempts, maxDelayMs } = settings.retry;
  const { failures, halfOpenMs } = settings.breaker;
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof PlexFailure && error.facts.outage === true),
    { halfOpenAfter: halfOpenMs, breaker: new ConsecutiveBreaker(failures) },
  );
  breaker.onBreak(() =>
    log?.warn({ baseUrl: settings.baseUrl }, `Plex fails; it is left alone for ${halfOpenMs} ms`),
  );
  breaker.onReset(() => log?.warn({ baseUrl: settings.baseUrl }, 'Plex answers again'));
  const tooLong = (error: Error) =>
    error instanceof PlexFailure && (error.facts.retryAfterMs ?? 0) > maxDelayMs;
  const policy = (reads: boolean) => {
    const again = askAgain(reads);
    const retrying = retry(
      handleWhen((error) => again(error) && !tooLong(error)),
      { maxAttempts: attempts - 1, backoff: backoff(settings.retry) },
    );
    return wrap(retrying, breaker);
  };
  const reading = policy(true);
  const writing = policy(false);

  /** A plain refusal such as 404 shows that the server lives, so it reaches the breaker as a success. */
  async function settle<T>(work: () => Promise<T>): Promise<Settled<T>> {
    try {
      return { value: await work() };
    } catch (error) {
      if (error instanceof PlexFailure && error.facts.outage !== true && error.facts.retry !== 'reads') {
        return { failure: error };
      }
      throw error;
    }
  }

  return async function run<T>(kind: 'read' | 'write', work: () => Promise<T>): Promise<T> {
    const settled = await (kind === 'read' ? reading : writing)
      .execute(() => settle(work))
      .catch((error: unknown) => {
        if (!(error instanceof BrokenCircuitError)) throw error;
        throw new PlexFailure({
          kind: 'unreachable',
          message: `not asked: the last ${failures} tries failed, the next one comes within ${halfOpenMs} ms`,
          retryAfterMs: halfOpenMs,
        });
      });
    if ('failure' in settled) throw settled.failure;
    return settled.value;
  };
}

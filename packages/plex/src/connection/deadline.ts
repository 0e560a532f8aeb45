import { PlexFailure } from './failure.ts';

/**
 * Runs `work` with a signal that fires when the caller gives up or the time is over, and then fails at once,
 * whether or not the work has noticed. The caller's own reason is passed on as it is.
 */
export async function withDeadline<T>(
  ms: number,
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  caller?.throwIfAborted();
  const controller = new AbortController();
  const late = new PlexFailure({
    kind: 'unreachable',
    message: `no complete answer within ${ms} ms`,
    // A slow server is not helped by asking again: the caller decides.
    retry: 'never',
    outage: true,
  });
  const timer = setTimeout(() => controller.abort(late), ms);
  const giveUp = () => controller.abort(caller?.reason);
  caller?.addEventListener('abort', giveUp, { once: true });
  const stopped = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true });
  });
  try {
    return await Promise.race([work(controller.signal), stopped]);
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    clearTimeout(timer);
    caller?.removeEventListener('abort', giveUp);
  }
}

/** Fails with the caller's reason as soon as the caller gives up, even while nothing is under way (between tries). */
export async function untilAborted<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (signal === undefined) return work;
  let giveUp = () => {};
  const aborted = new Promise<never>((_, reject) => {
    giveUp = () => reject(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

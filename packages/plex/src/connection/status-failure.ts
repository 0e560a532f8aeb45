import { PlexFailure } from './failure.ts';

const LONGEST_WAIT_MS = 5 * 60_000;

/** Seconds or a date; nonsense counts as absent. */
function retryAfterMs(header: unknown, now: number): number | undefined {
  if (typeof header !== 'string' || header.trim() === '') return undefined;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), LONGEST_WAIT_MS) : undefined;
}

/** What a status other than 2xx means. A broken single picture must not shut the whole server off. */
export function statusFailure(status: number, retryAfter: unknown, isImage: boolean): PlexFailure {
  if (status === 401)
    return new PlexFailure({ kind: 'unauthorized', message: 'Plex refuses the token (401)' });
  if (status === 403) {
    return new PlexFailure({
      kind: 'unauthorized',
      message: 'Plex forbids this to the account of our token (403)',
      fix: 'Use the token of the account that owns the server.',
    });
  }
  if (status === 404) return new PlexFailure({ kind: 'missing', message: 'Plex does not know it (404)' });
  if (status === 429) {
    const wait = retryAfterMs(retryAfter, Date.now());
    return new PlexFailure({
      kind: 'unreachable',
      message: 'Plex asks us to slow down (429)',
      retry: 'reads',
      outage: true,
      ...(wait === undefined ? {} : { retryAfterMs: wait }),
    });
  }
  if (status === 503) {
    return new PlexFailure({
      kind: 'unreachable',
      message: 'Plex is starting or in maintenance (503)',
      retry: 'reads',
      outage: true,
    });
  }
  if (status >= 500) {
    const gateway = status === 502 || status === 504;
    return new PlexFailure({
      kind: gateway ? 'unreachable' : 'bad-answer',
      message: `Plex failed (${status})`,
      retry: 'reads',
      outage: gateway || !isImage,
    });
  }
  return new PlexFailure({ kind: 'bad-answer', message: `Plex answered with status ${status}` });
}

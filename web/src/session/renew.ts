import { API_PREFIX, DEFAULT_TIMEOUT_MS, signInRoutes } from '@marquee/contracts';
import type { Action, ThunkAction } from '@reduxjs/toolkit';
import { oneAtATime } from './one-at-a-time.ts';
import { type Session, type Signed, signedIn, signedOut } from './session-slice.ts';
import { readSigned } from './signed.ts';

export type Renewal = 'renewed' | 'ended' | 'unanswered';
type SessionThunk<R> = ThunkAction<R, { session: Session }, unknown, Action>;

/**
 * Trades the refresh cookie for a new access token, unless another call or another tab has done so since `stale`
 * was read. However many ask at once, Marquee is asked once.
 */
export function renewSession(stale: string | null): SessionThunk<Promise<Renewal>> {
  return (dispatch, getState) =>
    oneAtATime('marquee-renew', async () => {
      const before = getState().session;
      const known = standing(before, stale);
      if (known) return known;
      const answer = await askForToken();
      // Whoever left meanwhile stays out, and a token another tab brought is as new as ours.
      const meanwhile = standing(getState().session, stale);
      if (meanwhile) return meanwhile;
      if (answer === 'unanswered') return 'unanswered';
      dispatch(
        answer === 'refused'
          ? signedOut(before.phase === 'signed-in' ? 'ended' : 'nobody')
          : signedIn(answer),
      );
      return answer === 'refused' ? 'ended' : 'renewed';
    });
}

function standing(session: Session, stale: string | null): Renewal | null {
  if (session.phase === 'signed-out') return 'ended';
  return session.phase === 'signed-in' && session.accessToken !== stale ? 'renewed' : null;
}

async function askForToken(): Promise<Signed | 'refused' | 'unanswered'> {
  const { method, path } = signInRoutes.refresh;
  try {
    const answer = await fetch(new URL(`${API_PREFIX}${path}`, window.location.origin), {
      method: method.toUpperCase(),
      signal: AbortSignal.timeout(DEFAULT_TIMEOUT_MS),
    });
    if (answer.status === 401 || answer.status === 403) return 'refused';
    return (answer.ok && readSigned(await answer.json())) || 'unanswered';
  } catch {
    // Nobody there, or cut off midway: the cookie may still be good, so it is tried again later.
    return 'unanswered';
  }
}

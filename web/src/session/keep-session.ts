import type { AppStore } from '../app/store.ts';
import { renewSession } from './renew.ts';
import { sessionHint } from './session-hint.ts';
import { selectAccessToken, selectSession, signedOut } from './session-slice.ts';
import { shareSession } from './share-session.ts';

/** Renewed this long before its end. */
const EARLY_MS = 60_000;
/** Tabs do not all begin at once: the first one's new token reaches the others before their turn. */
const SPREAD_MS = 10_000;
const AGAIN_MS = 2000;

/** Restores the session when the page opens, renews it before it ends and after sleep, and shares it among tabs. */
export function keepSession(store: AppStore): () => void {
  const early = EARLY_MS + Math.random() * SPREAD_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const session = () => selectSession(store.getState());
  const renew = async () => {
    clearTimeout(timer);
    const renewal = await store.dispatch(renewSession(selectAccessToken(store.getState())));
    if (renewal === 'unanswered' && !stopped) timer = setTimeout(() => void renew(), AGAIN_MS);
  };
  const look = () => {
    const now = session();
    if (now.phase === 'signed-in' && now.freshUntil - early <= Date.now()) void renew();
  };
  const plan = () => {
    clearTimeout(timer);
    const now = session();
    if (now.phase === 'restoring') return;
    sessionHint.write(now.phase === 'signed-in');
    if (now.phase === 'signed-in')
      timer = setTimeout(() => void renew(), now.freshUntil - early - Date.now());
  };

  const stopSharing = shareSession(store);
  let planned = session();
  const unsubscribe = store.subscribe(() => {
    if (session() === planned) return;
    planned = session();
    plan();
  });
  // Timers stand still while a machine sleeps, and nearly so in tabs nobody looks at.
  window.addEventListener('focus', look);
  window.addEventListener('online', look);
  document.addEventListener('visibilitychange', look);

  if (session().phase === 'restoring') {
    if (sessionHint.read()) void renew();
    else store.dispatch(signedOut('nobody'));
  } else plan();

  return () => {
    stopped = true;
    clearTimeout(timer);
    unsubscribe();
    stopSharing();
    window.removeEventListener('focus', look);
    window.removeEventListener('online', look);
    document.removeEventListener('visibilitychange', look);
  };
}

import type { AppStore } from '../app/store.ts';
import { type Session, selectSession, signedIn, signedOut } from './session-slice.ts';

const CHANNEL = 'marquee-session';

/** What one tab learns of the session, all tabs of this browser know: a new token, another person, signed out. */
export function shareSession(store: AppStore): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  let told = selectSession(store.getState());
  let hearing = false;

  const unsubscribe = store.subscribe(() => {
    const session = selectSession(store.getState());
    if (session === told) return;
    // A tab that finds nobody signed in has no news for the others.
    const news = !hearing && (session.phase === 'signed-in' || told.phase === 'signed-in');
    told = session;
    if (news) channel.postMessage(session);
  });
  channel.onmessage = ({ data }: MessageEvent<Session>) => {
    hearing = true;
    if (data.phase === 'signed-in') store.dispatch(signedIn(data));
    if (data.phase === 'signed-out') store.dispatch(signedOut(data.why));
    hearing = false;
  };
  return () => {
    unsubscribe();
    channel.close();
  };
}

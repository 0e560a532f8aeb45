import { setupListeners } from '@reduxjs/toolkit/query';
import { api } from '../api/api.ts';
import { isUnanswered } from '../api/call-problem.ts';
import { signInApi } from '../api/sign-in.ts';
import { systemApi } from '../api/system.ts';
import type { AppStore } from '../app/store.ts';
import { selectUser } from '../session/session-slice.ts';
import { applyEvent } from './apply-event.ts';
import { followEvents, type StreamListener } from './event-stream.ts';
import { answered, streamLost, streamOpened, unanswered } from './live-slice.ts';

const CALM_MS = 5000;
const ANXIOUS_MS = 2000;

/** Keeps the page alive: follows events, notices when Marquee is gone, and has everything asked again when it is back. */
export function watchMarquee(store: AppStore, follow = followEvents): () => void {
  let streaming = false;
  let stopped = false;
  let next: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  // Kept here: the stream may open again, and call us live, before the first answer.
  let gone = false;
  let comeBack = () => {};

  const ask = async () => {
    if (asking || stopped) return;
    asking = true;
    clearTimeout(next);
    const call = store.dispatch(
      systemApi.endpoints.health.initiate(undefined, { forceRefetch: true, subscribe: false }),
    );
    const { error } = await call;
    asking = false;
    if (stopped) return;
    const unheard = isUnanswered(error);
    if (unheard) store.dispatch(unanswered());
    else store.dispatch(answered({ at: Date.now(), streaming }));
    if (gone && !unheard) comeBack();
    gone = unheard;
    next = setTimeout(() => void ask(), unheard ? ANXIOUS_MS : CALM_MS);
  };

  const listener: StreamListener = {
    onOpen: () => {
      streaming = true;
      store.dispatch(streamOpened());
      void ask();
    },
    onLost: () => {
      streaming = false;
      store.dispatch(streamLost());
      void ask();
    },
    onEvent: (event) => applyEvent(event, store.dispatch),
    // A stream cannot say why; a call can, and renews or ends the session as it should.
    onRefused: () =>
      void store.dispatch(
        signInApi.endpoints.me.initiate(undefined, { forceRefetch: true, subscribe: false }),
      ),
    onGap: () => store.dispatch(api.util.invalidateTags(['Status', 'Libraries', 'Items', 'Item'])),
  };
  // Events are for whoever is signed in; another person gets a stream of their own.
  let stopFollowing = () => {};
  let person: string | undefined;
  const followPerson = () => {
    const now = selectUser(store.getState())?.id;
    if (now === person) return;
    person = now;
    streaming = false;
    stopFollowing();
    stopFollowing = now === undefined ? () => {} : follow(listener);
  };
  const unsubscribe = store.subscribe(followPerson);
  followPerson();
  const stopListening = setupListeners(store.dispatch, (dispatch, { onOnline }) => {
    comeBack = () => dispatch(onOnline());
    const look = () => void ask();
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
      document.removeEventListener('visibilitychange', look);
    };
  });
  void ask();
  return () => {
    stopped = true;
    clearTimeout(next);
    unsubscribe();
    stopFollowing();
    stopListening();
  };
}

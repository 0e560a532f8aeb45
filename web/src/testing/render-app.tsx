import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '../app/app.tsx';
import { createStore } from '../app/store.ts';
import { type Signed, signedIn } from '../session/session-slice.ts';
import { aSession } from './examples.ts';

/** The whole interface at an address, with a store of its own; an admin is signed in unless the test says otherwise. */
export function renderApp(address: string, session: Signed | null = aSession()) {
  window.history.replaceState(null, '', address);
  const store = createStore();
  if (session) store.dispatch(signedIn(session));
  return {
    store,
    user: userEvent.setup({ delay: null, pointerEventsCheck: 0 }),
    ...render(<App store={store} />),
  };
}

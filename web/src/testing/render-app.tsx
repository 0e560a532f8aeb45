import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '../app/app.tsx';
import { createStore } from '../app/store.ts';

/** The whole interface at an address, with a store of its own. */
export function renderApp(address: string) {
  window.history.replaceState(null, '', address);
  const store = createStore();
  return {
    store,
    user: userEvent.setup({ delay: null, pointerEventsCheck: 0 }),
    ...render(<App store={store} />),
  };
}

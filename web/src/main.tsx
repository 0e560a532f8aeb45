import './app/zod-without-eval.ts';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import { createRoot } from 'react-dom/client';
import { askTicket } from './api/tickets.ts';
import { App } from './app/app.tsx';
import { applyStoredTheme, THEME_KEY } from './app/first-theme.ts';
import { createStore } from './app/store.ts';
import { followEventSocket } from './live/event-socket.ts';
import { watchMarquee } from './live/watch.ts';
import { keepSession } from './session/keep-session.ts';

applyStoredTheme(
  document.documentElement,
  localStorage.getItem(THEME_KEY),
  matchMedia('(prefers-color-scheme: light)').matches,
);
// The grid puts people back where they were; the browser would do it before the titles are there.
history.scrollRestoration = 'manual';

const store = createStore();
keepSession(store);
watchMarquee(store, (listener) =>
  followEventSocket(listener, { ticket: () => store.dispatch(askTicket('/ws/status')) }),
);
const root = document.getElementById('root');
if (root) createRoot(root).render(<App store={store} />);

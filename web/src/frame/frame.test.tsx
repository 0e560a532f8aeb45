import { libraryRoutes, systemRoutes } from '@marquee/contracts';
import { act, screen, within } from '@testing-library/react';
import { answered, unanswered } from '../live/live-slice.ts';
import { FakeMarquee } from '../testing/fake-marquee.ts';
import { renderApp } from '../testing/render-app.tsx';

const health = {
  status: 'ok' as const,
  name: 'Marquee',
  version: '0.1.0',
  features: ['libraries'],
  demo: true,
};

beforeEach(() => {
  new FakeMarquee()
    .answer(systemRoutes.health, health)
    .answer(systemRoutes.status)
    .answer(libraryRoutes.servers)
    .answer(libraryRoutes.list);
});

test('the bare address is the dashboard, which says how much there is', async () => {
  renderApp('/');
  expect(await screen.findByRole('heading', { level: 1, name: '64 films' })).toBeInTheDocument();
  expect(document.title).toBe('Dashboard · Marquee');
});

test('the rail lists the libraries beneath their place, folds to icons, and stays so', async () => {
  const { user } = renderApp('/libraries');
  const rail = screen.getByRole('navigation', { name: 'Main' });
  expect(await within(rail).findByRole('link', { name: /Films/ })).toHaveTextContent('64');
  await user.click(within(rail).getByRole('button', { name: 'Fold the side bar' }));
  expect(within(rail).queryByRole('link', { name: /Films/ })).not.toBeInTheDocument();
  expect(within(rail).getByRole('link', { name: 'System' })).toBeInTheDocument();
  expect(window.localStorage.getItem('marquee-settings')).toContain('"railOpen":false');
});

test('while nobody answers a bar says so with the age of what is shown, and goes by itself', async () => {
  const { store } = renderApp('/libraries');
  await screen.findByTestId('library-card');
  act(() => void store.dispatch(answered({ at: Date.now() - 3 * 60_000 - 1000, streaming: true })));
  act(() => void store.dispatch(unanswered()));
  expect(screen.getByTestId('offline-bar')).toHaveTextContent('what you see is from 3 minutes ago');
  expect(screen.getByTestId('live-status')).toHaveAccessibleName('Connection: Offline');
  expect(screen.getByTestId('library-card')).toBeInTheDocument();
  act(() => void store.dispatch(answered({ at: Date.now(), streaming: true })));
  expect(screen.queryByTestId('offline-bar')).not.toBeInTheDocument();
});

test('going to another page names it and puts the focus into its content', async () => {
  const { user } = renderApp('/libraries');
  await user.click(
    within(screen.getByRole('navigation', { name: 'Main' })).getByRole('link', { name: 'System' }),
  );
  await screen.findByRole('heading', { level: 1, name: 'Everything works' });
  expect(document.title).toBe('System · Marquee');
  expect(screen.getByRole('main')).toHaveFocus();
});

test('the theme can be chosen and is remembered', async () => {
  const { user } = renderApp('/libraries');
  await user.click(screen.getByRole('button', { name: 'You: Ada' }));
  await user.click(screen.getByRole('menuitemradio', { name: 'Light' }));
  expect(document.documentElement).toHaveAttribute('data-theme', 'light');
  expect(window.localStorage.getItem('marquee-theme')).toBe('light');
});

test('? shows the keyboard map, but not while somebody writes', async () => {
  const { user } = renderApp('/libraries');
  await screen.findByTestId('library-card');
  await user.keyboard('?');
  const map = await screen.findByRole('dialog', { name: 'Keyboard' });
  expect(within(map).getByText('Go to System')).toBeInTheDocument();
});

test('g and then s goes to the system; s alone goes nowhere', async () => {
  const { user } = renderApp('/libraries');
  await screen.findByTestId('library-card');
  await user.keyboard('s');
  expect(window.location.pathname).toBe('/libraries');
  await user.keyboard('gs');
  expect(window.location.pathname).toBe('/system');
});

test('an address that leads nowhere says so and leads back', async () => {
  const { user } = renderApp('/tea');
  await user.click(await screen.findByRole('link', { name: 'Go to Libraries' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Libraries' })).toBeInTheDocument();
});

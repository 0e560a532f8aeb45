import { libraryRoutes, signInRoutes, systemRoutes } from '@marquee/contracts';
import { act, screen, waitFor } from '@testing-library/react';
import { aSession } from '../testing/examples.ts';
import { FakeMarquee } from '../testing/fake-marquee.ts';
import { renderApp } from '../testing/render-app.tsx';
import { signedIn, signedOut } from './session-slice.ts';

let marquee: FakeMarquee;

beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(systemRoutes.health)
    .answer(systemRoutes.status)
    .answer(libraryRoutes.servers)
    .answer(libraryRoutes.list)
    .answer(signInRoutes.options);
});

test('until it is known who is there only the shape of the page is shown', async () => {
  const { store } = renderApp('/libraries', null);
  expect(screen.getByRole('status', { name: 'Loading' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Sign in' })).not.toBeInTheDocument();
  expect(marquee.callsOf(libraryRoutes.list)).toHaveLength(0);
  act(() => void store.dispatch(signedIn(aSession())));
  expect(await screen.findByTestId('library-card')).toBeInTheDocument();
  expect(window.location.pathname).toBe('/libraries');
});

test('nobody signed in is led to the door, and from there back', async () => {
  const { store } = renderApp('/libraries?x=1', null);
  act(() => void store.dispatch(signedOut('nobody')));
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
  expect(window.location.search).toBe('?back=%2Flibraries%3Fx%3D1');
  act(() => void store.dispatch(signedIn(aSession())));
  await waitFor(() => expect(window.location.pathname + window.location.search).toBe('/libraries?x=1'));
});

test('a fresh Marquee leads to its set-up', async () => {
  marquee.answer(signInRoutes.options, { setupNeeded: true, methods: ['password'], encrypted: true });
  const { store } = renderApp('/libraries', null);
  act(() => void store.dispatch(signedOut('nobody')));
  expect(await screen.findByLabelText('Set-up code')).toHaveFocus();
  expect(window.location.pathname).toBe('/setup');
});

test('a session that ends while one works leads to the door and says why', async () => {
  const { store } = renderApp('/libraries');
  await screen.findByTestId('library-card');
  act(() => void store.dispatch(signedOut('ended')));
  expect(await screen.findByText(/Your session has ended/)).toBeInTheDocument();
  expect(screen.queryByTestId('library-card')).not.toBeInTheDocument();
});

test('a page of admins tells a viewer who can help', async () => {
  renderApp('/users', aSession({ role: 'viewer' }));
  expect(await screen.findByRole('heading', { name: 'This page is for admins' })).toBeInTheDocument();
  expect(screen.getByText(/signed in as viewer. An admin can give you/)).toBeInTheDocument();
});

test('the menu says who one is, leads to the account, and out', async () => {
  marquee.answer(signInRoutes.signOut);
  const { user } = renderApp('/libraries');
  await user.click(await screen.findByRole('button', { name: 'You: Ada' }));
  expect(screen.getByRole('menuitem', { name: 'Users' })).toHaveAttribute('href', '/users');
  await user.click(screen.getByRole('menuitem', { name: 'Sign out' }));
  expect(await screen.findByText('You are signed out.')).toBeInTheDocument();
});

test('whoever cannot be signed out stays in and learns it', async () => {
  const { user } = renderApp('/libraries');
  await screen.findByTestId('library-card');
  marquee.leave();
  await user.click(screen.getByRole('button', { name: 'You: Ada' }));
  await user.click(screen.getByRole('menuitem', { name: 'Sign out' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Marquee does not answer');
  expect(window.location.pathname).toBe('/libraries');
});

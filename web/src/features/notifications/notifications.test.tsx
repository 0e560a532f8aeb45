import { libraryRoutes, type Notification, notificationRoutes, systemRoutes } from '@marquee/contracts';
import { act, screen, waitFor, within } from '@testing-library/react';
import { notificationArrived } from '../../api/notifications.ts';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';

let marquee: FakeMarquee;
const ready: Notification = {
  id: 'n5f2bQ0n7mX2b9c1d4e5f6',
  at: new Date().toISOString(),
  kind: 'posters-prepared',
  severity: 'ok',
  facts: { library: 'Films', count: 68 },
  link: '/libraries/demo.1',
  read: false,
};
const down: Notification = {
  ...ready,
  id: 'n6f2bQ0n7mX2b9c1d4e5f6',
  at: '2026-01-02T05:00:00.000Z',
  kind: 'service-down',
  severity: 'error',
  facts: { service: 'config', message: 'Connection refused' },
  link: '/system',
  read: true,
};

beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(systemRoutes.health)
    .answer(systemRoutes.status)
    .answer(libraryRoutes.servers, [])
    .answer(libraryRoutes.list)
    .answer(libraryRoutes.get)
    .answer(libraryRoutes.items, { entries: [], total: 0, nextCursor: null })
    .answer(notificationRoutes.list, { entries: [ready, down], total: 2, nextCursor: null, unread: 1 })
    .answerBy(notificationRoutes.read, ({ body }) => ({ ...ready, ...(body as { read: boolean }) }))
    .answer(notificationRoutes.readAll)
    .answer(notificationRoutes.remove);
});

async function opened() {
  const app = renderApp('/system');
  await app.user.click(await screen.findByRole('button', { name: '1 unread notification' }));
  const drawer = await screen.findByRole('dialog', { name: 'Notifications' });
  await within(drawer).findAllByTestId('notification');
  return { ...app, drawer };
}

test('they are told in words, by day, with what the service said', async () => {
  const { drawer } = await opened();
  const today = within(drawer).getByRole('region', { name: 'Today' });
  expect(today).toHaveTextContent('68 posters are ready in Films');
  expect(drawer).toHaveTextContent('Config does not answer');
  expect(drawer).toHaveTextContent('Connection refused');
  expect(within(drawer).getByRole('region', { name: 'Friday, January 2, 2026' })).toBeInTheDocument();
});

test('following one goes there, marks it as read and closes the drawer', async () => {
  const { user, drawer } = await opened();
  await user.click(within(drawer).getByRole('link', { name: /68 posters/ }));
  await waitFor(() => expect(window.location.pathname).toBe('/libraries/demo.1'));
  await waitFor(() => expect(marquee.callsOf(notificationRoutes.read)).toHaveLength(1));
  expect(await screen.findByRole('button', { name: 'Notifications' })).toBeInTheDocument();
});

test('marking shows at once, and goes back when Marquee refuses', async () => {
  marquee.fail(notificationRoutes.readAll, 'service.unavailable');
  const { user, drawer } = await opened();
  await user.click(within(drawer).getByRole('button', { name: 'Mark all as read' }));
  expect(await screen.findByText(/A service of Marquee is not answering/)).toBeInTheDocument();
  const [first] = within(drawer).getAllByTestId('notification');
  expect(first).toHaveAttribute('data-read', 'false');
  expect(within(drawer).getByRole('button', { name: 'Mark all as read' })).toBeInTheDocument();
});

test('marking all as read empties the bell', async () => {
  const { user, drawer } = await opened();
  await user.click(within(drawer).getByRole('button', { name: 'Mark all as read' }));
  for (const row of within(drawer).getAllByTestId('notification'))
    expect(row).toHaveAttribute('data-read', 'true');
  expect(marquee.callsOf(notificationRoutes.readAll)).toHaveLength(1);
});

test('one that is removed can be taken back, and Marquee is not asked meanwhile', async () => {
  const { user, drawer } = await opened();
  const [first] = within(drawer).getAllByRole('button', { name: 'Remove' });
  await user.click(first as HTMLElement);
  expect(within(drawer).getAllByTestId('notification')).toHaveLength(1);
  await user.click(within(drawer).getByRole('button', { name: 'Undo' }));
  expect(within(drawer).getAllByTestId('notification')).toHaveLength(2);
  expect(marquee.callsOf(notificationRoutes.remove)).toHaveLength(0);
});

test('removing the next one settles the one before', async () => {
  const { user, drawer } = await opened();
  for (let removed = 0; removed < 2; removed += 1) {
    const [next] = within(drawer).getAllByRole('button', { name: 'Remove' });
    await user.click(next as HTMLElement);
  }
  await waitFor(() => expect(marquee.callsOf(notificationRoutes.remove)).toHaveLength(1));
  expect(marquee.callsOf(notificationRoutes.remove)[0]?.params.notificationId).toBe(ready.id);
});

test('one that comes live stands at the top and counts, once even when it comes twice', async () => {
  const { store, drawer } = await opened();
  const fresh = { ...ready, id: 'n7f2bQ0n7mX2b9c1d4e5f6', facts: { library: 'Series', count: 1 } };
  for (const unread of [2, 2]) act(() => void store.dispatch(notificationArrived(fresh, unread)));
  await screen.findByRole('button', { name: '2 unread notifications' });
  const rows = within(drawer).getAllByTestId('notification');
  expect(rows).toHaveLength(3);
  expect(rows[0]).toHaveTextContent('1 poster is ready in Series');
});

test('none: what will be here', async () => {
  marquee.answer(notificationRoutes.list, { entries: [], total: 0, nextCursor: null, unread: 0 });
  const { user } = renderApp('/system');
  await user.click(await screen.findByRole('button', { name: 'Notifications' }));
  expect(await screen.findByText('Nothing to tell')).toBeInTheDocument();
});

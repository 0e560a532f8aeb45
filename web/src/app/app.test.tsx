import { libraryRoutes, systemRoutes } from '@marquee/contracts';
import { screen } from '@testing-library/react';
import { FakeMarquee } from '../testing/fake-marquee.ts';
import { renderApp } from '../testing/render-app.tsx';

jest.mock('../features/notifications/notifications-drawer.tsx', () => {
  throw new TypeError('Failed to fetch dynamically imported module: drawer.js');
});

test('a part outside of any page whose code is gone says that Marquee was updated, and offers to load again', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => {});
  new FakeMarquee().answer(systemRoutes.health).answer(systemRoutes.status).answer(libraryRoutes.list);
  const { user } = renderApp('/system');
  await user.click(await screen.findByRole('button', { name: 'Notifications' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Marquee was updated while this page was open');
  expect(screen.getByRole('button', { name: 'Load again' })).toBeInTheDocument();
});

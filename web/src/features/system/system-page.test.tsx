import { libraryRoutes, type SystemStatus, systemRoutes } from '@marquee/contracts';
import { screen, within } from '@testing-library/react';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';

let marquee: FakeMarquee;
const status: SystemStatus = {
  state: 'degraded',
  version: '0.1.0',
  node: 'v22.20.0',
  mode: 'distributed',
  demo: false,
  startedAt: '2026-11-21T05:00:00.000Z',
  services: [
    {
      name: 'config',
      state: 'degraded',
      message: 'Answers, but not all of what it needs does',
      version: '0.1.0',
      uptimeSeconds: 7200,
      memoryMb: 1234.4,
      checks: [
        { name: 'plex:attic', state: 'down', message: 'Connection refused. Check that Plex is running.' },
        { name: 'store', state: 'ok', message: 'The database answers', version: '3.53.2', latencyMs: 0.4 },
        { name: 'moonbeam', state: 'ok', message: 'Shines' },
      ],
    },
  ],
  disk: { path: '/data', freeBytes: 120_000_000_000, totalBytes: 250_000_000_000 },
};

beforeEach(() => {
  marquee = new FakeMarquee().answer(systemRoutes.health).answer(libraryRoutes.list);
});

test('the page says in one sentence how things are, then every part with its state in words', async () => {
  marquee.answer(systemRoutes.status, status);
  renderApp('/system');
  expect(
    await screen.findByRole('heading', { level: 1, name: 'Something needs a look' }),
  ).toBeInTheDocument();
  const config = screen.getByRole('region', { name: 'config' });
  expect(config).toHaveTextContent('Needs a look');
  expect(config).toHaveTextContent('Up for 2 h');
  expect(config).toHaveTextContent('1 234 MB');
  const [plex, store, other] = within(config).getAllByRole('listitem');
  expect(plex).toHaveTextContent('Plex (attic)');
  expect(plex).toHaveTextContent('Check that Plex is running.');
  expect(within(plex as HTMLElement).getByTitle('Down')).toBeInTheDocument();
  expect(store).toHaveTextContent('< 1 ms');
  // A check that this version has no words for is shown under its own name.
  expect(other).toHaveTextContent('moonbeam');
  expect(screen.getByText('several services')).toBeInTheDocument();
});

test('the disk says how much is free, and its bar how much is used', async () => {
  marquee.answer(systemRoutes.status, status);
  renderApp('/system');
  expect(await screen.findByText('120 GB free of 250 GB')).toBeInTheDocument();
  expect(screen.getByRole('progressbar', { name: 'Disk used' })).toHaveAttribute('aria-valuenow', '52');
});

test('while it loads the page keeps its layout; a failure can be tried again', async () => {
  marquee.fail(systemRoutes.status, 'service.unavailable');
  const { user } = renderApp('/system');
  expect(await screen.findByRole('alert')).toHaveTextContent('A service of Marquee is not answering');
  marquee.answer(systemRoutes.status, { ...status, state: 'ok' });
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Everything works' })).toBeInTheDocument();
});

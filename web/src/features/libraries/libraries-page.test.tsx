import { libraryRoutes, systemRoutes } from '@marquee/contracts';
import { screen, within } from '@testing-library/react';
import { aLibrary } from '../../testing/examples.ts';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';

let marquee: FakeMarquee;
const server = {
  id: 'attic',
  name: 'Attic',
  demo: false,
  reachable: true,
  message: 'Connected',
  machineIdentifier: 'a',
  version: '1.42.0',
};

beforeEach(() => {
  marquee = new FakeMarquee().answer(systemRoutes.health).answer(libraryRoutes.servers, [server]);
});

test('each library is a card with what is in it and a way in', async () => {
  const counts = [
    { kind: 'movie' as const, count: 50_000 },
    { kind: 'collection' as const, count: 1 },
    { kind: 'episode' as const, count: 0 },
  ];
  marquee.answer(libraryRoutes.list, [aLibrary({ counts })]);
  renderApp('/libraries');
  const card = await screen.findByTestId('library-card');
  expect(within(card).getByRole('link')).toHaveAttribute('href', '/libraries/demo.1');
  expect(card).toHaveTextContent('50 000 films');
  expect(card).toHaveTextContent('1 collection');
  expect(card).not.toHaveTextContent('episode');
  expect(screen.queryByText('Attic')).not.toBeInTheDocument();
});

test('no libraries: what this is, and what to do', async () => {
  marquee.answer(libraryRoutes.list, []);
  renderApp('/libraries');
  expect(await screen.findByText(/Make one in Plex/)).toBeInTheDocument();
});

test('a server in trouble is named with its reason; a demo says that it is one', async () => {
  marquee.answer(libraryRoutes.list).answer(libraryRoutes.servers, [
    { ...server, reachable: false, message: 'Connection refused' },
    { ...server, id: 'demo', name: 'Demo library', demo: true },
  ]);
  renderApp('/libraries');
  expect(await screen.findByText('Attic does not answer: Connection refused')).toBeInTheDocument();
  expect(screen.getByText('Demo')).toBeInTheDocument();
});

test('a failure to list them is told and can be tried again', async () => {
  marquee.fail(libraryRoutes.list, 'plex.unauthorized');
  const { user } = renderApp('/libraries');
  expect(await screen.findByRole('alert')).toHaveTextContent('Set a fresh Plex token');
  marquee.answer(libraryRoutes.list);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByTestId('library-card')).toBeInTheDocument();
});

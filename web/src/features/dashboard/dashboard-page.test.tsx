import {
  type ConfigProblem,
  configProblemRoutes,
  configRoutes,
  libraryRoutes,
  notificationRoutes,
  overlayFileRoutes,
  type SystemStatus,
  systemRoutes,
} from '@marquee/contracts';
import { act, screen, within } from '@testing-library/react';
import { jobProgressed } from '../../live/live-slice.ts';
import { aFilm, aLibrary, aSession, films, pageOfFilms } from '../../testing/examples.ts';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';

let marquee: FakeMarquee;
const status = systemRoutes.status.examples?.reply as SystemStatus;
const server = {
  id: 'attic',
  name: 'Attic',
  demo: false,
  reachable: true,
  message: 'Connected',
  machineIdentifier: 'a',
  version: '1.42.0',
};

const unknownKey = configProblemRoutes.problems.examples?.reply?.problems[0] as ConfigProblem;
const noProblems = { checkedAt: '2026-11-21T05:00:00.000Z', files: 3, problems: [], more: 0 };

beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(systemRoutes.health)
    .answer(systemRoutes.status, status)
    .answer(libraryRoutes.servers, [server])
    .answer(libraryRoutes.list, [aLibrary(), aLibrary({ id: 'demo.4', title: 'Old films' })])
    .answer(notificationRoutes.list)
    .answer(configProblemRoutes.problems, noProblems)
    .answer(configRoutes.overview)
    .answerBy(libraryRoutes.items, ({ query, params }) =>
      pageOfFilms(params.libraryId === 'demo.1' ? films(3) : [], query),
    );
});

test('the greeting is a fact: how much there is, over all libraries, and how it goes', async () => {
  renderApp('/');
  expect(await screen.findByRole('heading', { level: 1, name: '128 films' })).toBeInTheDocument();
  expect(await screen.findByRole('link', { name: 'Everything works' })).toHaveAttribute('href', '/system');
});

test('while all is well nothing asks for attention', async () => {
  renderApp('/');
  await screen.findByRole('link', { name: 'Everything works' });
  await screen.findAllByTestId('library-card');
  expect(screen.queryByRole('region', { name: 'Needs attention' })).not.toBeInTheDocument();
});

test('what Kometa would refuse in its files is told with the first of it, and leads to all', async () => {
  const wrong = {
    ...unknownKey,
    severity: 'error' as const,
    file: 'collections/a.yml',
    line: 7,
    message: 'Odd',
  };
  marquee.answer(configProblemRoutes.problems, { ...noProblems, problems: [unknownKey, wrong, wrong] });
  const { unmount } = renderApp('/');
  const concern = await screen.findByTestId('concern');
  expect(concern).toHaveTextContent('Kometa would stumble over 2 things in its files');
  expect(concern).toHaveTextContent('collections/a.yml, line 7: Odd');
  expect(within(concern).getByRole('link')).toHaveAttribute('href', '/doctor');
  unmount();
  renderApp('/', aSession({ role: 'viewer' }));
  await screen.findAllByTestId('library-card');
  expect(screen.queryByTestId('concern')).not.toBeInTheDocument();
});

test('without a config.yml it offers to make one', async () => {
  const overview = { path: '/config', writable: true, files: 0, hasConfig: false, truncated: false };
  marquee.answer(configRoutes.overview, overview);
  renderApp('/');
  const concern = await screen.findByTestId('concern');
  expect(concern).toHaveTextContent('Kometa has no configuration yet');
  expect(within(concern).getByRole('link', { name: 'Begin' })).toHaveAttribute('href', '/start');
});

test('the demo offers an admin to connect Plex, and tells others who can', async () => {
  marquee.answer(libraryRoutes.servers, [{ ...server, demo: true }]);
  const { unmount } = renderApp('/');
  expect(await screen.findByRole('link', { name: 'Connect your Plex' })).toHaveAttribute('href', '/settings');
  unmount();
  renderApp('/', aSession({ role: 'viewer' }));
  expect(await screen.findByText(/An admin can connect a Plex server/)).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Connect your Plex' })).not.toBeInTheDocument();
});

test('the demo leads an editor to the overlays of its posters; nobody else', async () => {
  marquee.answer(libraryRoutes.servers, [{ ...server, demo: true }]).answer(overlayFileRoutes.list);
  const { unmount } = renderApp('/');
  const link = await screen.findByRole('link', { name: 'Open the editor' });
  expect(link.getAttribute('href')).toMatch(/^\/overlays\/edit\/[\w-]{22}$/);
  unmount();
  renderApp('/', aSession({ role: 'viewer' }));
  await screen.findByText(/An admin can connect a Plex server/);
  expect(screen.queryByTestId('see-a-poster')).not.toBeInTheDocument();
});

test('a Plex server that is gone is told once, though the service that needs it complains too', async () => {
  const [service] = status.services;
  if (!service) throw new Error('The example has a service');
  marquee
    .answer(libraryRoutes.servers, [{ ...server, reachable: false, message: 'Connection refused' }])
    .answer(systemRoutes.status, {
      ...status,
      state: 'degraded',
      services: [
        { ...service, state: 'degraded', checks: [{ name: 'plex:attic', state: 'down', message: 'Gone' }] },
      ],
    });
  renderApp('/');
  expect(await screen.findByText('Attic does not answer')).toBeInTheDocument();
  await screen.findByRole('link', { name: 'Something needs a look' });
  expect(screen.getAllByTestId('concern')).toHaveLength(1);
});

test('a failed job is told with its reason and leads to its library', async () => {
  const { store } = renderApp('/');
  const job = libraryRoutes.prepare.examples?.reply;
  if (!job) throw new Error('The route has an example');
  act(
    () =>
      void store.dispatch(
        jobProgressed({ ...job, state: 'failed', message: 'The disk is full', endedAt: job.createdAt }),
      ),
  );
  const concern = await screen.findByTestId('concern');
  expect(concern).toHaveTextContent('The disk is full');
  expect(within(concern).getByRole('link')).toHaveAttribute('href', '/libraries/demo.1');
});

test('what was added last stands first, whichever library it is in', async () => {
  marquee.answerBy(libraryRoutes.items, ({ query, params }) => {
    expect(query.get('sort')).toBe('-added');
    const day = params.libraryId === 'demo.1' ? '01' : '02';
    return pageOfFilms([aFilm(Number(day), { title: day, addedAt: `2026-11-${day}T00:00:00.000Z` })], query);
  });
  renderApp('/');
  const added = await screen.findAllByTestId('added');
  expect(added.map((tile) => tile.textContent?.slice(0, 2))).toEqual(['02', '01']);
});

test('a library in trouble does not hide what the others hold', async () => {
  marquee.answerRaw(libraryRoutes.items, ({ params, query }) =>
    params.libraryId === 'demo.4'
      ? new Response('', { status: 502 })
      : Response.json({ success: true, data: pageOfFilms(films(2), query), error: null, timestamp: '' }),
  );
  renderApp('/');
  expect(await screen.findAllByTestId('added')).toHaveLength(2);
});

test('what happened lately is told in words', async () => {
  renderApp('/');
  expect(await screen.findByText('68 posters are ready in Films')).toBeInTheDocument();
});

test('libraries that cannot be listed say so and can be asked again; the rest of the page stands', async () => {
  marquee.fail(libraryRoutes.list, 'plex.unreachable');
  const { user } = renderApp('/');
  expect(await screen.findByRole('alert')).toHaveTextContent('The Plex server does not answer');
  expect(screen.getByRole('region', { name: 'System' })).toBeInTheDocument();
  marquee.answer(libraryRoutes.list);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByTestId('library-card')).toBeInTheDocument();
});

import { libraryRoutes, type PrepareJob, systemRoutes } from '@marquee/contracts';
import { act, screen } from '@testing-library/react';
import { jobProgressed } from '../../live/live-slice.ts';
import { aLibrary, films, pageOfFilms } from '../../testing/examples.ts';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';

const job: PrepareJob = {
  id: '6b8f7a52-1f0e-4c7e-9f4b-2d9c3a1e5b60',
  libraryId: 'demo.1',
  state: 'queued',
  done: 0,
  total: 64,
  failed: 0,
  message: '',
  createdAt: '2026-11-21T05:00:00.000Z',
  endedAt: null,
};
const ended = '2026-11-21T05:01:00.000Z';
let marquee: FakeMarquee;

beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(systemRoutes.health)
    .answer(libraryRoutes.list, [aLibrary()])
    .answer(libraryRoutes.get, aLibrary())
    .answer(libraryRoutes.prepare, job)
    .answerBy(libraryRoutes.items, ({ query }) => pageOfFilms(films(64), query));
});

async function started() {
  const app = renderApp('/libraries/demo.1');
  await app.user.click(await screen.findByRole('button', { name: 'Library actions' }));
  await app.user.click(screen.getByRole('menuitem', { name: /Prepare posters/ }));
  const progress = (more: Partial<PrepareJob>) =>
    act(() => void app.store.dispatch(jobProgressed({ ...job, ...more })));
  return { ...app, progress };
}

test('the job shows how far it is, moves on with live events, and stays in sight in the top bar', async () => {
  const { progress } = await started();
  expect(await screen.findByText('Waiting to prepare posters')).toBeInTheDocument();
  progress({ state: 'running', done: 16 });
  expect(screen.getByText('Preparing posters: 16 of 64')).toBeInTheDocument();
  expect(screen.getByRole('progressbar', { name: 'Preparing posters' })).toHaveAttribute(
    'aria-valuenow',
    '25',
  );
  expect(screen.getByRole('link', { name: 'Preparing posters, 25 %' })).toHaveAttribute(
    'href',
    '/libraries/demo.1',
  );
});

test('when it has ended it says what was done, and the message can be put away', async () => {
  const { progress, user } = await started();
  progress({ state: 'succeeded', done: 64, endedAt: ended });
  expect(screen.getByText('64 posters are ready')).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: /Preparing posters,/ })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Hide this message' }));
  expect(screen.queryByTestId('prepare-progress')).not.toBeInTheDocument();
});

test('pictures that could not be read are told, not hidden', async () => {
  const { progress } = await started();
  progress({ state: 'succeeded', done: 64, failed: 2, endedAt: ended });
  expect(screen.getByText(/62 posters are ready; 2 could not be read/)).toBeInTheDocument();
});

test('a job that stopped says why and how to go on', async () => {
  const { progress } = await started();
  progress({ state: 'failed', done: 9, message: 'The Plex server does not answer.', endedAt: ended });
  expect(screen.getByText(/The Plex server does not answer. Start it again/)).toBeInTheDocument();
});

test('a job that may not start says so beside the page', async () => {
  marquee.fail(libraryRoutes.prepare, 'service.overloaded');
  const { user } = await started();
  expect(await screen.findByText(/Too much work is waiting/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText(/Too much work is waiting/)).not.toBeInTheDocument();
});

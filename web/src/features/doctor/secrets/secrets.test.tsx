import {
  type ConfigSecret,
  configDoctorRoutes,
  configSecretRoutes,
  libraryRoutes,
  notificationRoutes,
  systemRoutes,
} from '@marquee/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { FakeMarquee } from '../../../testing/fake-marquee.ts';
import { renderApp } from '../../../testing/render-app.tsx';

const secret = (path: string, more: Partial<ConfigSecret> = {}): ConfigSecret => ({
  ...{ id: path.replaceAll('/', '-').padEnd(22, '0').slice(0, 22), fileId: '0'.repeat(22) },
  ...{ file: 'config.yml', line: 3, path: path.split('/'), state: 'set', variable: null, move: 'to-env' },
  ...more,
});
const plex = secret('plex/token');
const tmdb = secret('tmdb/apikey');
const moved = secret('omdb/apikey', {
  ...{ state: 'placeholder', variable: 'KOMETA_OMDB_APIKEY', move: 'back' },
});
const secrets = [
  plex,
  tmdb,
  moved,
  secret('trakt/pin', { state: 'unset', move: 'nothing' }),
  secret('mdblist/apikey', { state: 'unresolved', variable: 'KOMETA_GONE', move: 'nothing' }),
  secret('tautulli/url', { move: 'part' }),
];

let marquee: FakeMarquee;
beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(configDoctorRoutes.examine)
    .answer(configSecretRoutes.list, { env: { exists: true, variables: 1 }, secrets })
    .answerBy(configSecretRoutes.move, ({ body }) => {
      const { ids } = body as { ids: string[] };
      return { version: null, moved: ids.slice(0, 1), left: ids.slice(1).map((id) => ({ id, why: 'Odd.' })) };
    })
    .answer(configSecretRoutes.restore, { version: null, moved: [plex.id], left: [] })
    .answer(libraryRoutes.list, [])
    .answer(systemRoutes.health)
    .answer(systemRoutes.status)
    .answer(notificationRoutes.list);
});
const rowOf = async (name: string) => within((await screen.findByText(name)).closest('li') as HTMLElement);

test('each secret tells where it is and what can be done', async () => {
  renderApp('/doctor?tab=secrets');
  const omdb = await rowOf('omdb › apikey');
  expect(omdb.getByText('KOMETA_OMDB_APIKEY')).toBeInTheDocument();
  expect(omdb.getByRole('button', { name: 'Put back: omdb › apikey' })).toBeEnabled();
  expect((await rowOf('tautulli › url')).getByText('part of a longer value')).toBeInTheDocument();
  expect((await rowOf('trakt › pin')).getByText('Not set')).toBeInTheDocument();
  expect((await rowOf('mdblist › apikey')).getByText(/may still be given it/)).toBeInTheDocument();
  expect(screen.getAllByRole('button', { name: /^Move to \.env: / })).toHaveLength(2);
});

test('chosen ones are moved after a question, what stays is told, and they are put back', async () => {
  const { user } = renderApp('/doctor');
  await user.click(await screen.findByRole('tab', { name: 'Secrets' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Choose all that can be moved' }));
  await user.click(screen.getByRole('button', { name: 'Move 2 to .env' }));
  const dialog = await screen.findByRole('dialog', { name: 'Move 2 secrets to .env?' });
  expect(marquee.callsOf(configSecretRoutes.move)).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Move to .env' }));
  await screen.findByText('One secret is in .env now. One stays: Odd.');
  expect(marquee.callsOf(configSecretRoutes.move)[0]?.body).toEqual({ ids: [plex.id, tmdb.id] });
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText('One secret stands in its file again.');
  expect(marquee.callsOf(configSecretRoutes.restore)[0]?.body).toEqual({ ids: [plex.id] });
});

test('one alone can be moved or put back', async () => {
  const { user } = renderApp('/doctor?tab=secrets');
  await user.click(await screen.findByRole('button', { name: 'Put back: omdb › apikey' }));
  await waitFor(() =>
    expect(marquee.callsOf(configSecretRoutes.restore)[0]?.body).toEqual({ ids: [moved.id] }),
  );
  await user.click(screen.getByRole('button', { name: 'Move to .env: tmdb › apikey' }));
  await screen.findByRole('dialog', { name: 'Move this secret to .env?' });
});

test('none, and not reachable', async () => {
  marquee.answer(configSecretRoutes.list, { env: { exists: false, variables: 0 }, secrets: [] });
  const { unmount } = renderApp('/doctor?tab=secrets');
  await screen.findByText(/There are no keys/);
  unmount();
  marquee.fail(configSecretRoutes.list, 'config.folder-missing');
  renderApp('/doctor?tab=secrets');
  await screen.findByRole('button', { name: 'Try again' });
});

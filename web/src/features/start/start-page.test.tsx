import {
  type ConfigStart,
  configDoctorRoutes,
  configStartRoutes,
  libraryRoutes,
  notificationRoutes,
  systemRoutes,
} from '@marquee/contracts';
import { goodDefaults } from '@marquee/kometa';
import { screen, within } from '@testing-library/react';
import { aSession } from '../../testing/examples.ts';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';

const copied = ({ collections, overlays }: (typeof goodDefaults)['movie']) => ({
  collections: [...collections],
  overlays: [...overlays],
});
const start: ConfigStart = {
  hasConfig: false,
  servers: [
    {
      ...{ id: 'attic', name: 'Attic', connection: 'ready', url: 'http://attic:32400' },
      libraries: [
        { id: 'attic.1', title: 'Films', kind: 'movie', items: 1200 },
        { id: 'attic.2', title: 'Series', kind: 'show', items: 1 },
        { id: 'attic.3', title: 'Music', kind: 'artist', items: 9 },
      ],
    },
  ],
  offers: { movie: copied(goodDefaults.movie), show: copied(goodDefaults.show) },
};

let marquee: FakeMarquee;
beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(configStartRoutes.propose, start)
    .answer(configStartRoutes.make)
    .answer(configDoctorRoutes.examine)
    .answer(libraryRoutes.list, [])
    .answer(systemRoutes.health)
    .answer(systemRoutes.status)
    .answer(notificationRoutes.list);
});
const preview = () => screen.getByRole('region', { name: 'config.yml' });
const go = () => screen.getByRole('button', { name: 'Write config.yml' });
const withConnection = (connection: ConfigStart['servers'][number]['connection']) => ({
  ...start,
  servers: start.servers.map((server) => ({ ...server, connection, url: null })),
});

test('with Marquee’s own connection only the key of TMDb is missing; what is shown is what is sent', async () => {
  const { user } = renderApp('/start');
  await screen.findByRole('heading', { level: 1, name: 'Begin with Kometa' });
  expect(preview()).toHaveTextContent('Films: collection_files: - default: basic');
  expect(preview()).toHaveTextContent('url: http://attic:32400 token: <<my-plex-token>>');
  const films = within(screen.getByRole('group', { name: 'Collections of Films' }));
  await user.click(films.getByRole('checkbox', { name: 'Newest' }));
  await user.click(films.getByRole('checkbox', { name: 'Decades' }));
  await user.click(screen.getByRole('checkbox', { name: 'Series' }));
  expect(preview()).not.toHaveTextContent('Series');
  expect(preview()).not.toHaveTextContent('default: basic');
  expect(preview()).toHaveTextContent('default: decade');

  await user.click(go());
  expect(screen.getByText('Kometa does not run without it.')).toBeVisible();
  expect(marquee.callsOf(configStartRoutes.make)).toEqual([]);
  await user.type(screen.getByLabelText('API key of TMDb'), ' k3y ');
  await user.click(go());
  await screen.findByRole('heading', { level: 1, name: 'Doctor' });
  expect(marquee.callsOf(configStartRoutes.make)[0]?.body).toEqual({
    plex: { from: 'marquee', serverId: 'attic' },
    tmdbKey: 'k3y',
    libraries: [
      {
        id: 'attic.1',
        collections: ['imdb', 'franchise', 'decade'],
        overlays: ['resolution', 'audio_codec'],
      },
    ],
  });
});

test('who may not hand over the connection types one, and learns why', async () => {
  marquee.answer(configStartRoutes.propose, withConnection('admin-only'));
  const { user } = renderApp('/start', aSession({ role: 'editor' }));
  await screen.findByText(/Only an admin can hand over the token/);
  await user.type(screen.getByLabelText('API key of TMDb'), 'k3y');
  await user.type(screen.getByLabelText('Address of Plex'), 'plex');
  await user.click(go());
  expect(screen.getByText(/Write an address as/)).toBeVisible();
  expect(screen.getByText('Kometa needs a token.')).toBeVisible();
  await user.clear(screen.getByLabelText('Address of Plex'));
  await user.type(screen.getByLabelText('Address of Plex'), 'http://plex:1');
  await user.type(screen.getByLabelText('Token of Plex'), 'abc');
  expect(preview()).toHaveTextContent('url: http://plex:1');
  await user.click(go());
  await screen.findByRole('heading', { level: 1, name: 'Doctor' });
  expect(marquee.callsOf(configStartRoutes.make)[0]?.body).toMatchObject({
    plex: { from: 'typed', url: 'http://plex:1', token: 'abc' },
  });
});

test('something must be chosen, and what Marquee refuses is told', async () => {
  marquee.fail(configStartRoutes.make, 'config.file-exists');
  const { user } = renderApp('/start');
  await user.type(await screen.findByLabelText('API key of TMDb'), 'k3y');
  await user.click(screen.getByRole('checkbox', { name: 'Films' }));
  await user.click(screen.getByRole('checkbox', { name: 'Series' }));
  await user.click(go());
  expect(screen.getByRole('alert')).toHaveTextContent('Choose something for at least one library.');
  await user.click(screen.getByRole('checkbox', { name: 'Films' }));
  await user.click(go());
  expect(await screen.findByText(/A file of this name exists already/)).toBeInTheDocument();
});

test('where there is a config.yml, or no library, it says what to do instead', async () => {
  marquee.answer(configStartRoutes.propose, { ...start, hasConfig: true });
  const { unmount } = renderApp('/start');
  expect(await screen.findByRole('link', { name: 'Go to the doctor' })).toHaveAttribute('href', '/doctor');
  unmount();
  marquee.answer(configStartRoutes.propose, { ...start, servers: [] });
  const second = renderApp('/start');
  await screen.findByRole('heading', { name: 'There are no libraries to begin with' });
  second.unmount();
  marquee.fail(configStartRoutes.propose, 'config.folder-missing');
  renderApp('/start');
  await screen.findByRole('button', { name: 'Try again' });
});

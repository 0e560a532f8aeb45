import { settingsRoutes, signInRoutes, systemRoutes } from '@marquee/contracts';
import { act, screen, waitFor } from '@testing-library/react';
import { signedOut } from '../../session/session-slice.ts';
import { aSession } from '../../testing/examples.ts';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { FIRST_LOOK } from '../overlays/first-look/first-look.ts';
import { printedCode } from './steps.ts';

let marquee: FakeMarquee;
const options = { setupNeeded: true, methods: ['password' as const], encrypted: false };
const plex = { mode: 'unset' as const, servers: [], managed: false };
const settings = {
  general: { instanceName: 'Marquee' },
  signIn: { plex: true, plexPeople: 'invited' as const },
  plex,
};

beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(systemRoutes.health)
    .answer(signInRoutes.options, options)
    .answer(settingsRoutes.read, settings);
});

async function fresh(address = '/setup') {
  const page = renderApp(address, null);
  act(() => void page.store.dispatch(signedOut('nobody')));
  await screen.findByRole('heading', { level: 1 });
  return page;
}
type User = Awaited<ReturnType<typeof fresh>>['user'];
async function giveCode(user: User) {
  await user.type(await screen.findByLabelText('Set-up code'), 'xkcd4711qrst');
  await user.click(screen.getByRole('button', { name: 'Continue' }));
}
async function makeAdmin(user: User, repeated = 'correct horse battery') {
  await user.type(await screen.findByLabelText('Name'), 'Ada');
  await user.type(screen.getByLabelText('Password'), 'correct horse battery');
  await user.type(screen.getByLabelText('The same again'), repeated);
  await user.click(screen.getByRole('button', { name: 'Make the account' }));
}

test.each(['XKCD-4711-QRST', 'xkcd4711qrst', ' xkcd 4711 qrst\n', 'XKCD–4711–QRST'])(
  'the code may be given as %j',
  (typed) => {
    expect(printedCode(typed)).toBe('XKCD-4711-QRST');
  },
);

test('from the code to the first library', async () => {
  marquee.answer(signInRoutes.setUp);
  const { user } = await fresh();
  await giveCode(user);
  expect(window.location.pathname).toBe('/setup/admin');
  await makeAdmin(user);
  await screen.findByRole('radio', { name: 'Demo library' });
  expect(window.location.pathname).toBe('/setup/plex');
  expect(marquee.callsOf(signInRoutes.setUp)[0]?.body).toEqual({
    code: 'XKCD-4711-QRST',
    name: 'Ada',
    password: 'correct horse battery',
  });
  marquee.answer(settingsRoutes.save, { ...settings, plex: { ...plex, mode: 'demo' } });
  await user.click(screen.getByRole('button', { name: 'Save and go on' }));
  expect(await screen.findByRole('link', { name: 'Open Marquee' })).toHaveAttribute('href', FIRST_LOOK);
  expect(marquee.callsOf(settingsRoutes.save)[0]?.body).toEqual({ plex: { mode: 'demo', servers: [] } });
  expect(screen.getByText('Demo library')).toBeInTheDocument();
  expect(screen.getByText(/others on the network/)).toBeInTheDocument();
});

test('half a code goes nowhere and says what is missing', async () => {
  const { user } = await fresh();
  await user.type(screen.getByLabelText('Set-up code'), 'XKCD-47');
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  expect(screen.getByText(/three groups of four/)).toBeInTheDocument();
  expect(window.location.pathname).toBe('/setup');
});

test('a wrong code leads back to the code and says where it stands', async () => {
  marquee.fail(signInRoutes.setUp, 'setup.code-wrong');
  const { user } = await fresh();
  await giveCode(user);
  await makeAdmin(user);
  expect(await screen.findByLabelText('Set-up code')).toHaveValue('XKCD-4711-QRST');
  expect(screen.getByRole('alert')).toHaveTextContent('This is not the set-up code');
});

test('too many tries count down', async () => {
  marquee.fail(signInRoutes.setUp, 'auth.too-many-tries', 'r', { 'Retry-After': '300' });
  const { user } = await fresh();
  await giveCode(user);
  await makeAdmin(user);
  expect(await screen.findByText('Try again in 5 minutes.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Make the account' })).toBeDisabled();
});

test('two different passwords are not sent', async () => {
  const { user } = await fresh();
  await giveCode(user);
  await makeAdmin(user, 'something else');
  expect(screen.getByText('The two are not the same yet.')).toBeInTheDocument();
  expect(marquee.callsOf(signInRoutes.setUp)).toHaveLength(0);
});

test('a password tells how many characters are missing', async () => {
  const { user } = await fresh();
  await giveCode(user);
  await user.type(await screen.findByLabelText('Password'), 'eleven char');
  expect(screen.getByText('1 more character')).toBeInTheDocument();
  await user.type(screen.getByLabelText('Password'), '!');
  expect(screen.getByText('Long enough')).toBeInTheDocument();
});

test('going back keeps the code', async () => {
  const { user } = await fresh();
  await giveCode(user);
  await user.click(await screen.findByRole('link', { name: 'Back' }));
  expect(screen.getByLabelText('Set-up code')).toHaveValue('XKCD-4711-QRST');
});

test('a later step opened without a code begins at the code', async () => {
  await fresh('/setup/admin');
  await waitFor(() => expect(window.location.pathname).toBe('/setup'));
});

test('a Marquee that is set up says so and leads to the door', async () => {
  marquee.answer(signInRoutes.options, { ...options, setupNeeded: false });
  renderApp('/setup', null).store.dispatch(signedOut('nobody'));
  expect(await screen.findByRole('link', { name: 'Go to sign-in' })).toHaveAttribute('href', '/sign-in');
});

test('a Plex server is tried and saved with its token', async () => {
  const server = {
    id: 'plex',
    name: 'Plex',
    url: 'http://192.168.1.10:32400',
    token: { set: true, unreadable: false },
  };
  marquee.answer(settingsRoutes.test).answer(settingsRoutes.save, {
    ...settings,
    plex: { mode: 'servers', servers: [server], managed: false },
  });
  const { user } = renderApp('/setup/plex', aSession());
  await user.click(await screen.findByRole('radio', { name: 'My Plex server' }));
  await user.type(screen.getByLabelText('Address'), server.url);
  await user.type(screen.getByLabelText('Token of the server’s owner'), 'a-plex-token');
  await user.click(screen.getByRole('button', { name: 'Test' }));
  expect(await screen.findByText(/Connected to/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Save and go on' }));
  expect(await screen.findByText('Plex, http://192.168.1.10:32400')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open Marquee' })).toHaveAttribute('href', '/');
  const wish = { id: 'plex', name: 'Plex', url: server.url, token: 'a-plex-token' };
  expect(marquee.callsOf(settingsRoutes.save)[0]?.body).toEqual({
    plex: { mode: 'servers', servers: [wish] },
  });
});

test('one may decide later', async () => {
  const { user } = renderApp('/setup/plex', aSession());
  await user.click(await screen.findByRole('link', { name: 'Decide later' }));
  expect(await screen.findByText(/Not decided/)).toBeInTheDocument();
});

test('where no demo library comes along, only the own server is asked for', async () => {
  const health = systemRoutes.health.examples?.reply;
  if (!health) throw new Error('health has no example');
  marquee.answer(systemRoutes.health, { ...health, features: ['libraries'], demo: false });
  const { user } = renderApp('/setup/plex', aSession());
  await screen.findByLabelText('Address');
  expect(screen.queryByRole('radio', { name: 'Demo library' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('link', { name: 'Decide later' }));
  expect(await screen.findByText('None yet; add your Plex server in Settings')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open Marquee' })).toHaveAttribute('href', '/');
});

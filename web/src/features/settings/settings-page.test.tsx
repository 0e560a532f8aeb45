import { libraryRoutes, type Settings, settingsRoutes, systemRoutes } from '@marquee/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { aSession } from '../../testing/examples.ts';
import { type Call, FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';

let marquee: FakeMarquee;
let saved: Settings;
let version: number;
const envelope = (data: unknown) => ({
  success: true,
  data,
  error: null,
  timestamp: '2026-11-21T05:00:00.000Z',
});
const told = () => Response.json(envelope(saved), { headers: { ETag: `"${version}"` } });

beforeEach(() => {
  version = 1;
  saved = {
    general: { instanceName: 'Marquee' },
    signIn: { plex: true, plexPeople: 'invited' },
    plex: {
      mode: 'servers',
      managed: false,
      servers: [
        { id: 'plex', name: 'Attic', url: 'http://attic:32400', token: { set: true, unreadable: false } },
      ],
    },
  };
  marquee = new FakeMarquee()
    .answer(systemRoutes.health)
    .answer(systemRoutes.status)
    .answer(libraryRoutes.list)
    .answer(libraryRoutes.servers, [])
    .answerRaw(settingsRoutes.read, told)
    .answerRaw(settingsRoutes.save, save);
});

function save({ headers, body }: Call): Response {
  if (headers.get('If-Match') !== `"${version}"`) {
    const error = {
      code: 'request.precondition-failed',
      message: 'It was changed meanwhile',
      details: [],
      requestId: 'r',
    };
    return Response.json(
      { success: false, data: null, error, timestamp: envelope({}).timestamp },
      { status: 412 },
    );
  }
  version += 1;
  const { plex: _plex, ...sections } = body as Partial<Settings>;
  saved = { ...saved, ...sections };
  return told();
}

async function opened() {
  const app = renderApp('/settings');
  const name = await screen.findByRole('textbox', { name: 'Name of this Marquee' });
  const sent = () => marquee.callsOf(settingsRoutes.save).map(({ body }) => body);
  return { ...app, name, sent };
}

test('what is changed can be saved, alone and with the version it was read in', async () => {
  const { user, name, sent } = await opened();
  expect(screen.queryByTestId('save-bar')).not.toBeInTheDocument();
  await user.clear(name);
  await user.type(name, 'Cinema');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/^Saved\./)).toBeInTheDocument();
  expect(sent()).toEqual([{ general: { instanceName: 'Cinema' } }]);
  expect(screen.queryByTestId('save-bar')).not.toBeInTheDocument();
});

test('what is typed can be taken back', async () => {
  const { user, name } = await opened();
  await user.type(name, ' 2');
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  expect(name).toHaveValue('Marquee');
  expect(screen.queryByTestId('save-bar')).not.toBeInTheDocument();
});

test('when somebody else was quicker it says what they changed and keeps what was typed', async () => {
  const { user, name, sent } = await opened();
  await user.type(name, ' 2');
  version += 1;
  saved = { ...saved, signIn: { plex: false, plexPeople: 'invited' } };
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Somebody else saved meanwhile and changed Sign-in',
  );
  expect(name).toHaveValue('Marquee 2');
  expect(screen.getByRole('switch', { name: /Sign in with Plex/ })).not.toBeChecked();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/^Saved\./)).toBeInTheDocument();
  expect(sent().at(-1)).toEqual({ general: { instanceName: 'Marquee 2' } });
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('a saved token is never shown, only replaced', async () => {
  const { user } = await opened();
  const server = screen.getByTestId('plex-server');
  expect(server).toHaveTextContent('Set, and never shown again');
  expect(within(server).queryByLabelText(/^Token/)).not.toBeInTheDocument();
  await user.click(within(server).getByRole('button', { name: 'Replace' }));
  expect(within(server).getByLabelText(/^Token/)).toHaveAttribute('type', 'password');
  await user.click(within(server).getByRole('button', { name: 'Keep the old one' }));
  expect(server).toHaveTextContent('Set, and never shown again');
});

test('another address asks for the token again and says why', async () => {
  const { user } = await opened();
  const server = screen.getByTestId('plex-server');
  await user.type(within(server).getByLabelText('Address'), '9');
  expect(server).toHaveTextContent('A new address forgets the saved token');
  await user.type(within(server).getByLabelText(/^Token/), 'secret');
  expect(server).not.toHaveTextContent('A new address forgets the saved token');
});

test('a server is tried as it stands in the fields, and each check is told with its state', async () => {
  marquee.answer(settingsRoutes.test, {
    ok: false,
    checks: [
      { name: 'address', state: 'ok', message: 'The server answers' },
      { name: 'token', state: 'down', message: 'The token is not this server’s. Enter another one.' },
    ],
  });
  const { user } = await opened();
  await user.click(screen.getByRole('button', { name: 'Test' }));
  const result = await screen.findByTestId('test-result');
  const [address, token] = within(result).getAllByRole('listitem');
  expect(within(address as HTMLElement).getByTitle('Works')).toBeInTheDocument();
  expect(within(token as HTMLElement).getByTitle('Down')).toBeInTheDocument();
  expect(marquee.callsOf(settingsRoutes.test)[0]?.body).toEqual({
    id: 'plex',
    name: 'Attic',
    url: 'http://attic:32400',
  });
  await user.type(screen.getByLabelText('Address'), '/');
  await waitFor(() => expect(screen.queryByTestId('test-result')).not.toBeInTheDocument());
});

test('an address that Marquee refuses is told beside the button', async () => {
  marquee.fail(settingsRoutes.test, 'settings.address-refused');
  const { user } = await opened();
  await user.click(screen.getByRole('button', { name: 'Test' }));
  expect(await screen.findByText('Marquee does not connect to this address')).toBeInTheDocument();
});

test('a server can be added and removed; what is missing is told when saving is tried', async () => {
  const { user, sent } = await opened();
  await user.click(screen.getByRole('button', { name: 'Add another server' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByText(/Write the whole address/)).toBeInTheDocument();
  expect(sent()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Remove New server' }));
  expect(screen.getAllByTestId('plex-server')).toHaveLength(1);
  expect(screen.queryByTestId('save-bar')).not.toBeInTheDocument();
});

test('a server set by the environment is shown and cannot be changed', async () => {
  saved = { ...saved, plex: { ...saved.plex, managed: true } };
  await opened();
  expect(screen.getByText(/Set by MARQUEE_PLEX_URL/)).toBeInTheDocument();
  expect(screen.getByLabelText('Address')).toHaveAttribute('readonly');
  expect(screen.queryByRole('button', { name: 'Add another server' })).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Test' })).toBeEnabled();
});

test('leaving with something unsaved asks first, and staying keeps it', async () => {
  const { user, name } = await opened();
  await user.type(name, ' 2');
  const rail = screen.getByRole('navigation', { name: 'Main' });
  await user.click(within(rail).getByRole('link', { name: 'System' }));
  const dialog = await screen.findByRole('dialog', { name: 'Leave without saving?' });
  await user.click(within(dialog).getByRole('button', { name: 'Stay here' }));
  expect(name).toHaveValue('Marquee 2');
  expect(window.location.pathname).toBe('/settings');
  await user.click(within(rail).getByRole('link', { name: 'System' }));
  await user.click(await screen.findByRole('button', { name: 'Leave without saving' }));
  await waitFor(() => expect(window.location.pathname).toBe('/system'));
});

test('settings are for admins; the rail does not offer them to others', async () => {
  renderApp('/system', aSession({ role: 'editor' }));
  const rail = screen.getByRole('navigation', { name: 'Main' });
  expect(within(rail).queryByRole('link', { name: 'Settings' })).not.toBeInTheDocument();
});

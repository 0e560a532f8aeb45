import { sessionRoutes, systemRoutes, type User, userRoutes } from '@marquee/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { aUser } from '../../testing/examples.ts';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';

let marquee: FakeMarquee;
const ada = aUser();
const grace = aUser({ id: 'u6g3cR1o8nY3c0d2e5f6g7', name: 'Grace', role: 'viewer', owner: false });
const linus = aUser({
  id: 'u7g3cR1o8nY3c0d2e5f6g7',
  name: 'Linus',
  role: 'editor',
  owner: false,
  origin: 'plex',
  plexId: 7,
  libraries: ['plex.1'],
  lastSeenAt: null,
});

beforeEach(() => {
  marquee = new FakeMarquee().answer(systemRoutes.health).answer(userRoutes.list, [ada, grace, linus]);
});

const rowOf = async (name: string) => {
  const rows = await screen.findAllByTestId('user');
  const row = rows.find((candidate) => candidate.textContent?.includes(name));
  if (!row) throw new Error(`${name} is not listed`);
  return row;
};
type Page = ReturnType<typeof renderApp>;
async function chooseRole({ user }: Page, name: string, role: string) {
  await user.click(within(await rowOf(name)).getByRole('combobox', { name: `Role of ${name}` }));
  await user.click(await screen.findByRole('option', { name: new RegExp(`^${role}`) }));
}
async function choose({ user }: Page, name: string, deed: string) {
  await user.click(within(await rowOf(name)).getByRole('button', { name: `More for ${name}` }));
  await user.click(await screen.findByRole('menuitem', { name: deed }));
}

test('everyone is listed with what they may and when they were here', async () => {
  renderApp('/users');
  expect(await rowOf('Ada')).toHaveTextContent('First admin');
  expect(within(await rowOf('Ada')).queryByRole('combobox')).not.toBeInTheDocument();
  expect(await rowOf('Linus')).toHaveTextContent('1 library');
  expect(await rowOf('Linus')).toHaveTextContent('Never');
  expect(await rowOf('Linus')).toHaveTextContent('Plex');
});

test('a role shows at once, and can be taken back', async () => {
  let answer = (_user: User) => {};
  marquee.answerRaw(
    userRoutes.change,
    () =>
      new Promise((resolve) => {
        answer = (data) =>
          resolve(Response.json({ success: true, data, error: null, timestamp: '2026-11-21T05:00:00.000Z' }));
      }),
  );
  const page = renderApp('/users');
  await chooseRole(page, 'Grace', 'Editor');
  expect(within(await rowOf('Grace')).getByRole('combobox')).toHaveTextContent('Editor');
  marquee.answer(userRoutes.list, [ada, { ...grace, role: 'editor' }, linus]);
  await waitFor(() => expect(marquee.callsOf(userRoutes.change)).toHaveLength(1));
  answer({ ...grace, role: 'editor' });
  expect(await screen.findByText(/The role of Grace is editor now/)).toBeInTheDocument();
  await page.user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() =>
    expect(marquee.callsOf(userRoutes.change).map(({ body }) => body)).toEqual([
      { role: 'editor' },
      { role: 'viewer' },
    ]),
  );
});

test('a role that Marquee refuses goes back to what it was, and that is said', async () => {
  marquee.fail(userRoutes.change, 'user.owner-stays');
  const page = renderApp('/users');
  await chooseRole(page, 'Grace', 'Admin');
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Nothing changed for Grace. The first admin stays an admin.',
  );
  expect(within(await rowOf('Grace')).getByRole('combobox')).toHaveTextContent('Viewer');
});

test('a shut account shows at once, and comes back when Marquee does not answer', async () => {
  const page = renderApp('/users');
  await rowOf('Linus');
  marquee.leave();
  await choose(page, 'Linus', 'Shut the account');
  expect(await screen.findByRole('alert')).toHaveTextContent('Nothing changed for Linus.');
  expect(await rowOf('Linus')).toHaveTextContent('Open');
});

test('somebody can be signed out everywhere', async () => {
  marquee.answer(sessionRoutes.endAllOf, { ended: 2 });
  const page = renderApp('/users');
  await choose(page, 'Grace', 'Sign out everywhere');
  expect(await screen.findByText('Grace was signed out of 2 sessions.')).toBeInTheDocument();
});

test('removing asks for the name', async () => {
  marquee.answer(userRoutes.remove);
  const page = renderApp('/users');
  await choose(page, 'Grace', 'Remove');
  const dialog = await screen.findByRole('dialog', { name: 'Remove Grace?' });
  const go = within(dialog).getByRole('button', { name: 'Remove' });
  expect(go).toBeDisabled();
  await page.user.type(within(dialog).getByLabelText('Type Grace to go on'), 'Grace');
  marquee.answer(userRoutes.list, [ada, linus]);
  await page.user.click(go);
  expect(await screen.findByText('Grace is removed.')).toBeInTheDocument();
  await waitFor(() => expect(screen.getAllByTestId('user')).toHaveLength(2));
});

test('a new account needs a name and a long enough password', async () => {
  marquee.answer(userRoutes.create);
  const { user } = renderApp('/users');
  await rowOf('Ada');
  await user.click(screen.getByRole('button', { name: 'Add an account' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add an account' });
  const go = within(dialog).getByRole('button', { name: 'Add the account' });
  await user.type(within(dialog).getByLabelText('Name'), 'Margaret');
  await user.type(within(dialog).getByLabelText('Password'), 'too short');
  expect(go).toBeDisabled();
  await user.type(within(dialog).getByLabelText('Password'), ' no more');
  await user.click(go);
  expect(await screen.findByText(/can sign in now/)).toBeInTheDocument();
  expect(marquee.callsOf(userRoutes.create)[0]?.body).toEqual({
    name: 'Margaret',
    password: 'too short no more',
    role: 'viewer',
  });
});

test('a name that is taken is said within the dialog', async () => {
  marquee.fail(userRoutes.create, 'user.name-taken');
  const { user } = renderApp('/users');
  await rowOf('Ada');
  await user.click(screen.getByRole('button', { name: 'Add an account' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add an account' });
  await user.type(within(dialog).getByLabelText('Name'), 'Grace');
  await user.type(within(dialog).getByLabelText('Password'), 'long enough for this');
  await user.click(within(dialog).getByRole('button', { name: 'Add the account' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('There is such an account already');
});

describe('inviting from Plex', () => {
  const people = [
    { plexId: 7, name: 'Linus', owner: false, servers: ['Attic'], userId: linus.id },
    { plexId: 8, name: 'Margaret', owner: false, servers: ['Attic'], userId: null },
    { plexId: 9, name: 'Dorothy', owner: false, servers: ['Attic'], userId: null },
  ];
  const open = async () => {
    const { user } = renderApp('/users');
    await rowOf('Ada');
    await user.click(screen.getByRole('button', { name: 'Invite from Plex' }));
    return { user, dialog: await screen.findByRole('dialog', { name: 'Invite from Plex' }) };
  };

  test('people can be found and let in; who is in already is not offered', async () => {
    marquee.answer(userRoutes.plexPeople, people).answer(userRoutes.invite);
    const { user, dialog } = await open();
    await within(dialog).findAllByTestId('plex-person');
    expect(within(dialog).queryByRole('button', { name: 'Invite Linus' })).not.toBeInTheDocument();
    await user.type(within(dialog).getByLabelText('Find somebody'), 'marg');
    await waitFor(() => expect(within(dialog).getAllByTestId('plex-person')).toHaveLength(1));
    await user.click(within(dialog).getByRole('button', { name: 'Invite Margaret' }));
    expect(await screen.findByText(/can sign in with Plex now/)).toBeInTheDocument();
    expect(marquee.callsOf(userRoutes.invite)[0]?.body).toEqual({ plexId: 8, role: 'viewer' });
  });

  test('nobody to invite says how they would come', async () => {
    marquee.answer(userRoutes.plexPeople, []);
    const { dialog } = await open();
    expect(await within(dialog).findByText(/share a library with somebody/)).toBeInTheDocument();
  });

  test('plex.tv being away is said, and can be tried again', async () => {
    marquee.fail(userRoutes.plexPeople, 'plex-tv.unreachable');
    const { user, dialog } = await open();
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('plex.tv does not answer');
    marquee.answer(userRoutes.plexPeople, people);
    await user.click(within(dialog).getByRole('button', { name: 'Try again' }));
    expect(await within(dialog).findAllByTestId('plex-person')).toHaveLength(3);
  });
});

test('alone one learns how others come in', async () => {
  marquee.answer(userRoutes.list, [ada]);
  renderApp('/users');
  expect(await screen.findByText('You are the only one here')).toBeInTheDocument();
});

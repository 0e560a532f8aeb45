import { apiKeyRoutes, sessionRoutes, signInRoutes, systemRoutes } from '@marquee/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { aSession, aUser } from '../../testing/examples.ts';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';

let marquee: FakeMarquee;
const here = {
  id: 's5f2bQ0n7mX2b9c1d4e5f6',
  current: true,
  method: 'password' as const,
  device: 'Firefox on Linux',
  address: '192.168.1.20',
  createdAt: '2026-11-21T05:00:00.000Z',
  lastUsedAt: '2026-11-21T05:10:00.000Z',
  expiresAt: '2026-12-21T05:00:00.000Z',
};
const phone = { ...here, id: 's6f2bQ0n7mX2b9c1d4e5f6', current: false, device: 'Safari on iPhone' };

beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(systemRoutes.health)
    .answer(sessionRoutes.list, [here, phone])
    .answer(apiKeyRoutes.list, []);
});

describe('sessions', () => {
  test('this browser is marked and another can be signed out', async () => {
    marquee.answer(sessionRoutes.end);
    const { user } = renderApp('/account');
    const [mine, other] = await screen.findAllByTestId('session');
    expect(mine).toHaveTextContent('This browser');
    expect(within(mine as HTMLElement).queryByRole('button')).not.toBeInTheDocument();
    marquee.answer(sessionRoutes.list, [here]);
    await user.click(within(other as HTMLElement).getByRole('button', { name: 'Sign out Safari on iPhone' }));
    await waitFor(() => expect(screen.getAllByTestId('session')).toHaveLength(1));
    expect(marquee.callsOf(sessionRoutes.end)[0]?.params).toEqual({ sessionId: phone.id });
  });

  test('the others can go all at once, and this one stays', async () => {
    marquee.answer(sessionRoutes.endAll, { ended: 1 });
    const { user } = renderApp('/account');
    await user.click(await screen.findByRole('button', { name: 'Sign out 1 other browser' }));
    expect(await screen.findByText('You are signed out everywhere else.')).toBeInTheDocument();
    expect(marquee.callsOf(sessionRoutes.endAll)[0]?.query.get('keep')).toBe('current');
  });

  test('signing out everywhere says how many, and leads to the door', async () => {
    marquee.answer(sessionRoutes.endAll, { ended: 2 }).answer(signInRoutes.options);
    const { user } = renderApp('/account');
    await user.click(await screen.findByRole('button', { name: 'Sign out everywhere' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Ends 2 sessions, this one too');
    await user.click(within(dialog).getByRole('button', { name: 'Sign out everywhere' }));
    expect(await screen.findByText('You are signed out.')).toBeInTheDocument();
    expect(marquee.callsOf(sessionRoutes.endAll)[0]?.query.get('keep')).toBe('none');
  });

  test('a list that cannot be had says why and can be asked again', async () => {
    marquee.fail(sessionRoutes.list, 'server.unexpected');
    const { user } = renderApp('/account');
    expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong on our side');
    marquee.answer(sessionRoutes.list, [here]);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByTestId('session')).toBeInTheDocument();
  });
});

describe('API keys', () => {
  const key = {
    id: 'k5f2bQ0n7mX2b9c1d4e5f6',
    name: 'Backup script',
    role: 'viewer' as const,
    hint: 'mq_4fTz',
    createdAt: '2026-11-21T05:00:00.000Z',
    lastUsedAt: null,
    lastAddress: null,
  };

  test('a key is shown once, with a command to try it', async () => {
    marquee.answer(apiKeyRoutes.create);
    const { user } = renderApp('/account');
    expect(await screen.findByText(/No keys yet/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Make a key' }));
    await user.type(screen.getByLabelText('What it is for'), 'Backup script');
    await user.click(screen.getByRole('button', { name: 'Make the key' }));
    const dialog = await screen.findByRole('dialog', { name: 'Your key “Backup script”' });
    expect(dialog).toHaveTextContent('mq_4fTz0n7mX2b9c1d4e5f6g7h8iJkLmNoPqRsTuVwXyZ');
    expect(dialog).toHaveTextContent('curl -H "Authorization: Bearer mq_4fTz');
    // A stray key must not lose it.
    await user.keyboard('{Escape}');
    expect(dialog).toBeInTheDocument();
    marquee.answer(apiKeyRoutes.list, [key]);
    await user.click(within(dialog).getByRole('button', { name: 'I have copied it' }));
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(document.body).not.toHaveTextContent('mq_4fTz0n7m');
  });

  test('an editor is offered no key that does more than an editor', async () => {
    const { user } = renderApp('/account', aSession({ role: 'editor', owner: false }));
    await user.click(await screen.findByRole('button', { name: 'Make a key' }));
    await user.click(screen.getByRole('combobox'));
    const names = (await screen.findAllByRole('option')).map((option) => option.textContent);
    expect(names).toEqual([expect.stringMatching(/^Viewer/), expect.stringMatching(/^Editor/)]);
  });

  test('removing one says which programs are refused', async () => {
    marquee.answer(apiKeyRoutes.list, [key]).answer(apiKeyRoutes.remove);
    const { user } = renderApp('/account');
    await user.click(await screen.findByRole('button', { name: 'Remove the key Backup script' }));
    const dialog = await screen.findByRole('dialog', { name: 'Remove “Backup script”?' });
    expect(dialog).toHaveTextContent('mq_4fTz…');
    marquee.answer(apiKeyRoutes.list, []);
    await user.click(within(dialog).getByRole('button', { name: 'Remove the key' }));
    expect(await screen.findByText(/No keys yet/)).toBeInTheDocument();
  });

  test('a refusal stays in the dialog with what to do', async () => {
    marquee.fail(apiKeyRoutes.create, 'api-key.too-many');
    const { user } = renderApp('/account');
    await user.click(await screen.findByRole('button', { name: 'Make a key' }));
    await user.type(screen.getByLabelText('What it is for'), 'One more');
    await user.click(screen.getByRole('button', { name: 'Make the key' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Remove one that is not used any more');
  });
});

describe('password', () => {
  async function change(user: ReturnType<typeof renderApp>['user']) {
    await user.type(await screen.findByLabelText('Your password now'), 'correct horse');
    await user.type(screen.getByLabelText('New password'), 'a better horse battery');
    await user.click(screen.getByRole('button', { name: 'Change the password' }));
  }

  test('changing it goes on with the new token', async () => {
    marquee.answer(signInRoutes.changePassword, {
      accessToken: 'token-9',
      expiresAt: '2026-11-21T05:10:00.000Z',
      user: aUser(),
    });
    const { user, store } = renderApp('/account');
    await change(user);
    expect(await screen.findByText(/Your password is changed/)).toBeInTheDocument();
    expect(store.getState().session).toMatchObject({ accessToken: 'token-9' });
    expect(screen.getByLabelText('Your password now')).toHaveValue('');
  });

  test('a wrong one is said at its field', async () => {
    marquee.fail(signInRoutes.changePassword, 'auth.wrong-credentials');
    const { user } = renderApp('/account');
    await change(user);
    await waitFor(() => expect(screen.getByLabelText('Your password now')).toBeInvalid());
    expect(screen.getByRole('alert')).toHaveTextContent('This is not your password now.');
  });

  test('whoever comes in with Plex is told that there is none', async () => {
    renderApp('/account', aSession({ origin: 'plex', plexId: 7 }));
    expect(await screen.findByText(/You sign in with Plex/)).toBeInTheDocument();
    expect(screen.queryByLabelText('New password')).not.toBeInTheDocument();
  });
});

import { signInRoutes, systemRoutes } from '@marquee/contracts';
import { act, screen, waitFor } from '@testing-library/react';
import { signedOut } from '../../session/session-slice.ts';
import { aUser } from '../../testing/examples.ts';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';

let marquee: FakeMarquee;
const signedInReply = {
  accessToken: 'token-2',
  expiresAt: '2026-11-21T05:10:00.000Z',
  user: aUser(),
};
const options = { setupNeeded: false, methods: ['password' as const, 'plex' as const], encrypted: true };

beforeEach(() => {
  marquee = new FakeMarquee().answer(systemRoutes.health).answer(signInRoutes.options, options);
});

async function atTheDoor(address = '/sign-in?back=%2Faccount') {
  const page = renderApp(address, null);
  act(() => void page.store.dispatch(signedOut('nobody')));
  await screen.findByRole('heading', { level: 1 });
  return page;
}
async function signIn(user: Awaited<ReturnType<typeof atTheDoor>>['user']) {
  await user.type(screen.getByLabelText('Name'), 'Ada');
  await user.type(screen.getByLabelText('Password'), 'correct horse battery staple');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

test('name and password lead to where one wanted to go', async () => {
  marquee.answer(signInRoutes.signIn);
  const { user } = await atTheDoor();
  await signIn(user);
  await waitFor(() => expect(window.location.pathname).toBe('/account'));
  expect(marquee.callsOf(signInRoutes.signIn)[0]?.body).toEqual({
    name: 'Ada',
    password: 'correct horse battery staple',
  });
});

test('a wrong password is said, and the password is ready to be typed over', async () => {
  marquee.fail(signInRoutes.signIn, 'auth.wrong-credentials');
  const { user } = await atTheDoor();
  await signIn(user);
  expect(await screen.findByRole('alert')).toHaveTextContent('Name and password do not fit together');
  expect(screen.getByLabelText('Password')).toHaveFocus();
});

test('too many tries count down, and until then nothing is sent', async () => {
  marquee.fail(signInRoutes.signIn, 'auth.too-many-tries', 'r', { 'Retry-After': '42' });
  const { user } = await atTheDoor();
  await signIn(user);
  expect(await screen.findByText(/Try again in 4[12] seconds/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Sign in' })).toBeDisabled();
});

test('the password can be looked at', async () => {
  const { user } = await atTheDoor();
  expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'password');
  await user.click(screen.getByRole('button', { name: 'Show the password' }));
  expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'text');
});

test('a connection others can read says so', async () => {
  marquee.answer(signInRoutes.options, { ...options, encrypted: false });
  await atTheDoor();
  expect(screen.getByTestId('not-encrypted')).toHaveTextContent('not encrypted');
});

test('where Plex is off nobody is offered it', async () => {
  marquee.answer(signInRoutes.options, { ...options, methods: ['password'] });
  await atTheDoor();
  expect(screen.queryByRole('button', { name: 'Sign in with Plex' })).not.toBeInTheDocument();
});

test('while Marquee is gone that is said, and tried again', async () => {
  marquee.leave();
  const { user, store } = renderApp('/sign-in', null);
  act(() => void store.dispatch(signedOut('nobody')));
  expect(await screen.findByRole('alert')).toHaveTextContent('Marquee does not answer');
  marquee.comeBack();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByLabelText('Name')).toBeInTheDocument();
});

describe('with Plex', () => {
  const opened = { location: { href: 'about:blank' }, close: jest.fn() };
  beforeEach(() => {
    opened.location.href = 'about:blank';
    opened.close.mockClear();
    window.open = jest.fn(() => opened as unknown as Window);
    marquee.answer(signInRoutes.plexStart);
  });
  const begin = async () => {
    const page = await atTheDoor();
    await page.user.click(screen.getByRole('button', { name: 'Sign in with Plex' }));
    return page;
  };

  test('a window opens within the click, is led to Plex, and its yes signs in here', async () => {
    let asked = 0;
    marquee.answerBy(signInRoutes.plexFinish, () => {
      asked += 1;
      return asked === 1
        ? { state: 'waiting' as const }
        : { state: 'signed-in' as const, session: signedInReply };
    });
    await begin();
    expect(window.open).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(opened.location.href).toContain('https://app.plex.tv/auth'));
    expect(await screen.findByRole('heading', { name: 'Waiting for Plex' })).toBeInTheDocument();
    await waitFor(() => expect(window.location.pathname).toBe('/account'));
  });

  test('a no of Marquee ends it and offers another way', async () => {
    marquee.fail(signInRoutes.plexFinish, 'auth.plex-refused');
    const { user } = await begin();
    expect(await screen.findByRole('alert')).toHaveTextContent('This Plex account may not come in');
    expect(opened.close).toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Sign in with a password' }));
    expect(screen.getByLabelText('Name')).toBeInTheDocument();
  });

  test('plex.tv being away for a moment ends nothing', async () => {
    marquee.fail(signInRoutes.plexFinish, 'plex-tv.unreachable');
    const { user } = await begin();
    expect(await screen.findByText(/Still asking.*plex.tv does not answer/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(opened.close).toHaveBeenCalled();
    expect(screen.getByLabelText('Name')).toBeInTheDocument();
  });

  test('coming back from Plex in the same window asks at once and goes to where one was', async () => {
    window.sessionStorage.setItem('marquee-back', '/account');
    marquee.answer(signInRoutes.plexFinish, {
      state: 'signed-in',
      session: signedInReply,
    });
    await atTheDoor('/sign-in?plex=back');
    await waitFor(() => expect(window.location.pathname).toBe('/account'));
  });

  test('the window that was with Plex steps aside and lets the other go on', async () => {
    const close = jest.spyOn(window, 'close').mockImplementation(() => {});
    window.sessionStorage.setItem('marquee-plex-window', 'yes');
    await atTheDoor('/sign-in?plex=back');
    expect(screen.getByText(/Close this window/)).toBeInTheDocument();
    expect(close).toHaveBeenCalled();
    expect(marquee.callsOf(signInRoutes.plexFinish)).toHaveLength(0);
    // What comes after the tests closes the window for real.
    close.mockRestore();
  });
});

import { libraryRoutes, signInRoutes, userExample } from '@marquee/contracts';
import { waitFor } from '@testing-library/react';
import { librariesApi } from '../api/libraries.ts';
import { createStore } from '../app/store.ts';
import { aSession } from '../testing/examples.ts';
import { FakeMarquee } from '../testing/fake-marquee.ts';
import { keepSession } from './keep-session.ts';
import { renewSession } from './renew.ts';
import { selectAccessToken, selectSession, signedIn, signedOut } from './session-slice.ts';

const { libraries } = librariesApi.endpoints;
let marquee: FakeMarquee;
let stops: (() => void)[] = [];
let issued = 1;

const reply = () => ({
  accessToken: `token-${++issued}`,
  expiresAt: '2026-11-21T05:10:00.000Z',
  user: userExample,
});
const tab = ({ keep = true, session = aSession() as ReturnType<typeof aSession> | null } = {}) => {
  const store = createStore();
  if (session) store.dispatch(signedIn(session));
  if (keep) stops.push(keepSession(store));
  return store;
};
type Tab = ReturnType<typeof tab>;
const phase = (store: Tab) => selectSession(store.getState()).phase;
const token = (store: Tab) => selectAccessToken(store.getState());
const renewals = () => marquee.callsOf(signInRoutes.refresh);

/** Refuses the first token, takes every later one. */
function firstTokenEnds() {
  const good = libraryRoutes.list.examples?.reply;
  marquee.answerRaw(libraryRoutes.list, ({ headers }) =>
    headers.get('Authorization') === 'Bearer token-1'
      ? Response.json(
          {
            success: false,
            data: null,
            error: { code: 'auth.required', message: 'Sign in first', details: [], requestId: 'r' },
            timestamp: '2026-11-21T05:00:00.000Z',
          },
          { status: 401 },
        )
      : Response.json({ success: true, data: good, error: null, timestamp: '2026-11-21T05:00:00.000Z' }),
  );
}

beforeEach(() => {
  issued = 1;
  marquee = new FakeMarquee().answerBy(signInRoutes.refresh, reply).answer(libraryRoutes.list);
});
afterEach(() => {
  for (const stop of stops) stop();
  stops = [];
  jest.useRealTimers();
});

test('every call carries the token, and none does while nobody is signed in', async () => {
  await tab().dispatch(libraries.initiate());
  await tab({ session: null, keep: false }).dispatch(libraries.initiate());
  const sent = marquee.callsOf(libraryRoutes.list).map(({ headers }) => headers.get('Authorization'));
  expect(sent).toEqual(['Bearer token-1', null]);
});

test('a token that ended is renewed and the call made again; nobody notices', async () => {
  firstTokenEnds();
  const store = tab();
  const { data, error } = await store.dispatch(libraries.initiate());
  expect(error).toBeUndefined();
  expect(data).toHaveLength(1);
  expect(token(store)).toBe('token-2');
});

test('however many calls are refused at once, Marquee is asked for one new token', async () => {
  firstTokenEnds();
  const store = tab();
  const { library } = librariesApi.endpoints;
  marquee.fail(libraryRoutes.get, 'auth.required');
  await Promise.all([
    store.dispatch(libraries.initiate()),
    store.dispatch(library.initiate({ libraryId: 'demo.1' })),
    store.dispatch(library.initiate({ libraryId: 'demo.2' })),
  ]);
  expect(renewals()).toHaveLength(1);
});

test('a call that is refused with the new token too is not tried a third time', async () => {
  marquee.fail(libraryRoutes.list, 'auth.required');
  const { error } = await tab().dispatch(libraries.initiate());
  expect(error).toMatchObject({ code: 'auth.required' });
  expect(marquee.callsOf(libraryRoutes.list)).toHaveLength(2);
  expect(renewals()).toHaveLength(1);
});

test('a session that was ended elsewhere signs out, and what was shown is forgotten', async () => {
  const store = tab();
  await store.dispatch(libraries.initiate());
  marquee.fail(libraryRoutes.list, 'auth.session-ended').fail(signInRoutes.refresh, 'auth.session-ended');
  await store.dispatch(libraries.initiate(undefined, { forceRefetch: true }));
  expect(selectSession(store.getState())).toEqual({ phase: 'signed-out', why: 'ended' });
  expect(libraries.select()(store.getState()).data).toBeUndefined();
});

test('a Marquee that is gone signs nobody out', async () => {
  const store = tab();
  marquee.leave();
  expect(await store.dispatch(renewSession('token-1'))).toBe('unanswered');
  expect(phase(store)).toBe('signed-in');
});

test('whoever signs out while a token is on its way stays signed out', async () => {
  const store = tab({ keep: false });
  const renewal = store.dispatch(renewSession('token-1'));
  store.dispatch(signedOut('left'));
  expect(await renewal).toBe('ended');
  expect(phase(store)).toBe('signed-out');
});

test('a page opened anew is signed in again by its cookie', async () => {
  tab().dispatch(signedIn(aSession()));
  const store = tab({ session: null });
  expect(phase(store)).toBe('restoring');
  await waitFor(() => expect(phase(store)).toBe('signed-in'));
});

test('where nobody ever signed in nobody is asked', () => {
  expect(phase(tab({ session: null }))).toBe('signed-out');
  expect(renewals()).toHaveLength(0);
});

test('a page opened while Marquee is gone waits for it', async () => {
  jest.useFakeTimers();
  tab();
  marquee.leave();
  const store = tab({ session: null });
  await jest.advanceTimersByTimeAsync(1000);
  expect(phase(store)).toBe('restoring');
  marquee.comeBack();
  await jest.advanceTimersByTimeAsync(2000);
  expect(phase(store)).toBe('signed-in');
});

test('the token is renewed before it ends', async () => {
  jest.useFakeTimers();
  const store = tab({ session: { ...aSession(), freshUntil: Date.now() + 600_000 } });
  await jest.advanceTimersByTimeAsync(500_000);
  expect(token(store)).toBe('token-1');
  await jest.advanceTimersByTimeAsync(60_000);
  expect(token(store)).toBe('token-2');
});

test('after sleep the token is renewed as soon as somebody looks', async () => {
  jest.useFakeTimers();
  const store = tab({ session: { ...aSession(), freshUntil: Date.now() + 600_000 } });
  jest.setSystemTime(Date.now() + 3_600_000);
  document.dispatchEvent(new Event('visibilitychange'));
  await jest.advanceTimersByTimeAsync(0);
  expect(token(store)).toBe('token-2');
});

test('a token that one tab was given reaches the other, which asks for none', async () => {
  const [one, other] = [tab(), tab()];
  await one.dispatch(renewSession('token-1'));
  await waitFor(() => expect(token(other)).toBe('token-2'));
  expect(await other.dispatch(renewSession('token-1'))).toBe('renewed');
  expect(renewals()).toHaveLength(1);
});

test('signing out in one tab signs out the other', async () => {
  const [one, other] = [tab(), tab()];
  one.dispatch(signedOut('left'));
  await waitFor(() => expect(selectSession(other.getState())).toEqual({ phase: 'signed-out', why: 'left' }));
});

test('a tab that finds nobody signed in throws nobody out elsewhere', async () => {
  const one = tab();
  const other = tab({ session: null, keep: false });
  stops.push(keepSession(other));
  marquee.fail(signInRoutes.refresh, 'auth.session-ended');
  await other.dispatch(renewSession(null));
  expect(phase(other)).toBe('signed-out');
  expect(phase(one)).toBe('signed-in');
});

test('neither storage nor address ever holds a token', async () => {
  const store = tab();
  await store.dispatch(renewSession('token-1'));
  expect(JSON.stringify({ ...window.localStorage, ...window.sessionStorage })).not.toContain('token-');
  expect(window.location.href).not.toContain('token-');
});

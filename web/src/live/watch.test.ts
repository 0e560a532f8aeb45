import {
  libraryRoutes,
  prepareProgressed,
  signInRoutes,
  statusChanged,
  systemRoutes,
} from '@marquee/contracts';
import { waitFor } from '@testing-library/react';
import { librariesApi } from '../api/libraries.ts';
import { type AppStore, createStore } from '../app/store.ts';
import { selectUser, signedIn, signedOut } from '../session/session-slice.ts';
import { aSession } from '../testing/examples.ts';
import { FakeMarquee } from '../testing/fake-marquee.ts';
import { FakeStream } from '../testing/fake-stream.ts';
import { followEvents } from './event-stream.ts';
import { selectConnection, selectJobs } from './live-slice.ts';
import { watchMarquee } from './watch.ts';

let stop = () => {};
let store: AppStore;
let marquee: FakeMarquee;

beforeEach(() => {
  jest.useFakeTimers();
  marquee = new FakeMarquee()
    .answer(systemRoutes.health)
    .answer(libraryRoutes.list)
    .answer(systemRoutes.status);
  store = createStore();
  store.dispatch(signedIn(aSession()));
  stop = watchMarquee(store, (listener) => followEvents(listener, (url) => new FakeStream(url)));
});
afterEach(() => {
  stop();
  jest.useRealTimers();
});

const connection = () => selectConnection(store.getState());
const passing = (ms: number) => jest.advanceTimersByTimeAsync(ms);

test('an open stream and an answer make the page live', async () => {
  FakeStream.newest.open();
  await passing(0);
  expect(connection()).toBe('live');
});

test('a lost stream is looked into at once; nobody there means offline', async () => {
  FakeStream.newest.open();
  await passing(0);
  marquee.leave();
  FakeStream.newest.lose();
  await passing(10);
  expect(connection()).toBe('offline');
});

test('a Marquee that takes longer than three seconds counts as gone', async () => {
  FakeStream.newest.open();
  await passing(0);
  marquee.hold(systemRoutes.health);
  FakeStream.newest.lose();
  await passing(2900);
  expect(connection()).not.toBe('offline');
  await passing(200);
  expect(connection()).toBe('offline');
});

test('when Marquee is back, everything on screen is asked again by itself', async () => {
  const list = store.dispatch(librariesApi.endpoints.libraries.initiate());
  FakeStream.newest.open();
  await passing(0);
  marquee.leave();
  FakeStream.newest.lose();
  await passing(10);
  const before = marquee.callsOf(libraryRoutes.list).length;

  marquee.comeBack();
  await passing(2100);
  expect(connection()).toBe('catchingUp');
  await waitFor(() => expect(marquee.callsOf(libraryRoutes.list).length).toBe(before + 1));
  FakeStream.newest.open();
  expect(connection()).toBe('live');
  list.unsubscribe();
});

test('progress of a poster job reaches the store', async () => {
  const job = { ...libraryRoutes.prepare.examples?.reply, state: 'running', done: 12 };
  FakeStream.newest.send(prepareProgressed.name, job);
  expect(selectJobs(store.getState())['demo.1']?.done).toBe(12);
});

test('a changed status is asked anew by whoever shows it', async () => {
  const { systemApi } = await import('../api/system.ts');
  const status = store.dispatch(systemApi.endpoints.systemStatus.initiate());
  await passing(0);
  FakeStream.newest.send(statusChanged.name, { name: 'config', state: 'down', message: 'Gone' });
  await passing(0);
  expect(marquee.callsOf(systemRoutes.status)).toHaveLength(2);
  status.unsubscribe();
});

test('after a gap everything that is shown is asked anew', async () => {
  const list = store.dispatch(librariesApi.endpoints.libraries.initiate());
  await passing(0);
  FakeStream.newest.send('gap', {});
  await passing(0);
  expect(marquee.callsOf(libraryRoutes.list)).toHaveLength(2);
  list.unsubscribe();
});

test('an event that this version does not know changes nothing', async () => {
  const before = store.getState();
  FakeStream.newest.send('moon.landed', { where: 'far side' });
  expect(store.getState()).toBe(before);
});

test('nobody signed in hears nothing; signing in opens a stream and signing out ends it', async () => {
  const first = FakeStream.newest;
  store.dispatch(signedOut('left'));
  expect(first.readyState).toBe(2);
  const opened = FakeStream.opened.length;
  await passing(6000);
  expect(FakeStream.opened).toHaveLength(opened);
  store.dispatch(signedIn(aSession()));
  expect(FakeStream.newest).not.toBe(first);
});

test('a renewed token leaves the stream as it is', () => {
  const opened = FakeStream.opened.length;
  store.dispatch(signedIn({ ...aSession(), accessToken: 'token-2' }));
  expect(FakeStream.opened).toHaveLength(opened);
});

test('a stream that is refused because the session ended leads to signing out', async () => {
  marquee.fail(signInRoutes.me, 'auth.session-ended').fail(signInRoutes.refresh, 'auth.session-ended');
  FakeStream.newest.lose({ forGood: true });
  await passing(10);
  expect(selectUser(store.getState())).toBeNull();
});

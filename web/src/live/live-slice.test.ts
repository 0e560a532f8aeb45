import type { PrepareJob } from '@marquee/contracts';
import {
  answered,
  jobDismissed,
  jobProgressed,
  liveSlice,
  selectConnection,
  selectJobs,
  streamLost,
  streamOpened,
  unanswered,
} from './live-slice.ts';

const job: PrepareJob = {
  id: '6b8f7a52-1f0e-4c7e-9f4b-2d9c3a1e5b60',
  libraryId: 'demo.1',
  state: 'running',
  done: 10,
  total: 64,
  failed: 0,
  message: '',
  createdAt: '2026-11-21T05:00:00.000Z',
  endedAt: null,
};
const after = (...actions: Parameters<typeof liveSlice.reducer>[1][]) => ({
  live: actions.reduce(liveSlice.reducer, liveSlice.getInitialState()),
});
const shown = (...jobs: PrepareJob[]) => selectJobs(after(...jobs.map(jobProgressed)))['demo.1'];

test('progress never goes backwards, even when an old event comes late', () => {
  expect(shown({ ...job, done: 30 }, job)?.done).toBe(30);
});

test('a job that has ended stays ended', () => {
  const ended: PrepareJob = { ...job, state: 'succeeded', done: 64, endedAt: '2026-11-21T05:01:00.000Z' };
  expect(shown(ended, { ...job, done: 64 })?.state).toBe('succeeded');
});

test('a newer job takes the place of an ended one, an older one does not', () => {
  const newer = {
    ...job,
    id: 'a12f7a52-1f0e-4c7e-9f4b-2d9c3a1e5b60',
    createdAt: '2026-11-21T06:00:00.000Z',
    done: 1,
  };
  expect(shown(job, newer)?.id).toBe(newer.id);
  expect(shown(newer, { ...job, done: 50 })?.id).toBe(newer.id);
});

test('a dismissed job is gone', () => {
  expect(selectJobs(after(jobProgressed(job), jobDismissed('demo.1')))).toEqual({});
});

test.each([
  ['opened', [streamOpened()], 'live'],
  ['opened and lost', [streamOpened(), streamLost()], 'catchingUp'],
  ['unanswered', [streamOpened(), streamLost(), unanswered()], 'offline'],
  ['answered again without a stream', [unanswered(), answered({ at: 1, streaming: false })], 'catchingUp'],
  ['answered with a stream', [unanswered(), answered({ at: 1, streaming: true })], 'live'],
  ['lost while offline', [unanswered(), streamLost()], 'offline'],
] as const)('a stream that was %s gives the right word', (_name, actions, connection) => {
  expect(selectConnection(after(...actions))).toBe(connection);
});

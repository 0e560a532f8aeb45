import type { Principal } from '@marquee/contracts';
import fc from 'fast-check';
import { createEventLog } from './event-log.ts';
import { parseTopics, watchEvents } from './watch.ts';

const admin: Principal = {
  id: 'a',
  name: 'A',
  role: 'admin',
  libraries: 'all',
  via: { kind: 'session', id: 's' },
};
const guest: Principal = {
  id: 'g',
  name: 'G',
  role: 'viewer',
  libraries: ['demo.1'],
  via: { kind: 'session', id: 's' },
};
const heardBy = (
  principal: Principal,
  log: ReturnType<typeof createEventLog>,
  lastEventId?: string,
  topics?: string,
) => {
  const heard: { topic: string; data: unknown; id: string }[] = [];
  const stop = watchEvents(log, { principal, topics: parseTopics(topics), lastEventId }, (event) =>
    heard.push(event),
  );
  return { heard, stop };
};

test('a stream cut anywhere goes on without an event lost or doubled', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 10 }),
      (total, cuts) => {
        const log = createEventLog();
        const received: unknown[] = [];
        let lastEventId: string | undefined;
        const listen = () =>
          watchEvents(log, { principal: admin, topics: undefined, lastEventId }, (event) => {
            received.push(event.data);
            lastEventId = event.id;
          });
        let stop = listen();
        for (let i = 1; i <= total; i += 1) {
          if (cuts.includes(i) && lastEventId !== undefined) {
            stop();
            log.append('system.status-changed', i);
            stop = listen();
          } else log.append('system.status-changed', i);
        }
        expect(received).toEqual(Array.from({ length: total }, (_, i) => i + 1));
      },
    ),
  );
});

test('a fresh listener hears only what comes', () => {
  const log = createEventLog();
  log.append('system.status-changed', 'before');
  const { heard } = heardBy(admin, log);
  log.append('system.status-changed', 'after');
  expect(heard.map(({ data }) => data)).toEqual(['after']);
});

test('an id from before a restart, or one that fell out, is answered with a gap', () => {
  const small = createEventLog({ capacity: 2 });
  const first = small.append('system.status-changed', 1);
  small.append('system.status-changed', 2);
  small.append('system.status-changed', 3);
  small.append('system.status-changed', 4);
  expect(heardBy(admin, small, first.event.id).heard.map(({ topic }) => topic)).toEqual([
    'gap',
    'system.status-changed',
    'system.status-changed',
  ]);
  expect(heardBy(admin, small, 'ffffffff-3').heard[0]?.topic).toBe('gap');
});

test.each(['', '-', 'x', '1-2-3', '-1', '9'.repeat(400), 'deadbeef-1e400'])(
  'a hostile last id %j is a gap, never a crash',
  (id) => {
    const log = createEventLog();
    log.append('system.status-changed', 1);
    expect(heardBy(admin, log, id).heard[0]?.topic).toBe('gap');
  },
);

test('people hear only of libraries they may see, and only what their role may hear', () => {
  const log = createEventLog();
  const { heard } = heardBy(guest, log);
  log.append('library.changed', 'theirs', 'demo.1');
  log.append('library.changed', 'hidden', 'demo.2');
  log.append('config.file-saved', 'for editors');
  log.append('no.such-topic', 'unlisted');
  expect(heard.map(({ data }) => data)).toEqual(['theirs']);
});

test('topics narrow the stream', () => {
  const log = createEventLog();
  const { heard, stop } = heardBy(admin, log, undefined, ' config.file-saved , ');
  log.append('library.changed', 1);
  log.append('config.file-saved', 2);
  stop();
  log.append('config.file-saved', 3);
  expect(heard.map(({ data }) => data)).toEqual([2]);
});

import type { linesLogged } from '@marquee/contracts';
import type { z } from 'zod';
import { until } from '../http/testing/until.ts';
import { createLineFeed } from './line-feed.ts';
import { createLogger, type LogLevel } from './logger.ts';
import { createSecrets } from './secrets.ts';

type Lines = z.output<typeof linesLogged.payload>;

function feedOf(level: LogLevel, publish: (lines: Lines) => Promise<void>, capacity = 1000) {
  const written: string[] = [];
  const secrets = createSecrets();
  const feed = createLineFeed({ everyMs: 1, capacity });
  const destination = { write: (line: string) => void written.push(line) };
  const log = createLogger({ service: 'toy', level, secrets, destination, tee: feed.take });
  const bus = { publish: (_topic: unknown, payload: unknown) => publish(payload as Lines) };
  return { written, secrets, feed, log, join: () => feed.publishTo(bus) };
}

function collecting(level: LogLevel = 'info', capacity?: number) {
  const lines: Lines = [];
  return { lines, ...feedOf(level, async (batch) => void lines.push(...batch), capacity) };
}

test('lines from before there was a bus and after it go out in their order, as the contract says', async () => {
  const { lines, log, join, feed } = collecting();
  log.child({ requestId: 'r1' }).warn({ server: 'plex' }, 'first');
  join();
  log.fatal('second');
  await until(() => lines.length === 2);
  feed.stop();
  expect(lines).toEqual([
    {
      at: expect.stringMatching(/Z$/),
      service: 'toy',
      level: 'warn',
      message: 'first',
      requestId: 'r1',
      fields: { server: 'plex' },
    },
    expect.objectContaining({ level: 'error', message: 'second', requestId: null, fields: {} }),
  ]);
});

test('what is watched begins at info, whatever the output takes', async () => {
  const { lines, log, join, written } = collecting('warn');
  join();
  log.debug('too fine');
  log.info('watched');
  log.warn('written too');
  await until(() => lines.length === 2);
  expect(lines.map(({ message }) => message)).toEqual(['watched', 'written too']);
  expect(written).toHaveLength(1);
});

test('no secret goes out, by name or by value', async () => {
  const { lines, log, join, secrets } = collecting();
  secrets.register('canary-4711');
  join();
  log.info({ plexToken: 'abc-987', note: 'it is canary-4711' }, 'canary-4711');
  await until(() => lines.length === 1);
  expect(JSON.stringify(lines)).not.toMatch(/canary-4711|abc-987/);
});

test('while nothing can be sent the oldest lines are dropped', async () => {
  const { lines, log, join } = collecting('info', 3);
  for (const n of [1, 2, 3, 4, 5]) log.info(String(n));
  join();
  await until(() => lines.length === 3);
  expect(lines.map(({ message }) => message)).toEqual(['3', '4', '5']);
});

test('a bus that refuses is no event of its own, and is tried again with the next lines', async () => {
  let tries = 0;
  const { log, join } = feedOf('info', async () => {
    tries += 1;
    if (tries === 1) throw new Error('no broker');
  });
  join();
  log.info('lost');
  await until(() => tries === 1);
  log.info('sent');
  await until(() => tries === 2);
});

test('a line of any size goes out shortened', async () => {
  const { lines, log, join } = collecting();
  join();
  log.info({ big: 'x'.repeat(100_000) }, 'y'.repeat(100_000));
  await until(() => lines.length === 1);
  expect(JSON.stringify(lines).length).toBeLessThan(10_000);
});

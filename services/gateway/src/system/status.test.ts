import type { Readiness, ServiceStatus } from '@marquee/contracts';
import { statusChanged } from '@marquee/contracts';
import { memoryBus } from '@marquee/service-kit';
import { statusOf, worstOf } from './status.ts';
import { createStatusWatch } from './status-watch.ts';

const readiness: Readiness = {
  service: 'config',
  version: '1.0.0',
  ready: true,
  uptimeSeconds: 5,
  memoryMb: 80,
  checks: [{ name: 'store', state: 'ok', message: 'Fine' }],
};

test('the worst of no states is ok', () => {
  expect(worstOf([])).toBe('ok');
  expect(worstOf(['ok', 'down', 'degraded'])).toBe('down');
});

test('a ready service with a part down is degraded and says which part', () => {
  const status = statusOf({
    ...readiness,
    checks: [{ name: 'plex', state: 'down', message: 'Plex does not answer' }],
  });
  expect(status).toMatchObject({ state: 'degraded', message: 'Plex does not answer' });
});

test('a service that is not ready is down', () => {
  expect(statusOf({ ...readiness, ready: false })).toMatchObject({ state: 'down', message: 'Not ready yet' });
});

test('a change of state is announced once, and the first look announces nothing', async () => {
  const bus = memoryBus();
  const announced: string[] = [];
  let heardLast: (() => void) | undefined;
  const last = new Promise<void>((resolve) => {
    heardLast = resolve;
  });
  await bus.subscribe(statusChanged, {}, ({ name, message }) => {
    if (name === 'end') heardLast?.();
    else announced.push(message);
  });
  let now: ServiceStatus = statusOf(readiness);
  const watch = createStatusWatch({
    sources: [{ name: 'config', read: async () => now }],
    bus,
    intervalMs: 60_000,
    onError: (error) => {
      throw error;
    },
  });
  await watch.current();
  now = { ...now, state: 'down', message: 'gone' };
  await Promise.all([watch.current(), watch.current()]);
  await watch.current();
  await bus.publish(statusChanged, { name: 'end', state: 'ok', message: '' });
  await last;
  await bus.close();
  expect(announced).toEqual(['gone']);
});

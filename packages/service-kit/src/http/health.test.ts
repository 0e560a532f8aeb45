import type { Check } from '@marquee/contracts';
import { asRole, testAuthenticate } from '@marquee/testing';
import request from 'supertest';
import { createLogger } from '../log/logger.ts';
import { readReadiness } from './readiness.ts';
import { createServiceApp } from './service-app.ts';
import { toyService } from './testing/toy-service.ts';

const fine = async (): Promise<Check> => ({ name: 'store', state: 'ok', message: 'Fine', latencyMs: 1 });
const about = { name: 'toy', version: '1.2.3', stopping: false };

test('a service with its parts in order is ready', async () => {
  const { service } = toyService({ checks: { store: fine } });
  const answer = await request(service.app).get('/readyz');
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    service: 'toy',
    version: '1.2.3',
    ready: true,
    checks: [{ name: 'store', state: 'ok' }],
  });
});

test('a part that is degraded does not take the service away, one that is down does', async () => {
  const state = (value: Check['state']) => async (): Promise<Check> => ({
    name: 'x',
    state: value,
    message: '',
  });
  expect((await readReadiness(about, { x: state('degraded') })).ready).toBe(true);
  expect((await readReadiness(about, { x: state('down') })).ready).toBe(false);
});

test('a check that throws is down, and the others still answer', async () => {
  const readiness = await readReadiness(about, {
    store: fine,
    broker: async () => {
      throw new Error('connect refused');
    },
  });
  expect(readiness.checks).toEqual([
    expect.objectContaining({ name: 'store', state: 'ok' }),
    { name: 'broker', state: 'down', message: 'connect refused' },
  ]);
});

test('a check that hangs is down after two seconds, not for ever', async () => {
  jest.useFakeTimers();
  try {
    const pending = readReadiness(about, { plex: () => new Promise<Check>(() => {}), store: fine });
    await jest.advanceTimersByTimeAsync(2000);
    expect((await pending).checks).toEqual([
      { name: 'plex', state: 'down', message: 'No answer within 2 s' },
      expect.objectContaining({ state: 'ok' }),
    ]);
  } finally {
    jest.useRealTimers();
  }
});

test('a stopping service is alive but not ready, and goes on answering', async () => {
  const { service } = toyService();
  service.beginStopping();
  expect((await request(service.app).get('/livez')).status).toBe(200);
  expect((await request(service.app).get('/readyz')).status).toBe(503);
  const answer = await request(service.app).get('/api/open');
  expect(answer.status).toBe(200);
  expect(answer.headers.connection).toBe('close');
});

test('requests are measured by template, never by address', async () => {
  const { service } = toyService();
  await request(service.app).get('/api/notes/secretname').set(asRole('viewer'));
  await request(service.app).get('/no/such/place');
  const { text } = await request(service.app).get('/metrics');
  expect(text).toMatch(
    /http_request_duration_seconds_count\{(?=[^}]*method="GET")(?=[^}]*route="\/api\/notes\/:id")(?=[^}]*status="200")(?=[^}]*service="toy")[^}]*\} 1/,
  );
  expect(text).toMatch(/http_request_duration_seconds_count\{[^}]*route="unmatched"[^}]*\} 1/);
  expect(text).toMatch(/http_requests_in_flight\{service="toy"\} 1/);
  expect(text).toContain('nodejs_eventloop_lag_seconds');
  expect(text).not.toContain('secretname');
});

test('two services of one process keep their numbers apart', async () => {
  const [one, two] = [toyService().service, toyService().service];
  await request(one.app).get('/api/open');
  expect(await one.metrics.text()).toContain('route="/api/open"');
  expect(await two.metrics.text()).not.toContain('route="/api/open"');
});

test('every request leaves one line that names the template, not the address', async () => {
  const { service, logged } = toyService();
  await request(service.app).get('/api/notes?word=private').set(asRole('viewer')).set('x-request-id', 'r1');
  await request(service.app).get('/api/notes/a1');
  await request(service.app).get('/livez');
  const lines = logged.filter(({ msg, level }) => msg === 'answered' && level === 'info');
  expect(lines).toEqual([
    expect.objectContaining({
      service: 'toy',
      requestId: 'r1',
      method: 'GET',
      route: '/api/notes',
      status: 200,
    }),
    expect.objectContaining({ route: '/api/notes/:id', status: 401, code: 'auth.required' }),
  ]);
  expect(JSON.stringify(logged)).not.toContain('private');
});

test('the address of a part that is down is told without its password', async () => {
  const { service, secrets } = toyService({
    checks: {
      redis: async () => {
        throw new Error('connect redis://:hunter2222@redis:6379 refused');
      },
    },
  });
  secrets.register('hunter2222');
  const { text } = await request(service.app).get('/readyz');
  expect(text).toContain('refused');
  expect(text).not.toContain('hunter2222');
});

test('where strangers come by, only that it lives is told to everybody', async () => {
  const service = createServiceApp({
    name: 'door',
    version: '1',
    log: createLogger({ service: 'test', level: 'silent' }),
    authenticate: testAuthenticate,
    numbersFor: 'admin',
  });
  const ask = (path: string, headers = {}) => request(service.app).get(path).set(headers);
  expect((await ask('/livez')).status).toBe(200);
  for (const path of ['/readyz', '/metrics']) {
    expect((await ask(path)).status).toBe(401);
    expect((await ask(path, asRole('editor'))).status).toBe(403);
    expect((await ask(path, asRole('admin'))).status).toBe(200);
  }
});

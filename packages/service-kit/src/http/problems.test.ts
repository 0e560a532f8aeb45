import { type AnyRoute, problem, route } from '@marquee/contracts';
import { asRole } from '@marquee/testing';
import request from 'supertest';
import { z } from 'zod';
import type { Handler } from './call.ts';
import { toyService } from './testing/toy-service.ts';

const plain = { method: 'get', summary: 's', tag: 'T', role: 'public' } as const;
const failing = route({ ...plain, path: '/failing', reply: z.object({ id: z.number() }) });

function toyThat(handler: Handler<typeof failing>) {
  const toy = toyService();
  toy.service.serve(failing, handler);
  return { ...toy, get: () => request(toy.service.app).get('/api/failing') };
}

test('a problem is answered with its code, details and headers', async () => {
  const { get } = toyThat(async () => {
    throw problem('service.overloaded', { details: [{ message: 'Wait.' }], headers: { 'retry-after': '7' } });
  });
  const answer = await get().set('x-request-id', 'from-afar-1');
  expect(answer.status).toBe(429);
  expect(answer.headers['retry-after']).toBe('7');
  expect(answer.headers['x-request-id']).toBe('from-afar-1');
  expect(answer.body.error).toEqual({
    code: 'service.overloaded',
    message: 'Too much work is waiting',
    details: [{ message: 'Wait.' }],
    requestId: 'from-afar-1',
  });
});

test('what nobody foresaw is told to the log, not to the client', async () => {
  const { get, logged } = toyThat(async () => {
    throw new Error('SELECT * FROM sessions failed');
  });
  const answer = await get();
  expect(answer.status).toBe(500);
  expect(answer.body.error.code).toBe('server.unexpected');
  expect(answer.text).not.toContain('sessions');
  const line = logged.find(({ level }) => level === 'error');
  expect(line).toMatchObject({
    service: 'toy',
    requestId: answer.body.error.requestId,
    err: { message: 'SELECT * FROM sessions failed', stack: expect.stringContaining('problems.test') },
  });
});

test('a reply that does not fit its schema is our fault and leaks nothing', async () => {
  const wrong: unknown = { id: 'private words' };
  const { get, logged } = toyThat(async () => JSON.parse(JSON.stringify(wrong)));
  const answer = await get();
  expect(answer.status).toBe(500);
  expect(answer.text).not.toContain('private words');
  expect(logged.some(({ level }) => level === 'error')).toBe(true);
});

test('a zod failure inside a handler is not blamed on the request', async () => {
  const { get } = toyThat(async () => ({ id: z.number().parse('x') }));
  expect((await get()).status).toBe(500);
});

test.each(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])(
  '%s, however deep, means that the disk is full',
  async (code) => {
    const { get } = toyThat(async () => {
      throw new Error('could not save', { cause: Object.assign(new Error('write'), { code }) });
    });
    const answer = await get();
    expect(answer.status).toBe(507);
    expect(answer.body.error.code).toBe('service.disk-full');
  },
);

test('a registered secret is in no error answer', async () => {
  const { get, secrets } = toyThat(async () => {
    throw problem('plex.unreachable', {
      details: [{ message: 'GET http://plex/?X-Plex-Token=s3cr3t-value' }],
    });
  });
  secrets.register('s3cr3t-value');
  const answer = await get();
  expect(answer.status).toBe(502);
  expect(answer.text).not.toContain('s3cr3t-value');
  expect(answer.body.error.details[0].message).toContain('[redacted]');
});

test('a hostile request id is replaced by one of ours', async () => {
  const { service } = toyService();
  const answer = await request(service.app).get('/api/open').set('x-request-id', '<script>alert(1)</script>');
  expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
});

test('an unknown address is 404, a known one with another method 405 with what it takes', async () => {
  const { service } = toyService();
  const nothing = await request(service.app).get('/api/nothing');
  expect(nothing.status).toBe(404);
  expect(nothing.body.error.code).toBe('request.not-found');
  const wrong = await request(service.app).post('/api/notes/a1');
  expect(wrong.status).toBe(405);
  expect(wrong.body.error.code).toBe('request.method-not-allowed');
  expect(wrong.headers.allow).toBe('GET, PUT, DELETE, HEAD');
  const options = await request(service.app).options('/api/notes');
  expect(options.status).toBe(405);
  expect(options.headers.allow).toBe('GET, POST, HEAD');
});

test('an address has one spelling', async () => {
  const { service } = toyService();
  expect((await request(service.app).get('/api/open/')).status).toBe(404);
  expect((await request(service.app).get('/api/OPEN')).status).toBe(404);
});

test('HEAD is GET without the body', async () => {
  const { service } = toyService();
  const answer = await request(service.app).head('/api/notes/a1').set(asRole('viewer'));
  expect(answer.status).toBe(200);
  expect(answer.text).toBeUndefined();
  expect(answer.headers).toMatchObject({ etag: '"v1"', 'content-length': expect.stringMatching(/^[1-9]/) });
});

test('handlers added to the app after the routes are reached before the 404', async () => {
  const { service } = toyService();
  service.app.get('/page', (_request, response) => void response.send('a page'));
  expect((await request(service.app).get('/page')).text).toBe('a page');
});

test('a service does not boot on a route without a role, on one served twice, or on one that contradicts itself', () => {
  const { service } = toyService();
  const handler = async () => ({ id: 1 });
  const serve = (bad: AnyRoute) => () => service.serve(bad, handler);
  const { role: _role, ...roleless } = failing;
  expect(serve(JSON.parse(JSON.stringify({ ...roleless, path: '/x' })))).toThrow('has no role');
  expect(serve({ ...failing, path: '/open' })).toThrow('served twice');
  const params = z.object({ other: z.string() });
  expect(serve({ ...failing, path: '/notes/:other', params })).toThrow('served twice');
  expect(serve({ ...failing, path: '/x/:a', params })).toThrow('the path names a, params other');
  expect(serve({ ...failing, path: '/y', idempotent: true, replyKind: 'bytes' })).toThrow('JSON answers');
});

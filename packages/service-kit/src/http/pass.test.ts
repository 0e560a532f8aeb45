import { type AnyRoute, route } from '@marquee/contracts';
import { asRole } from '@marquee/testing';
import request from 'supertest';
import { z } from 'zod';
import { toyService } from './testing/toy-service.ts';

const passed: AnyRoute = route({
  method: 'post',
  path: '/passed/:id',
  summary: 's',
  tag: 'T',
  role: 'editor',
  params: z.object({ id: z.string() }),
  body: z.object({ n: z.number() }),
  reply: z.unknown(),
  idempotent: true,
});

function toyThatPasses() {
  const toy = toyService();
  toy.service.pass(passed, async ({ request: incoming, principal, requestId }, response) => {
    let text = '';
    for await (const chunk of incoming) text += chunk;
    response.end(JSON.stringify({ text, who: principal.id, requestId }));
  });
  return toy;
}

test('a passed request arrives unread, with its person and id', async () => {
  const { service } = toyThatPasses();
  const answer = await request(service.app)
    .post('/api/passed/a?x=1')
    .set(asRole('editor'))
    .set('x-request-id', 'r7')
    .set('content-type', 'text/plain')
    .send('not even JSON');
  expect(JSON.parse(answer.text)).toEqual({ text: 'not even JSON', who: 'editor-1', requestId: 'r7' });
});

test('a passed route still refuses who may not, and is known by its methods and its template', async () => {
  const { service, logged } = toyThatPasses();
  expect((await request(service.app).post('/api/passed/a')).status).toBe(401);
  expect((await request(service.app).post('/api/passed/a').set(asRole('viewer'))).status).toBe(403);
  expect((await request(service.app).get('/api/passed/a')).headers.allow).toBe('POST');
  expect(logged).toContainEqual(expect.objectContaining({ route: '/api/passed/:id', status: 403 }));
});

test('what fails half way through an answer breaks the connection instead of ending it well', async () => {
  const toy = toyService();
  toy.service.pass(passed, async (_call, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('half');
    throw new Error('upstream broke');
  });
  const half = request(toy.service.app).post('/api/passed/a').set(asRole('editor'));
  await expect(half).rejects.toThrow(/aborted|hang up/);
  expect(toy.logged).toContainEqual(
    expect.objectContaining({ level: 'error', err: expect.objectContaining({ message: 'upstream broke' }) }),
  );
});

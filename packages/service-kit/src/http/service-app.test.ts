import { asRole } from '@marquee/testing';
import request from 'supertest';
import { toyService } from './testing/toy-service.ts';

test('a reply travels in the envelope, without the fields its schema does not name', async () => {
  const { service } = toyService();
  const { status, body, headers } = await request(service.app).get('/api/notes/a1').set(asRole('viewer'));
  expect(status).toBe(200);
  expect(body).toEqual({
    success: true,
    data: { id: 'a1', text: 'hello' },
    error: null,
    timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
  });
  expect(headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
    etag: '"v1"',
  });
  expect(headers).not.toHaveProperty('x-powered-by');
});

test('a public route is answered to nobody in particular', async () => {
  const { service } = toyService();
  const { body } = await request(service.app).get('/api/open');
  expect(body.data).toEqual({ name: 'Anonymous' });
});

test.each([
  ['nobody', undefined, 401, 'auth.required'],
  ['a viewer', 'viewer', 403, 'auth.forbidden'],
  ['an editor', 'editor', 403, 'auth.forbidden'],
] as const)('%s may not do what only admins may', async (_who, role, status, code) => {
  const { service } = toyService();
  const answer = await request(service.app)
    .delete('/api/notes/a1')
    .set(role ? asRole(role) : {});
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ success: false, data: null, error: { code } });
});

test('a 204 has no body', async () => {
  const { service } = toyService();
  const answer = await request(service.app).delete('/api/notes/a1').set(asRole('admin'));
  expect(answer.status).toBe(204);
  expect(answer.text).toBe('');
});

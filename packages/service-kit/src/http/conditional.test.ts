import { asRole } from '@marquee/testing';
import request from 'supertest';
import { toyService } from './testing/toy-service.ts';

const { service } = toyService();
const viewer = asRole('viewer');
const put = () => request(service.app).put('/api/notes/a1').set(asRole('editor'));

test.each(['"v1"', 'W/"v1"', '"v0", "v1"', '*'])('a reader who has %s is told to keep it', async (tag) => {
  const answer = await request(service.app).get('/api/notes/a1').set(viewer).set('if-none-match', tag);
  expect(answer.status).toBe(304);
  expect(answer.text).toBe('');
  expect(answer.headers.etag).toBe('"v1"');
});

test('a reader with an old version gets the new one', async () => {
  const answer = await request(service.app).get('/api/notes/a1').set(viewer).set('if-none-match', '"v0"');
  expect(answer.status).toBe(200);
  expect(answer.headers['cache-control']).toBe('private, no-cache');
});

test('a picture travels as bytes that cannot act as a page', async () => {
  const answer = await request(service.app).get('/api/notes/a1/picture').set(viewer);
  expect(answer.body).toEqual(Buffer.from('pixels'));
  expect(answer.headers).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'private, max-age=60',
    'content-security-policy': "default-src 'none'; sandbox",
    etag: '"p1"',
  });
  const again = await request(service.app)
    .get('/api/notes/a1/picture')
    .set(viewer)
    .set('if-none-match', '"p1"');
  expect(again.status).toBe(304);
  expect(again.headers['cache-control']).toBe('private, max-age=60');
});

test.each([
  [undefined, 428, 'request.precondition-required'],
  ['', 428, 'request.precondition-required'],
  ['"v0"', 412, 'request.precondition-failed'],
  ['W/"v1"', 412, 'request.precondition-failed'],
  ['nonsense', 412, 'request.precondition-failed'],
])('a write with If-Match %j is refused with %d', async (tag, status, code) => {
  const answer = await (tag === undefined ? put() : put().set('if-match', tag)).send({ text: 'new' });
  expect(answer.status).toBe(status);
  expect(answer.body.error.code).toBe(code);
});

test.each(['"v1"', '*', '"v0", "v1"'])(
  'a write with If-Match %s goes through and answers the new tag',
  async (tag) => {
    const answer = await put().set('if-match', tag).send({ text: 'new' });
    expect(answer.status).toBe(200);
    expect(answer.headers.etag).toBe('"v2"');
  },
);

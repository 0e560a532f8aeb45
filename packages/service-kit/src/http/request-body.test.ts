import { asRole } from '@marquee/testing';
import request, { type Response } from 'supertest';
import { toyService } from './testing/toy-service.ts';

const editor = asRole('editor');
const post = (path = '/api/notes') => request(toyService().service.app).post(path).set(editor);

function codeOf({ body }: Response): unknown {
  return body.error?.code;
}
function pathsOf({ body }: Response): unknown[] {
  return body.error.details.map((detail: { path?: string }) => detail.path);
}

test('a JSON body that fits reaches the handler', async () => {
  const answer = await post().send({ text: 'hi', tags: [{ name: 'a' }] });
  expect(answer.status).toBe(201);
  expect(answer.body.data).toEqual({ id: '1', text: 'hi' });
});

test('every fault of a body is named', async () => {
  const answer = await post().send({ text: 5, tags: [{ name: 'a', size: 1 }], extra: true });
  expect(answer.status).toBe(422);
  expect(codeOf(answer)).toBe('request.invalid');
  expect(pathsOf(answer).toSorted()).toEqual(['body.extra', 'body.tags.0.size', 'body.text']);
});

test('a thousand faults are not all told', async () => {
  const tags = Array.from({ length: 200 }, () => 1);
  const answer = await post().send({ text: 'x', tags });
  expect(answer.status).toBe(422);
  expect(answer.body.error.details.length).toBeLessThanOrEqual(20);
});

test('a missing body is an invalid one', async () => {
  const answer = await post();
  expect(answer.status).toBe(422);
  expect(pathsOf(answer)).toEqual(['body']);
});

test.each([
  ['text/plain'],
  ['application/x-www-form-urlencoded'],
  ['application/json; charset=latin1'],
  ['application/jsonp'],
])('JSON sent as %s is refused: a foreign page can send that without asking', async (type) => {
  const answer = await post().set('content-type', type).send('{"text":"hi"}');
  expect(answer.status).toBe(415);
  expect(codeOf(answer)).toBe('request.unsupported-media-type');
});

test('a body without a content type is refused', async () => {
  const answer = await post().unset('content-type').set('content-type', '').send('{"text":"hi"}');
  expect(answer.status).toBe(415);
});

test.each(['application/json; charset=utf-8', 'Application/JSON; charset="UTF-8"'])(
  '%s is JSON',
  async (type) => {
    const answer = await post().set('content-type', type).send('{"text":"hi"}');
    expect(answer.status).toBe(201);
  },
);

test('malformed JSON is malformed', async () => {
  const answer = await post().set('content-type', 'application/json').send('{"text":');
  expect(answer.status).toBe(400);
  expect(codeOf(answer)).toBe('request.malformed');
});

test('a compressed body is refused before it is unpacked', async () => {
  const answer = await post()
    .set('content-type', 'application/json')
    .set('content-encoding', 'gzip')
    .send(JSON.stringify({ text: 'hi' }));
  expect(answer.status).toBe(415);
  expect(pathsOf(answer)).toEqual(['headers.content-encoding']);
});

test('a body over the route’s limit is refused by its announced length and by its real one', async () => {
  const large = JSON.stringify({ text: 'x'.repeat(3000) });
  const announced = await post().set('content-type', 'application/json').send(large);
  expect(announced.status).toBe(413);
  expect(announced.body.error.details[0].message).toContain('2000');

  const chunked = post().set('content-type', 'application/json').set('transfer-encoding', 'chunked');
  chunked.write(large.slice(0, 1500));
  chunked.write(large.slice(1500));
  const counted = await chunked;
  expect(counted.status).toBe(413);
});

test('a body where none is taken is refused', async () => {
  const { service } = toyService();
  const answer = await request(service.app).get('/api/notes/a1').set(editor).send({ a: 1 });
  expect(answer.status).toBe(422);
  expect(answer.body.error.details[0]).toMatchObject({
    message: 'This operation takes no body.',
    path: 'body',
  });
});

test('a chunked body without a single chunk is no body', async () => {
  const { service } = toyService();
  const chunked = request(service.app).get('/api/notes/a1').set(editor).set('transfer-encoding', 'chunked');
  expect((await chunked).status).toBe(200);
});

test('an upload takes the bytes of its types, as they are', async () => {
  const answer = await post('/api/notes/a1/picture')
    .set('content-type', 'image/png')
    .send(Buffer.alloc(700, 7));
  expect(answer.body.data).toEqual({ size: 700 });
});

test.each([
  ['image/svg+xml', 10, 415],
  ['application/json', 10, 415],
  ['image/png', 1001, 413],
  ['image/png', 0, 422],
])('an upload of %s with %d bytes is answered %d', async (type, size, status) => {
  const answer = await post('/api/notes/a1/picture').set('content-type', type).send(Buffer.alloc(size, 65));
  expect(answer.status).toBe(status);
});

test('nobody’s body is read before it is known who sends it', async () => {
  const { service } = toyService();
  const answer = await request(service.app)
    .post('/api/notes')
    .set('content-type', 'text/plain')
    .send('x'.repeat(5000));
  expect(answer.status).toBe(401);
});

test('unknown and repeated query parameters are refused, wrong ones named', async () => {
  const { service } = toyService();
  const get = (query: string) => request(service.app).get(`/api/notes?${query}`).set(editor);
  expect((await get('limit=3&word=a')).body.data).toEqual({ limit: 3, word: 'a' });
  for (const [query, path] of [
    ['other=1', 'query.other'],
    ['limit=3&limit=4', 'query.limit'],
    ['limit=99', 'query.limit'],
    ['__proto__=1', 'query.__proto__'],
    ['word[]=a', 'query.word[]'],
  ]) {
    const answer = await get(query ?? '');
    expect(answer.status).toBe(422);
    expect(pathsOf(answer)).toEqual([path]);
  }
});

test('a path parameter that does not fit is named', async () => {
  const { service } = toyService();
  const answer = await request(service.app).get('/api/notes/not-a-word').set(editor);
  expect(answer.status).toBe(422);
  expect(pathsOf(answer)).toEqual(['path.id']);
});

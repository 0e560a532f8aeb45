import { problem } from '@marquee/contracts';
import { asRole, memoryIdempotency } from '@marquee/testing';
import request from 'supertest';
import { toyService } from './testing/toy-service.ts';

function toy(onMake?: () => Promise<void> | void) {
  const idempotency = memoryIdempotency();
  const made = toyService({ idempotency, ...(onMake ? { onMake } : {}) });
  const post = (key: string, text = 'hi', as = asRole('editor')) =>
    request(made.service.app).post('/api/notes').set(as).set('idempotency-key', key).send({ text });
  return { ...made, idempotency, post };
}

test('a retry gets the very answer of the first, and nothing happens twice', async () => {
  const { post } = toy();
  const first = await post('k1');
  const again = await post('k1');
  expect(first.status).toBe(201);
  expect(first.headers).not.toHaveProperty('idempotency-replayed');
  expect(again.status).toBe(201);
  expect(again.text).toBe(first.text);
  expect(again.headers['idempotency-replayed']).toBe('true');
  expect(again.headers['content-type']).toBe(first.headers['content-type']);
  expect((await post('k2')).body.data.id).toBe('2');
});

test('the same key with another body is refused', async () => {
  const { post } = toy();
  await post('k1', 'one');
  const other = await post('k1', 'two');
  expect(other.status).toBe(422);
  expect(other.body.error.code).toBe('request.idempotency-mismatch');
});

test('the same key of another person is another key', async () => {
  const { post } = toy();
  await post('k1');
  const other = await post('k1', 'hi', asRole('editor', 'all', 'somebody-else'));
  expect(other.body.data.id).toBe('2');
});

test('while the first is under way its double is asked to wait', async () => {
  let entered: () => void = () => {};
  let release: () => void = () => {};
  const inside = new Promise<void>((resolve) => {
    entered = resolve;
  });
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { post } = toy(async () => {
    entered();
    await held;
  });
  const first = post('k1').then((answer) => answer);
  await inside;
  const second = await post('k1');
  expect(second.status).toBe(409);
  expect(second.body.error.code).toBe('request.idempotency-in-progress');
  expect(second.headers['retry-after']).toBe('1');
  release();
  expect((await first).status).toBe(201);
});

test.each([
  ['an unforeseen fault', new Error('boom'), 500],
  ['a full queue', problem('service.overloaded'), 429],
  ['a silent Plex', problem('plex.unreachable'), 502],
])('%s is not remembered: the next try runs', async (_what, fault, status) => {
  const faults = [fault];
  const { post } = toy(() => {
    const next = faults.pop();
    if (next) throw next;
  });
  expect((await post('k1')).status).toBe(status);
  expect((await post('k1')).status).toBe(201);
});

test('a refusal is remembered like any other answer', async () => {
  let runs = 0;
  const { post } = toy(() => {
    runs += 1;
    throw problem('config.file-exists');
  });
  const first = await post('k1');
  const again = await post('k1');
  expect(first.status).toBe(409);
  expect(again.text).toBe(first.text);
  expect(runs).toBe(1);
});

test('a request refused at the door leaves its key free', async () => {
  const { post } = toy();
  expect((await post('k1', 'far too long for this field')).status).toBe(422);
  expect((await post('k1')).status).toBe(201);
});

test.each(['', ' ', 'a b', 'x'.repeat(201)])('the key %j is refused', async (key) => {
  const { post } = toy();
  const answer = await post(key);
  expect(answer.status).toBe(422);
  expect(answer.body.error.details[0].path).toBe('headers.idempotency-key');
});

test('an answer that could not be kept is given all the same, and told to the log', async () => {
  const { post, idempotency, logged } = toy();
  idempotency.finish = async () => {
    throw new Error('disk I/O error');
  };
  expect((await post('k1')).status).toBe(201);
  expect(logged.find(({ level }) => level === 'error')).toMatchObject({ err: { message: 'disk I/O error' } });
});

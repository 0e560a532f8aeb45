import { createJsonClient, type JsonWire } from './json-client.ts';
import { doJsonTask, type ToJson } from './json-work.ts';

function wire(): JsonWire & { sent: ToJson[] } {
  const sent: ToJson[] = [];
  return { sent, onmessage: null, onerror: null, postMessage: (message) => void sent.push(message) };
}
const write = { kind: 'write', value: { a: 'é' } } as const;
const json = (text: string) => ({ kind: 'read', json: new TextEncoder().encode(text) }) as const;

test('answers come to whoever asked, in whatever order', async () => {
  const worker = wire();
  const ask = createJsonClient(worker);
  const [first, second] = [ask(write), ask(json('1'))];
  expect(worker.sent.map(({ kind }) => kind)).toEqual(['write', 'read']);
  const answer = (index: number, done: unknown) =>
    worker.onmessage?.(
      new MessageEvent('message', { data: { ticket: worker.sent[index]?.ticket ?? 0, done } }),
    );
  answer(1, 'second');
  answer(0, 'first');
  expect([await first, await second]).toEqual(['first', 'second']);
});

test('what is no JSON fails', async () => {
  const worker = wire();
  const asked = createJsonClient(worker)(json('<html>'));
  const data = { ticket: worker.sent[0]?.ticket ?? 0, failed: 'SyntaxError: Unexpected token' };
  worker.onmessage?.(new MessageEvent('message', { data }));
  await expect(asked).rejects.toThrow('Unexpected token');
});

test('without a worker, or one that could not be loaded, it is done here', async () => {
  const alone = createJsonClient(null);
  expect(await alone(json('{"a": [1, null]}'))).toEqual({ a: [1, null] });
  const worker = wire();
  const ask = createJsonClient(worker);
  const [before] = [ask(json('"x"'))];
  worker.onerror?.(new ErrorEvent('error'));
  expect(await before).toBe('x');
  expect(await ask(json('2'))).toBe(2);
  expect(worker.sent).toHaveLength(1);
});

test('what is written is JSON as UTF-8', () => {
  const bytes = doJsonTask(write);
  expect(bytes).toEqual(new TextEncoder().encode('{"a":"é"}'));
});

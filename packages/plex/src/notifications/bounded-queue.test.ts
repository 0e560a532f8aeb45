import { boundedQueue } from './bounded-queue.ts';

async function readAll<T>(entries: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const entry of entries) all.push(entry);
  return all;
}

test('what was pushed before and after the reader came is read in order', async () => {
  const queue = boundedQueue<number>(10);
  queue.push(1);
  const reading = readAll(queue.read());
  queue.push(2);
  setImmediate(() => {
    queue.push(3);
    queue.end();
  });
  expect(await reading).toEqual([1, 2, 3]);
});

test('a reader who is too slow is told how much is gone, and gets the newest', async () => {
  const queue = boundedQueue<number>(3);
  for (let entry = 1; entry <= 5; entry += 1) queue.push(entry);
  queue.end();
  queue.push(6);
  expect(await readAll(queue.read())).toEqual([{ type: 'missed', count: 2 }, 3, 4, 5]);
});

test('an error comes after what was still waiting, and the first one counts', async () => {
  const queue = boundedQueue<number>(3);
  queue.push(1);
  queue.end(new Error('first'));
  queue.end(new Error('second'));
  const reader = queue.read();
  expect(await reader.next()).toEqual({ done: false, value: 1 });
  await expect(reader.next()).rejects.toThrow('first');
});

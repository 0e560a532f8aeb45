import { createRecent } from './recent.ts';

function counter() {
  let time = 0;
  let asked = 0;
  const recent = createRecent<number>({ now: () => time, ttlMs: 100, maxEntries: 3 });
  return {
    recent,
    pass: (ms: number) => {
      time += ms;
    },
    ask: (key: string) =>
      recent.get(key, async () => {
        asked += 1;
        return asked;
      }),
    asked: () => asked,
  };
}

test('many who ask at a time get one answer', async () => {
  const { ask, asked } = counter();
  expect(await Promise.all(Array.from({ length: 50 }, () => ask('a')))).toEqual(Array(50).fill(1));
  expect(asked()).toBe(1);
});

test('an answer is kept for its time and no longer', async () => {
  const { ask, pass } = counter();
  expect(await ask('a')).toBe(1);
  pass(99);
  expect(await ask('a')).toBe(1);
  pass(1);
  expect(await ask('a')).toBe(2);
});

test('a failure is told to all who wait and is not kept', async () => {
  const recent = createRecent<string>({ now: () => 0, ttlMs: 100 });
  const fail = () => Promise.reject(new Error('down'));
  const both = [recent.get('a', fail), recent.get('a', fail)];
  await expect(Promise.all(both)).rejects.toThrow('down');
  expect(await recent.get('a', async () => 'up')).toBe('up');
});

test('an answer forgotten while it was on its way is asked for again', async () => {
  const recent = createRecent<string>({ now: () => 0, ttlMs: 100 });
  let finish: (value: string) => void = () => undefined;
  const old = recent.get('demo/1', () => new Promise<string>((resolve) => (finish = resolve)));
  recent.forget('demo/');
  const fresh = recent.get('demo/1', async () => 'new');
  finish('old');
  expect(await old).toBe('old');
  expect(await fresh).toBe('new');
  expect(await recent.get('demo/1', async () => 'third')).toBe('new');
});

test('only the newest answers are kept', async () => {
  const { ask, asked } = counter();
  for (const key of ['a', 'b', 'c', 'd']) await ask(key);
  await ask('d');
  expect(asked()).toBe(4);
  await ask('a');
  expect(asked()).toBe(5);
});

test('an answer put in by hand is given out like any other', async () => {
  const { recent, ask, asked } = counter();
  recent.put('a', 42);
  expect(await ask('a')).toBe(42);
  expect(asked()).toBe(0);
});

import { createTurns } from './turns.ts';

function piece() {
  let finish: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  return { done, finish, fail };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('no more than so many work at a time, and the rest follow in order', async () => {
  const inTurn = createTurns(2);
  const pieces = Array.from({ length: 5 }, piece);
  const begun: number[] = [];
  const all = pieces.map(({ done }, place) =>
    inTurn(async () => {
      begun.push(place);
      await done;
      return place;
    }),
  );
  await settle();
  expect(begun).toEqual([0, 1]);
  pieces[1]?.finish();
  await settle();
  expect(begun).toEqual([0, 1, 2]);
  for (const { finish } of pieces) finish();
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4]);
});

test('a piece that fails makes room too', async () => {
  const inTurn = createTurns(1);
  await expect(inTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await inTurn(async () => 'next')).toBe('next');
});

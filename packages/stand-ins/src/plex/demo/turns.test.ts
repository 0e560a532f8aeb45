import { inTurns } from './turns.ts';

test('no more run at once than there are places, and a failure gives its place back', async () => {
  const inTurn = inTurns(2);
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const work = (fails: boolean) =>
    inTurn(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => ends.push(resolve));
      running -= 1;
      if (fails) throw new Error('spilt ink');
    });
  const results = Promise.allSettled([work(true), work(false), work(false), work(true), work(false)]);
  for (let done = 0; done < 5; done += 1) {
    while (ends.length === 0) await Promise.resolve();
    ends.shift()?.();
  }
  expect((await results).map(({ status }) => status).filter((status) => status === 'fulfilled')).toHaveLength(
    3,
  );
  expect(most).toBe(2);
});

import { createBatch } from './batch.ts';

function batchOf(largest?: number) {
  const sent: string[][] = [];
  const ask = createBatch(async (keys) => {
    sent.push(keys);
    return new Map(keys.filter((key) => key !== 'gone').map((key) => [key, `answer ${key}`]));
  }, largest);
  return { ask, sent };
}

test('questions of one moment become one', async () => {
  const { ask, sent } = batchOf();
  expect(await Promise.all([ask('1'), ask('2'), ask('1')])).toEqual(['answer 1', 'answer 2', 'answer 1']);
  expect(sent).toEqual([['1', '2']]);
});

test('a later question starts a new batch', async () => {
  const { ask, sent } = batchOf();
  await ask('1');
  await ask('1');
  expect(sent).toEqual([['1'], ['1']]);
});

test('a full batch is followed by the next', async () => {
  const { ask, sent } = batchOf(2);
  await Promise.all(['1', '2', '3', '4', '5'].map(ask));
  expect(sent).toEqual([['1', '2'], ['3', '4'], ['5']]);
});

test('what is not found is undefined, for its asker alone', async () => {
  const { ask } = batchOf();
  expect(await Promise.all([ask('gone'), ask('1')])).toEqual([undefined, 'answer 1']);
});

test('a failure reaches everybody in the batch and not the next', async () => {
  let broken = true;
  const ask = createBatch(async (keys) => {
    if (broken) throw new Error('down');
    return new Map(keys.map((key) => [key, key]));
  });
  const results = await Promise.allSettled([ask('1'), ask('2')]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  broken = false;
  expect(await ask('1')).toBe('1');
});

import { createDraftKeeper } from './draft-keeper.ts';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function keeper(answer: () => Promise<boolean> = () => Promise.resolve(true)) {
  const keep = jest.fn(answer);
  const drop = jest.fn(() => Promise.resolve());
  const onState = jest.fn();
  return { keep, drop, onState, ...createDraftKeeper({ keep, drop, onState }) };
}
const pass = () => jest.advanceTimersByTimeAsync(5_000);

test('the last of several changes is kept', async () => {
  const { keep, changed, onState } = keeper();
  changed('a', 'x', '"1"');
  changed('a', 'xy', '"1"');
  await pass();
  expect(keep.mock.calls).toEqual([['a', 'xy', '"1"']]);
  expect(onState).toHaveBeenLastCalledWith('a', 'kept');
});

test('a draft that is saved is forgotten; without one nothing is asked', async () => {
  const { drop, changed, settled, onState } = keeper();
  settled('b');
  changed('a', 'x', '"1"');
  await pass();
  settled('a');
  await pass();
  expect(drop.mock.calls).toEqual([['a']]);
  expect(onState).toHaveBeenLastCalledWith('a', null);
});

test('a draft that is on its way when the file is saved is forgotten after it came', async () => {
  let arrive: (done: boolean) => void = () => {};
  const { drop, changed, settled, onState } = keeper(() => new Promise((resolve) => (arrive = resolve)));
  changed('a', 'x', '"1"');
  await pass();
  settled('a');
  await pass();
  expect(drop).not.toHaveBeenCalled();
  arrive(true);
  await pass();
  expect(drop).toHaveBeenCalledTimes(1);
  expect(onState).toHaveBeenLastCalledWith('a', null);
});

test('typing on makes an answer old, and a refusal is told', async () => {
  const { touched, changed, onState } = keeper(() => Promise.resolve(false));
  changed('a', 'x', '"1"');
  touched('a');
  await pass();
  expect(onState).toHaveBeenLastCalledWith('a', 'waiting');
  changed('a', 'xy', '"1"');
  await pass();
  expect(onState).toHaveBeenLastCalledWith('a', 'failed');
});

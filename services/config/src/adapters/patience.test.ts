import { createPatience } from './patience.ts';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('each file has its time, also when it is turned to again', () => {
  const ended: (string | null)[] = [];
  const patience = createPatience(100, (file) => ended.push(file));
  jest.advanceTimersByTime(500);
  patience.turnTo('a');
  jest.advanceTimersByTime(60);
  patience.turnTo('b');
  jest.advanceTimersByTime(90);
  patience.turnTo('a');
  jest.advanceTimersByTime(39);
  expect(ended).toEqual([]);
  jest.advanceTimersByTime(1);
  expect(ended).toEqual(['a']);
});

test('nobody waits for what has ended', () => {
  const ended: (string | null)[] = [];
  const patience = createPatience(100, (file) => ended.push(file));
  patience.turnTo(null);
  patience.end();
  jest.advanceTimersByTime(1_000);
  expect(ended).toEqual([]);
});

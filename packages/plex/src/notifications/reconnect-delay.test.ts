import { reconnectDelay } from './reconnect-delay.ts';

const backoff = { firstDelayMs: 500, maxDelayMs: 60_000 };

test('the longest wait doubles until its limit', () => {
  const longest = [0, 1, 2, 6, 7, 2000].map((failures) => reconnectDelay(failures, backoff, () => 1));
  expect(longest).toEqual([500, 1000, 2000, 32_000, 60_000, 60_000]);
});

test('the wait is any part of the longest one', () => {
  expect(reconnectDelay(1, backoff, () => 0)).toBe(0);
  expect(reconnectDelay(1, backoff, () => 0.25)).toBe(250);
});

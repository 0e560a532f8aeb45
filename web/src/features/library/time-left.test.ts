import { timeLeft } from './time-left.ts';

const createdAt = '2026-11-21T05:00:00.000Z';
const after = (seconds: number) => Date.parse(createdAt) + seconds * 1000;

test('the pace so far tells how long the rest takes', () => {
  expect(timeLeft({ done: 20, total: 60, createdAt }, after(10))).toBe(20_000);
});

test('too little done tells nothing yet', () => {
  expect(timeLeft({ done: 0, total: 60, createdAt }, after(10))).toBeNull();
  expect(timeLeft({ done: 2, total: 100, createdAt }, after(10))).toBeNull();
});

test('a clock that is behind never gives a time below nothing', () => {
  expect(timeLeft({ done: 30, total: 60, createdAt }, after(-5))).toBe(0);
});

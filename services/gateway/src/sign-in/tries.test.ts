import { createFailures } from './failures.ts';
import { createTries } from './tries.ts';

const refused = expect.objectContaining({ code: 'auth.too-many-tries', status: 429 });
let time = 0;
beforeEach(() => {
  time = 1_000_000;
});
const tries = () => createTries(() => time);

test('five failures at one name shut out that address there, and nobody else', () => {
  const { check, failed } = tries();
  for (let n = 0; n < 5; n += 1) {
    check('1.1.1.1', 'ada');
    failed('1.1.1.1', 'ada');
  }
  expect(() => check('1.1.1.1', 'ada')).toThrow(refused);
  expect(() => check('1.1.1.1', 'grace')).not.toThrow();
  expect(() => check('2.2.2.2', 'ada')).not.toThrow();
  time += 300_001;
  expect(() => check('1.1.1.1', 'ada')).not.toThrow();
});

test('of a hundred tries from one address at many names at least eighty are refused; another address comes in', () => {
  const { check, failed } = tries();
  let stopped = 0;
  for (let n = 0; n < 100; n += 1) {
    try {
      check('1.1.1.1', `name ${n}`);
      failed('1.1.1.1', `name ${n}`);
    } catch {
      stopped += 1;
    }
  }
  expect(stopped).toBe(80);
  expect(() => check('2.2.2.2', 'name 1')).not.toThrow();
});

test('an account that everybody tries at is slowed down, not locked', () => {
  const { check, failed, delayMs } = tries();
  for (let n = 0; n < 40; n += 1) failed(`10.0.0.${n}`, 'ada');
  expect(() => check('192.0.2.1', 'ada')).not.toThrow();
  expect(delayMs('ada')).toBeGreaterThan(0);
  expect(delayMs('grace')).toBe(0);
});

test('the right password clears the count of that name from that address', () => {
  const { check, failed, succeeded } = tries();
  for (let n = 0; n < 4; n += 1) failed('1.1.1.1', 'ada');
  succeeded('1.1.1.1', 'ada');
  for (let n = 0; n < 4; n += 1) failed('1.1.1.1', 'ada');
  expect(() => check('1.1.1.1', 'ada')).not.toThrow();
});

test('fifty thousand made-up names take no more room than ten thousand', () => {
  const failures = createFailures({ limit: 5, windowMs: 60_000, now: () => time });
  for (let n = 0; n < 50_000; n += 1) failures.note(`made up ${n}`);
  expect(failures.size).toBe(10_000);
});

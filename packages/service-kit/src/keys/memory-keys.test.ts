import fc from 'fast-check';
import { BoundedMap } from './bounded-map.ts';
import { memoryKeys } from './memory-keys.ts';
import { judge } from './rate-window.ts';
import { WindowBook } from './window-book.ts';

const long = 60_000;

test('strangers’ keys cannot grow the memory: old values, not new ones, are given up', async () => {
  const map = new BoundedMap<number>(100, () => 0);
  for (let n = 0; n < 10_000; n += 1) map.set(`k${n}`, n, long);
  expect(map.size).toBe(100);
  expect(map.get('k9999')).toBe(9_999);
  expect(map.get('k0')).toBeUndefined();
});

test('expired entries make room before live ones do', () => {
  let time = 0;
  const map = new BoundedMap<string>(2, () => time);
  map.set('lives', 'a', 1_000);
  map.set('ends', 'b', 10);
  time = 20;
  map.set('new', 'c', 1_000);
  expect(map.get('lives')).toBe('a');
  expect(map.size).toBe(2);
});

test('a full table of locks refuses further ones and takes none from its holder', async () => {
  const keys = memoryKeys(() => 0, 2);
  const first = await keys.lock('a', long);
  await keys.lock('b', long);
  expect(await keys.lock('c', long)).toBeUndefined();
  expect(await first?.renew(long)).toBe(true);
  await first?.release();
  expect(await keys.lock('c', long)).toBeDefined();
});

test('a flood of made-up keys makes limits stricter and never unlimited, in bounded memory', async () => {
  const book = new WindowBook(50, () => 1);
  for (let n = 0; n < 5_000; n += 1) book.add(`k${n}`, [{ at: 1, name: String(n) }], long, true);
  expect(book.size).toBeLessThanOrEqual(50 + 1_024);

  const keys = memoryKeys(() => 1, 50);
  for (let n = 0; n < 50; n += 1) await keys.hit(`stranger${n}`, 5, long);
  const verdicts = await Promise.all(Array.from({ length: 50 }, () => keys.hit('ada', 5, long)));
  expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(5);
});

test('in no window of its length are more uses let through than the limit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 50 }),
      fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 }),
      (limit, windowMs, gaps) => {
        const uses: number[] = [];
        let now = 0;
        for (const gap of gaps) {
          now += gap;
          const verdict = judge(uses, limit, windowMs, now);
          if (verdict.allowed) uses.push(now);
          else expect(judge(uses, limit, windowMs, now + verdict.retryAfterMs).allowed).toBe(true);
        }
        for (const start of uses) {
          expect(uses.filter((at) => at >= start && at < start + windowMs).length).toBeLessThanOrEqual(limit);
        }
      },
    ),
  );
});

test('fences grow over a restart', async () => {
  const before = await memoryKeys(() => 1_000).lock('a', long);
  const after = await memoryKeys(() => 1_001).lock('a', long);
  expect(after?.fence).toBeGreaterThan(before?.fence ?? Number.NaN);
});

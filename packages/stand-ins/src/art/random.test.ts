import { contrast, mix, readable } from './colour.ts';
import { createRng } from './random.ts';

const draw = (seed: string): number[] => {
  const rng = createRng(seed);
  return Array.from({ length: 5 }, () => rng.next());
};

test('a seed fixes the stream, and streams that fork do not disturb their parent', () => {
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
  const [plain, forked] = [createRng('a'), createRng('a')];
  forked.fork('side').next();
  expect(forked.next()).toBe(plain.next());
});

test('numbers fill their range evenly enough', () => {
  const rng = createRng('even');
  const drawn = Array.from({ length: 4000 }, () => rng.int(1, 4));
  for (const face of [1, 2, 3, 4])
    expect(drawn.filter((value) => value === face).length).toBeGreaterThan(850);
});

test('to pick from nothing is an error', () => {
  expect(() => createRng('x').pick([])).toThrow(RangeError);
});

test('mixing keeps the ends, and a readable ink is found even when none was offered', () => {
  expect(mix('#102030', '#f0e0d0', 0)).toBe('#102030');
  expect(mix('#102030', '#f0e0d0', 1)).toBe('#f0e0d0');
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(readable('#808080', ['#8a8a8a'])).toBe('#000000');
});

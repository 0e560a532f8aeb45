import fc from 'fast-check';
import { applyChange, changeBetween, inverse } from './text-change.ts';

// Few letters, so that texts share beginnings and ends as edited files do.
const text = fc.array(fc.constantFrom('a', 'b', '\n'), { maxLength: 24 }).map((letters) => letters.join(''));

test('a change leads from one text to the other and back', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = changeBetween(before, after);
      expect(applyChange(before, change)).toBe(after);
      expect(applyChange(after, inverse(change))).toBe(before);
    }),
  );
});

test('a change holds only what differs', () => {
  const long = 'font_size: 60\n'.repeat(1000);
  expect(changeBetween(long, long.replace('60', '64'))).toEqual({ at: 12, removed: '0', inserted: '4' });
});

import fc from 'fast-check';
import { diffLines } from './line-diff.ts';

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 20 }).map((lines) => lines.join('\n'));

test('taking the removed lines away and putting the added ones in makes the new text', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const old = before.split('\n');
      const now = after.split('\n');
      const lines = diffLines(before, after);
      for (const line of lines) {
        if (line.kind === 'removed' || line.kind === 'same') expect(old[line.before - 1]).toBe(line.text);
        if (line.kind === 'added' || line.kind === 'same') expect(now[line.after - 1]).toBe(line.text);
      }
      const removed = lines.filter(({ kind }) => kind === 'removed').length;
      const added = lines.filter(({ kind }) => kind === 'added').length;
      expect(old.length - removed + added).toBe(now.length);
      const gone = new Set(lines.flatMap((line) => (line.kind === 'removed' ? [line.before] : [])));
      const come = new Set(lines.flatMap((line) => (line.kind === 'added' ? [line.after] : [])));
      expect(old.filter((_, place) => !gone.has(place + 1))).toEqual(
        now.filter((_, place) => !come.has(place + 1)),
      );
    }),
  );
});

test('one changed line is one taken away and one put in, with three lines around and the rest folded', () => {
  const before = Array.from({ length: 20 }, (_, line) => `line ${line + 1}`).join('\n');
  const lines = diffLines(before, before.replace('line 10', 'other'));
  expect(lines.map(({ kind }) => kind).join(' ')).toBe(
    'folded same same same removed added same same same folded',
  );
  expect(lines[0]).toEqual({ kind: 'folded', lines: 6 });
  expect(lines.at(-1)).toEqual({ kind: 'folded', lines: 7 });
});

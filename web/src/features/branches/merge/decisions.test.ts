import type { BranchMergeFile } from '@marquee/contracts';
import {
  contentOf,
  type Decision,
  type DecisionChange,
  decide,
  leftOf,
  type PlannedText,
} from './decisions.ts';

const ID = 'configyml0000000000000';
const conflict = (line: number, mine: string, base: string, theirs: string) => ({
  ...{ line, lines: mine.split('\n').length - 1, mine, base, theirs },
});
const plan: PlannedText = {
  path: 'config.yml',
  base: 'a: 0\nb: 0\nc: 0\n',
  folder: 'a: 1\nb: 0\nc: 1\n',
  branch: 'a: 2\nb: 0\nc: 2\nd: 2\n',
  merged: 'a: 2\nb: 0\nc: 2\nd: 2\n',
  conflicts: [conflict(1, 'a: 2\n', 'a: 0\n', 'a: 1\n'), conflict(3, 'c: 2\nd: 2\n', 'c: 0\n', 'c: 1\n')],
};
const file: BranchMergeFile = {
  ...{ fileId: ID, path: 'config.yml', change: 'changed', state: 'conflict', conflicts: 2, why: null },
};
type Step = DecisionChange extends infer C
  ? C extends { fileId: string }
    ? Omit<C, 'fileId'>
    : never
  : never;
const after = (...steps: Step[]): Decision => {
  const all = steps.reduce(
    (now, step) => decide(now, { ...step, fileId: ID } as DecisionChange),
    new Map<string, Decision>() as ReadonlyMap<string, Decision>,
  );
  const decision = all.get(ID);
  if (!decision) throw new Error('nothing was decided');
  return decision;
};
const read = (other: Partial<PlannedText> = {}): Step => ({ kind: 'read', plan: { ...plan, ...other } });
const take = (place: number, taken: 'folder' | 'branch' | 'both'): Step => ({ kind: 'taken', place, taken });

test('each place takes the lines of one, of the other or of both, whatever the order', () => {
  expect(leftOf(file, undefined)).toBe(2);
  const both = after(read(), take(1, 'both'));
  expect(contentOf(both)).toBe('a: 2\nb: 0\nc: 1\nc: 2\nd: 2\n');
  expect(leftOf(file, both)).toBe(1);
  const all = after(read(), take(1, 'both'), take(0, 'folder'), take(1, 'folder'));
  expect(contentOf(all)).toBe('a: 1\nb: 0\nc: 1\n');
  expect(leftOf(file, all)).toBe(0);
});

test('what is written beside the places moves them, and decides nothing', () => {
  const text = '# why\na: 2\nb: 0\nc: 2\nd: 2\n';
  const one = after(read(), { kind: 'written', text });
  expect(leftOf(file, one)).toBe(2);
  expect(contentOf(after(read(), { kind: 'written', text }, take(1, 'folder')))).toBe(
    '# why\na: 2\nb: 0\nc: 1\n',
  );
});

test('what is written within a place decides it, and can still be taken back', () => {
  const text = 'a: 2\nb: 0\nc: 25\nd: 2\n';
  const hand = after(read(), { kind: 'written', text });
  expect(leftOf(file, hand)).toBe(1);
  expect(contentOf(after(read(), { kind: 'written', text }, take(1, 'folder'), take(0, 'folder')))).toBe(
    'a: 1\nb: 0\nc: 1\n',
  );
});

test('a text without an end of its last line does not run into the next one', () => {
  const open = {
    ...{ base: 'a: 0', folder: 'a: 1', branch: 'a: 2\nb: 2\n', merged: 'a: 2\nb: 2\n' },
    conflicts: [conflict(1, 'a: 2\n', 'a: 0', 'a: 1')],
  };
  expect(contentOf(after(read(open), take(0, 'both')))).toBe('a: 1\na: 2\nb: 2\n');
  expect(contentOf(after(read(open), take(0, 'folder')))).toBe('a: 1\nb: 2\n');
});

test('a new plan keeps what was decided where nothing has changed', () => {
  const decided = [read(), take(0, 'folder'), take(1, 'branch')] as const;
  expect(contentOf(after(...decided, read()))).toBe('a: 1\nb: 0\nc: 2\nd: 2\n');
  expect(leftOf(file, after(...decided, read()))).toBe(0);
  const again = after(
    ...decided,
    read({
      folder: 'a: 1\nb: 0\nc: 9\n',
      conflicts: [conflict(1, 'a: 2\n', 'a: 0\n', 'a: 1\n'), conflict(3, 'c: 2\nd: 2\n', 'c: 0\n', 'c: 9\n')],
    }),
  );
  expect(contentOf(again)).toBe('a: 1\nb: 0\nc: 2\nd: 2\n');
  expect(leftOf(file, again)).toBe(1);
});

test('what one has removed and the other changed is kept or removed', () => {
  const gone = { branch: null, merged: null, conflicts: [] };
  const one = { ...file, conflicts: 0, why: 'The branch has removed it' };
  expect(leftOf(one, after(read(gone)))).toBe(1);
  expect(contentOf(after(read(gone), { kind: 'kept', keep: true }))).toBe(plan.folder);
  const removed = after(read(gone), { kind: 'kept', keep: true }, { kind: 'kept', keep: false });
  expect(contentOf(removed)).toBeNull();
  expect(leftOf(one, removed)).toBe(0);
});

test('what cannot be brought together by lines is one text or the other', () => {
  const whole = { base: null, merged: plan.branch, conflicts: [] };
  const one = { ...file, conflicts: 0, why: 'Both have added it' };
  expect(leftOf(one, after(read(whole)))).toBe(1);
  expect(contentOf(after(read(whole), take(0, 'folder')))).toBe(plan.folder);
  expect(contentOf(after(read(whole), take(0, 'both')))).toBe(plan.branch);
  expect(leftOf(one, after(read(whole), take(0, 'both')))).toBe(1);
  const longer: Step = { kind: 'written', text: `${plan.branch}e: 3\n` };
  expect(leftOf(one, after(read(whole), longer))).toBe(0);
  expect(contentOf(after(read(whole), longer, take(0, 'folder')))).toBe(plan.folder);
});

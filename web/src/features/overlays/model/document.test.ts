import fc from 'fast-check';
import { type DocumentAction, openDocument, reduceDocument } from './document.ts';

const text = fc.array(fc.constantFrom('a', 'b', '\n'), { maxLength: 12 }).map((letters) => letters.join(''));
const key = fc.constantFrom('one', 'two', 'three');
const edit = fc.record({ kind: fc.constant('edited' as const), name: fc.string(), text });
const mergingEdit = fc.record({
  kind: fc.constant('edited' as const),
  name: fc.string(),
  text,
  merge: fc.constantFrom('typing', 'nudge'),
});
const other: fc.Arbitrary<DocumentAction> = fc.oneof(
  fc.constant<DocumentAction>({ kind: 'undone' }),
  fc.constant<DocumentAction>({ kind: 'redone' }),
  fc.constant<DocumentAction>({ kind: 'paused' }),
  fc.record({ kind: fc.constant('went' as const), steps: fc.nat(10) }),
  fc.record({
    kind: fc.constant('selected' as const),
    keys: fc.array(key),
    how: fc.constantFrom('replace' as const, 'toggle' as const),
  }),
  fc.record({ kind: fc.constant('hidden' as const), key, now: fc.boolean() }),
);
const actions = fc.array(fc.oneof(edit, mergingEdit, other), { maxLength: 40 });
const after = (start: string, done: readonly DocumentAction[]) =>
  done.reduce(reduceDocument, openDocument(start));

test('whatever was done, undoing all of it brings back what was opened, and redoing all of it what was made', () => {
  fc.assert(
    fc.property(text, actions, (start, done) => {
      const made = after(start, done);
      const allDone = reduceDocument(made, { kind: 'went', steps: made.past.length + made.future.length });
      const back = reduceDocument(allDone, { kind: 'went', steps: 0 });
      expect(back.text).toBe(start);
      expect(back.past).toEqual([]);
      const again = reduceDocument(back, { kind: 'went', steps: made.past.length });
      expect(again.text).toBe(made.text);
      expect(again.past.map(({ name }) => name)).toEqual(made.past.map(({ name }) => name));
    }),
  );
});

test('one undo takes back one step, with what was selected before it', () => {
  fc.assert(
    fc.property(text, actions, text, (start, done, next) => {
      const before = after(start, done);
      fc.pre(next !== before.text);
      const edited = reduceDocument(before, { kind: 'edited', name: 'step', text: next, select: ['one'] });
      expect(edited).toMatchObject({ text: next, selection: ['one'], future: [] });
      const undone = reduceDocument(edited, { kind: 'undone' });
      expect(undone).toMatchObject({ text: before.text, selection: before.selection });
      expect(undone.past).toHaveLength(before.past.length);
    }),
  );
});

test('steps that merge are one, until a pause; back at the start they are none', () => {
  const type = (words: string): DocumentAction => ({
    kind: 'edited',
    name: 'Type',
    text: words,
    merge: 'typing',
  });
  expect(after('', [type('a'), type('ab'), type('abc')]).past).toHaveLength(1);
  expect(after('', [type('a'), { kind: 'paused' }, type('ab')]).past).toHaveLength(2);
  expect(after('', [type('a'), { kind: 'undone' }, type('b')])).toMatchObject({ text: 'b', future: [] });
  expect(after('x', [type('xa'), type('x')]).past).toEqual([]);
});

test('an edit that changes nothing is no step and keeps what could be redone', () => {
  const document = after('a', [
    { kind: 'edited', name: 'step', text: 'b' },
    { kind: 'undone' },
    { kind: 'edited', name: 'nothing', text: 'a' },
  ]);
  expect(document.past).toEqual([]);
  expect(document.future).toHaveLength(1);
});

test('a renamed layer stays selected, hidden and locked, also when the renaming is undone', () => {
  const renamed = after('one', [
    { kind: 'selected', keys: ['one'], how: 'replace' },
    { kind: 'hidden', key: 'one', now: true },
    { kind: 'locked', key: 'one', now: true },
    { kind: 'edited', name: 'Rename', text: 'two', renamed: { from: 'one', to: 'two' } },
  ]);
  expect(renamed).toMatchObject({ selection: ['two'], hidden: ['two'], locked: ['two'] });
  const undone = reduceDocument(renamed, { kind: 'undone' });
  expect(undone).toMatchObject({ selection: ['one'], hidden: ['one'], locked: ['one'] });
});

test('toggling a selection adds what is not in it and takes away what is', () => {
  const document = after('', [
    { kind: 'selected', keys: ['one', 'two'], how: 'replace' },
    { kind: 'selected', keys: ['two', 'three'], how: 'toggle' },
  ]);
  expect(document.selection).toEqual(['one', 'three']);
});

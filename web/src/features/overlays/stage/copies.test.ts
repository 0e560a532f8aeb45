import { anOverlay } from '../../../testing/overlay-examples.ts';
import { copiesIn, withTheirCopies } from './copies.ts';

const set = { definitions: ['a', 'b', 'b 2', 'c'].map((name) => anOverlay(name)), queues: [] };

test('copies stand in front of what was copied, under names that are free', () => {
  const copies = copiesIn(set, ['b', 'a']);
  expect(copies.set.definitions.map(({ key, mapping }) => [key, mapping])).toEqual([
    ['a', 'a'],
    ['b', 'b'],
    ['a 2', 'a 2'],
    ['b 3', 'b 3'],
    ['b 2', 'b 2'],
    ['c', 'c'],
  ]);
  expect(copies.set.definitions[2]).toEqual({ ...anOverlay('a'), key: 'a 2', mapping: 'a 2' });
});

test('a copy is found on the items on which the copied one is', () => {
  expect(withTheirCopies(new Set(['a', 'c']), copiesIn(set, ['a', 'b']))).toEqual(new Set(['a', 'c', 'a 2']));
});

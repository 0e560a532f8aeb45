import { applyEdits } from './apply-edits.ts';
import type { Values } from './json.ts';
import { isSwitchedOff, switchEdit } from './switch.ts';

const switched = (values: Values, on: boolean) => applyEdits(values, [switchEdit(values, on)]);

test.each<[Values, Values]>([
  [{ limit: 3 }, { limit: 3, run_definition: false }],
  [{ run_definition: 'movie' }, { run_definition: ['movie', false] }],
  [{ Run_Definition: ['movie', 'show'] }, { Run_Definition: ['movie', 'show', false] }],
])('%j is switched off and on again', (on, off) => {
  expect(isSwitchedOff(on)).toBe(false);
  expect(switched(on, false)).toEqual(off);
  expect(isSwitchedOff(off)).toBe(true);
  expect(switched(off, true)).toEqual(on);
});

test('it is off however that is written', () => {
  for (const written of [false, 'False', 'movie, false', ['show', 'false']]) {
    expect(isSwitchedOff({ run_definition: written })).toBe(true);
  }
  expect(switched({ run_definition: 'movie, false' }, true)).toEqual({ run_definition: 'movie' });
});

import type { OverlaySet } from '@marquee/contracts';
import { aDefinition } from '../testing/examples.ts';
import { placeEdits } from './place-edits.ts';

const set: OverlaySet = {
  definitions: [aDefinition('one'), aDefinition('two', { key: 'n:two' })],
  queues: [],
};

test('each attribute that a drag changed is one edit of its definition, under Kometa’s name', () => {
  expect(placeEdits(set, [{ key: 'n:two', horizontal_align: 'right', vertical_offset: '10%' }])).toEqual([
    { kind: 'set', mapping: 'two', attribute: 'horizontal_align', value: 'right' },
    { kind: 'set', mapping: 'two', attribute: 'vertical_offset', value: '10%' },
  ]);
});

test('what is no longer there is not changed', () => {
  expect(placeEdits(set, [{ key: 'gone', back_width: 3 }])).toEqual([]);
});

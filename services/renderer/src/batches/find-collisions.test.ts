import type { Box, ItemAccount, OverlayAccount } from '@marquee/contracts';
import { findCollisions } from './find-collisions.ts';

const overlay = (key: string, box: Box | null, fate: 'drawn' | 'not-matched' = 'drawn'): OverlayAccount => ({
  ...{ key, box, content: box, reason: '', text: null, back: null, addon: null, assumed: false, sampled: [] },
  outcome: fate === 'drawn' ? { fate, slot: null } : { fate },
});
const account = (...overlays: OverlayAccount[]): ItemAccount => ({
  ...{
    canvas: { width: 1000, height: 1500 },
    outcome: 'drawn',
    failure: null,
    applied: [],
    approximate: false,
  },
  overlays,
});
const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });

test('overlays that lie on each other are told with what they share; those that touch are not', () => {
  const found = findCollisions(
    account(
      overlay('a', box(10, 10, 100, 100)),
      overlay('b', box(60, 80, 100, 100)),
      overlay('c', box(160, 80, 10, 10)),
    ),
  );
  expect(found).toEqual([{ kind: 'overlap', first: 'a', second: 'b', box: box(60, 80, 50, 30) }]);
});

test.each([
  ['left', box(-1, 0, 10, 10)],
  ['above', box(0, -1, 10, 10)],
  ['right', box(991, 0, 10, 10)],
  ['below', box(0, 1491, 10, 10)],
])('what reaches beyond the canvas %s is told', (_, place) => {
  expect(findCollisions(account(overlay('a', place)))).toEqual([
    { kind: 'outside', first: 'a', second: null, box: place },
  ]);
});

test('at the edge, all over the poster, not drawn, or without a place: nothing to tell', () => {
  const whole = box(0, 0, 1000, 1500);
  const found = findCollisions(
    account(
      overlay('frame', whole),
      overlay('edge', box(990, 1490, 10, 10)),
      overlay('absent', box(985, 1485, 10, 10), 'not-matched'),
      overlay('blur', null),
    ),
  );
  expect(found).toEqual([]);
});

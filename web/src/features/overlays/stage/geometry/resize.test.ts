import type { OverlayDefinition } from '@marquee/contracts';
import fc from 'fast-check';
import { withChange } from '../../../../engine/placing.ts';
import { accountOf, anOverlay } from '../../../../testing/overlay-examples.ts';
import { type Piece, piecesOf } from './piece.ts';
import { handlesOf, pulled } from './resize.ts';

const pieceOf = (definition: OverlayDefinition, locked: string[] = []): Piece => {
  const set = { definitions: [definition], queues: [] };
  const [piece] = piecesOf(set, accountOf(set.definitions), new Set(locked));
  if (!piece) throw new Error('The overlay is not drawn');
  return piece;
};
const kinds = (definition: OverlayDefinition) =>
  handlesOf(pieceOf(definition)).map(({ kind, edge }) => `${kind} ${edge}`);
const black = { backColor: [0, 0, 0, 255] as [number, number, number, number] };
const picture = { kind: 'image', name: 'badge', image: { from: 'default', value: 'badge' } } as const;

test('handles stand only where Kometa has an attribute', () => {
  expect(kinds(anOverlay('text'))).toEqual(['font corner']);
  expect(kinds(anOverlay('box', black))).toEqual(['back right', 'back bottom', 'font corner']);
  expect(kinds(anOverlay('picture', picture))).toEqual(['scale corner']);
  expect(kinds(anOverlay('backdrop', { ...black, kind: 'backdrop', name: 'backdrop' }))).toEqual([
    'back right',
    'back bottom',
  ]);
  expect(
    handlesOf(pieceOf(anOverlay('whole', { ...picture, horizontalOffset: null, verticalOffset: null }))),
  ).toEqual([]);
  expect(handlesOf(pieceOf(anOverlay('locked', black), ['locked']))).toEqual([]);
});

test('the handle of small content in a large box stands at the corner of the box, not in its middle', () => {
  const piece = pieceOf(anOverlay('box', { ...black, backWidth: 400, backHeight: 200 }));
  const { x, y, width, height } = piece.grip;
  const corner = handlesOf(piece).find(({ kind }) => kind === 'font');
  expect(corner?.at).toEqual({ x: x + width, y: y + height });
});

test('the edge that is pulled is the one that moves, and follows the hand', () => {
  const sides = [
    ['left', 'right', 0],
    ['right', 'left', 0],
    ['center', 'right', 1],
  ] as const;
  for (const [align, edge, slack] of sides)
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 200 }), fc.nat(20), (by, backPadding) => {
        const definition = anOverlay('box', {
          ...black,
          backPadding,
          horizontalAlign: align,
          backWidth: 120,
        });
        const piece = pieceOf(definition);
        const handle = handlesOf(piece).find((one) => one.edge === edge);
        if (!handle) throw new Error(`No handle ${edge}`);
        const pull = edge === 'left' ? -by : by;
        const after = pieceOf(withChange(definition, pulled(piece, handle, { x: pull, y: 0 }))).grip;
        const edgeOf = ({ x, width }: typeof after) => (edge === 'left' ? x : x + width);
        expect(Math.abs(edgeOf(after) - edgeOf(piece.grip) - pull)).toBeLessThanOrEqual(slack);
      }),
    );
});

test('a box that fits its content begins to grow from there', () => {
  const definition = anOverlay('four', { ...black, backPadding: 10 });
  const piece = pieceOf(definition);
  const right = handlesOf(piece).find(({ edge }) => edge === 'right');
  if (!right) throw new Error('No handle');
  expect(pulled(piece, right, { x: 15, y: 99 })).toEqual({ key: 'four', back_width: 80 + 15 });
});

test('text takes another size and never none; pictures keep their ratio and their unit', () => {
  const text = pieceOf(anOverlay('four'));
  const [corner] = handlesOf(text);
  if (!corner) throw new Error('No handle');
  expect(pulled(text, corner, { x: 80, y: 40 })).toEqual({ key: 'four', font_size: 72 });
  expect(pulled(text, corner, { x: -500, y: -500 })).toEqual({ key: 'four', font_size: 1 });

  const plain = pieceOf(anOverlay('p', picture));
  const [grip] = handlesOf(plain);
  if (!grip) throw new Error('No handle');
  expect(pulled(plain, grip, { x: 100, y: 60 })).toEqual({ key: 'p', scale_width: 200 });
  const half = pieceOf(anOverlay('p', { ...picture, scaleHeight: { value: 50, percent: true } }));
  expect(pulled(half, grip, { x: half.grip.width, y: half.grip.height })).toEqual({
    key: 'p',
    scale_height: '100%',
  });
});

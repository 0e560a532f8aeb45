import fc from 'fast-check';
import { layersOf } from '../model/layers.ts';
import { anEntry } from '../testing/examples.ts';
import { gutterOf, lanesOf, type RelationLine, type RowPlace, relationLines } from './relation-lines.ts';
import { type Relation, relationsOf } from './relations.ts';

const suppresses = (from: string, ...to: string[]): Relation => ({
  kind: 'suppresses',
  id: `suppresses ${from}`,
  from,
  to,
});
const group = (...members: string[]): Relation => ({ kind: 'group', id: `group ${members[0]}`, members });
const order = ['a', 'b', 'c', 'd', 'e'];
const rowsOf = (heights: readonly number[]): Map<string, RowPlace> => {
  let top = 0;
  return new Map(
    heights.map((height, index) => {
      const row = { top, height };
      top += height;
      return [String.fromCharCode(97 + index), row];
    }),
  );
};
const drawn = (relations: readonly Relation[], rows = rowsOf([44, 44, 44, 44, 44])) =>
  relationLines(relations, lanesOf(relations, order), rows);

test('relations are told of the layers that are there, each group once', () => {
  const entries = [
    anEntry('a', { suppress: ['b', 'c', 'a', 'gone'] }),
    anEntry('b', { group: 'g', weight: 1 }),
    anEntry('c', { group: 'g', weight: 2 }),
    anEntry('d', { group: 'alone', weight: 1, suppress: ['a'] }),
  ];
  expect(relationsOf(layersOf(entries, null))).toEqual([
    suppresses('d', 'a'),
    suppresses('a', 'b', 'c'),
    { kind: 'group', id: 'group g', members: ['c', 'b'] },
  ]);
});

test('an arrow points from what suppresses to each that is suppressed, over one way', () => {
  const [first, second, ...more] = drawn([suppresses('c', 'a', 'e')]);
  expect(more).toEqual([]);
  expect(first).toMatchObject({ between: ['c', 'a'], dot: { y: 107 }, arrow: { y: 19 } });
  expect(second).toMatchObject({ between: ['c', 'e'], dot: { y: 107 }, arrow: { y: 195 } });
  expect(verticals(first)[0]?.x).toBe(verticals(second)[0]?.x);
});

test('a group has a bracket with an end at each member, and no arrow', () => {
  const [line] = drawn([group('a', 'c', 'd')]);
  expect(line).toMatchObject({ between: ['a', 'c', 'd'], arrow: null, dot: null });
  expect(horizontals(line).map(({ y }) => y)).toEqual([19, 151, 107]);
});

test('without relations there is no gutter; with many it grows no wider than the names can spare', () => {
  expect(gutterOf(lanesOf([], order))).toBe(0);
  const one = gutterOf(lanesOf([suppresses('a', 'b')], order));
  const two = gutterOf(lanesOf([suppresses('a', 'b'), suppresses('b', 'a')], order));
  const many = order.flatMap((from) => [suppresses(from, 'a', 'e'), group(from, 'a', 'e')]);
  expect(two).toBeGreaterThan(one);
  expect(gutterOf(lanesOf(many, order))).toBeLessThanOrEqual(52);
});

test('ways that do not meet share a lane, the shortest nearest to the rows', () => {
  const relations = [suppresses('a', 'e'), suppresses('b', 'c'), suppresses('d', 'e')];
  const { of, count } = lanesOf(relations, order);
  expect(count).toBe(2);
  expect([...of]).toEqual([
    ['suppresses b', 0],
    ['suppresses d', 0],
    ['suppresses a', 1],
  ]);
});

test('lines move with their rows', () => {
  const [line] = drawn([suppresses('a', 'b')], rowsOf([90, 44]));
  expect(line?.arrow?.y).toBe(109);
});

const mapping = fc.constantFrom(...order);
const anyRelation = fc.oneof(
  fc
    .tuple(mapping, fc.uniqueArray(mapping, { minLength: 1, maxLength: 4 }))
    .filter(([from, to]) => !to.includes(from))
    .map(([from, to]) => suppresses(from, ...to)),
  fc.uniqueArray(mapping, { minLength: 2, maxLength: 5 }).map((members) => group(...members)),
);

test('no two relations lie on each other, and none leaves its rows', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyRelation, { selector: ({ id }) => id, minLength: 1, maxLength: 9 }),
      fc.array(fc.integer({ min: 44, max: 140 }), { minLength: 5, maxLength: 5 }),
      (relations, heights) => {
        const rows = rowsOf(heights);
        const lines = drawn(relations, rows);
        const owner = (line: RelationLine) => line.id.split(' > ')[0];
        for (const line of lines) {
          for (const { y } of horizontals(line)) {
            const inRow = line.between.some((name) => {
              const { top, height } = rows.get(name) ?? { top: 0, height: 0 };
              return y > top && y < top + height;
            });
            expect(inRow).toBe(true);
          }
          for (const other of lines) {
            if (owner(line) === owner(other)) continue;
            for (const one of verticals(line)) {
              for (const two of verticals(other)) {
                expect(one.x === two.x && one.from < two.to && two.from < one.to).toBe(false);
              }
            }
            const ys = new Set(horizontals(other).map(({ y }) => y));
            expect(horizontals(line).filter(({ y }) => ys.has(y))).toEqual([]);
          }
        }
      },
    ),
  );
});

interface Pen {
  x: number;
  y: number;
}

/** Walks along a path and tells of each straight part. */
function parts(line: RelationLine | undefined, tell: (command: string, from: Pen, to: Pen) => void): void {
  let pen: Pen = { x: 0, y: 0 };
  for (const [, command = '', words = ''] of (line?.path ?? '').matchAll(/([MHVQ])([^MHVQ]*)/g)) {
    const numbers = words.trim().split(' ').map(Number);
    const [first = 0, second = 0, third = 0, fourth = 0] = numbers;
    const to = {
      M: { x: first, y: second },
      H: { x: first, y: pen.y },
      V: { x: pen.x, y: first },
      Q: { x: third, y: fourth },
    }[command as 'M'];
    tell(command, pen, to);
    pen = to;
  }
}

function verticals(line: RelationLine | undefined) {
  const found: { x: number; from: number; to: number }[] = [];
  parts(line, (command, from, to) => {
    if (command === 'V') found.push({ x: to.x, from: Math.min(from.y, to.y), to: Math.max(from.y, to.y) });
  });
  return found;
}

function horizontals(line: RelationLine | undefined) {
  const found: { y: number }[] = [];
  parts(line, (command, _from, to) => {
    if (command === 'H') found.push({ y: to.y });
  });
  return found.filter(({ y }, index) => found.findIndex((other) => other.y === y) === index);
}

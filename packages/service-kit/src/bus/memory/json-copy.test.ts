import fc from 'fast-check';
import { jsonCopy } from './json-copy.ts';

const overWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('a copy is what would arrive as JSON', () => {
  const anything = fc.anything({
    withDate: true,
    withNullPrototype: true,
    withSparseArray: true,
    withBoxedValues: true,
    withMap: true,
    withSet: true,
  });
  fc.assert(
    fc.property(anything, (value) => {
      const payload = { value };
      expect(jsonCopy(payload)).toStrictEqual(overWire(payload));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['a key that would change the prototype', JSON.parse('{"__proto__":{"admin":true},"a":1}')],
  ['an object that says how it is written', { at: { toJSON: () => 'now' } }],
  ['functions and holes in lists', { list: [() => 1, undefined], f: () => 1 }],
  ['negative zero and numbers JSON does not have', { a: -0, b: Number.NaN, c: Number.POSITIVE_INFINITY }],
])('%s arrives as over a wire', (_, value) => {
  expect(jsonCopy(value)).toStrictEqual(overWire(value));
});

test('a copy shares nothing with the original', () => {
  const original = { list: [{ n: 1 }] };
  const copy = jsonCopy(original);
  original.list.push({ n: 2 });
  expect(copy).toEqual({ list: [{ n: 1 }] });
});

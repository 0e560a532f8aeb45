import fc from 'fast-check';
import { queryString } from '../connection/address.ts';
import { allOf, anyOf, encodeFilter, type Filter, filterOperators, where } from './filter.ts';
import { decodeFilter } from './filter-decode.ts';

const wire = (filter: Filter) => queryString(encodeFilter(filter));

test.each([
  ['=', 'year=1999'],
  ['!=', 'year!=1999'],
  ['==', 'year%3D=1999'],
  ['!==', 'year!%3D=1999'],
  ['<=', 'year%3C=1999'],
  ['>=', 'year%3E=1999'],
  ['>>=', 'year%3E%3E=1999'],
  ['<<=', 'year%3C%3C=1999'],
] as const)('%s is written as Plex reads it', (operator, expected) => {
  expect(wire(where('year', operator, 1999))).toBe(expected);
});

test('several values of one condition stand in one list', () => {
  expect(wire(where('genre', '=', 1003, 1007))).toBe('genre=1003%2C1007');
  expect(wire(where('unwatched', '=', true))).toBe('unwatched=1');
});

test('the outermost "all" needs no group, inner groups are pushed and popped', () => {
  const filter = allOf(
    where('track.userRating', '>>=', 7),
    anyOf(where('genre', '=', 1), allOf(where('genre', '=', 2), where('year', '<<=', 1990))),
  );
  expect(wire(filter)).toBe(
    'track.userRating%3E%3E=7&push=1&genre=1&or=1&push=1&genre=2&and=1&year%3C%3C=1990&pop=1&pop=1',
  );
  expect(wire(anyOf(where('genre', '=', 1003), where('genre', '=', 1007)))).toBe(
    'push=1&genre=1003&or=1&genre=1007&pop=1',
  );
});

const condition = fc.record({
  field: fc
    .stringMatching(/^[a-z]{1,8}(\.[a-zA-Z]{1,8})?$/)
    .filter((name) => !['push', 'pop', 'and', 'or'].includes(name)),
  operator: fc.constantFrom(...filterOperators),
  values: fc
    .array(
      fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => !text.includes(',')),
      { minLength: 1, maxLength: 3 },
    )
    .map((values): [string, ...string[]] => [values[0] ?? '', ...values.slice(1)]),
});
const { filter: anyFilter } = fc.letrec<{ filter: Filter; group: Filter }>((tie) => {
  const members = fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).chain((list) => {
    const [first, ...others] = list;
    return first === undefined
      ? fc.tuple(condition)
      : fc.constant<readonly [Filter, ...Filter[]]>([first, ...others]);
  });
  return {
    group: fc.oneof(
      members.map((all) => ({ all })),
      members.map((any) => ({ any })),
    ),
    filter: fc.oneof({ depthSize: 'small', withCrossShrink: true }, condition, tie('group')),
  };
});

/** A group of one says the same as its member. */
function plain(filter: Filter): Filter {
  if (!('all' in filter || 'any' in filter)) return filter;
  const [first, ...others] = ('all' in filter ? filter.all : filter.any).map(plain);
  if (first === undefined) throw new Error('groups are never empty');
  if (others.length === 0) return first;
  return 'all' in filter ? { all: [first, ...others] } : { any: [first, ...others] };
}

test('every filter survives the way to the wire and back', () => {
  fc.assert(
    fc.property(anyFilter, (filter) => {
      const read = [...new URLSearchParams(queryString(encodeFilter(filter))).entries()];
      expect(decodeFilter(read)).toEqual(plain(filter));
    }),
  );
});

test.each([
  ['nothing', []],
  [
    'a group that never ends',
    [
      ['push', 1],
      ['genre', 1],
    ],
  ],
  [
    'an end without a group',
    [
      ['genre', 1],
      ['pop', 1],
    ],
  ],
  [
    'an empty group',
    [
      ['push', 1],
      ['pop', 1],
    ],
  ],
  [
    '"and" beside "or"',
    [
      ['a', 1],
      ['and', 1],
      ['b', 1],
      ['or', 1],
      ['c', 1],
    ],
  ],
] as const)('%s is not guessed at', (_, pairs) => {
  expect(decodeFilter(pairs)).toBeNull();
});

test('what arrives in any order never makes the reader fail', () => {
  const word = fc.constantFrom('push', 'pop', 'and', 'or', 'year>>', 'genre', '');
  fc.assert(
    fc.property(fc.array(fc.tuple(word, fc.string({ maxLength: 4 })), { maxLength: 12 }), (pairs) => {
      decodeFilter(pairs);
    }),
  );
});

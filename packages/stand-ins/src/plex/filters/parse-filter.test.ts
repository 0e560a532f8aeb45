import { parseQuery } from '../wire/query.ts';
import { type Filter, parseFilter } from './parse-filter.ts';

const show = (filter: Filter): string =>
  filter.kind === 'test'
    ? `${filter.field}${filter.operator}${filter.value}`
    : `(${filter.of.map(show).join(filter.kind === 'all' ? ' & ' : ' | ')})`;

const read = (raw: string) => show(parseFilter(parseQuery(raw).list));

test('conditions side by side must all hold', () => {
  expect(read('genre=1&year>>=2000')).toBe('(genre=1 & year>>=2000)');
});

test('or=1 separates alternatives, inside a group only', () => {
  expect(read('push=1&genre=1&or=1&genre=2&pop=1&year=3')).toBe('(((genre=1) | (genre=2)) & year=3)');
});

test('groups nest', () => {
  expect(read('push=1&push=1&a=1&and=1&b=2&pop=1&or=1&c=3&pop=1')).toBe('((((a=1 & b=2)) | (c=3)))');
});

test('what shapes the answer is no condition', () => {
  expect(
    read('type=1&sort=year&limit=3&includeGuids=1&X-Plex-Token=t&excludeFields=summary&checkFiles=1'),
  ).toBe('()');
});

test('groups left open are closed and stray ends ignored', () => {
  expect(read('pop=1&push=1&genre=1')).toBe('((genre=1))');
});

import { filterNames, SEARCH_ATTRIBUTES, searchNames } from '@marquee/kometa';
import { filterSubjects, freeKey, readCondition, searchSubjects } from './condition-model.ts';
import { askable, groupName } from './search-block.ts';

const keysOf = (subjects: ReturnType<typeof searchSubjects>) =>
  subjects.flatMap(({ name, forms }) => forms.map(({ modifier }) => `${name}${modifier}`));

test('every condition of a search that the model knows can be made', () => {
  expect(new Set(keysOf(searchSubjects(null)))).toEqual(new Set(searchNames()));
});

test('every filter that Kometa takes can be made', () => {
  const refused = /^(?:versions|stinger_rating)(?:\.|$)|^year\.count_/;
  expect(new Set(keysOf(filterSubjects(null)))).toEqual(
    new Set(filterNames().filter((name) => !refused.test(name))),
  );
});

test('only what the library’s kind has is offered', () => {
  const names = searchSubjects('show').map(({ name }) => name);
  expect(names).toContain('network');
  expect(names).not.toContain('director');
  expect(names.length).toBeLessThan(Object.keys(SEARCH_ATTRIBUTES).length);
  expect(filterSubjects('movie').map(({ name }) => name)).not.toContain('seasons');
});

test('old names and modifiers are read as what they became', () => {
  const subjects = searchSubjects('movie');
  expect(readCondition('Year.greater', subjects)).toMatchObject({
    name: 'year',
    modifier: '.gt',
    form: { word: 'gt', value: 'text' },
  });
  expect(readCondition('nonsense', subjects).subject).toBeUndefined();
});

test('a second condition on the same thing takes another modifier', () => {
  const genre = searchSubjects('movie').find(({ name }) => name === 'genre');
  if (!genre) throw new Error('There is no genre');
  expect(freeKey(genre, [])).toBe('genre');
  expect(freeKey(genre, ['Genre'])).toBe('genre.not');
  expect(freeKey(genre, ['genre', 'genre.not', 'genre.regex'])).toBeNull();
});

test('what is still to be typed is not asked for', () => {
  expect(askable({ all: { genre: '', 'year.gte': 1990 }, any: { title: [] }, limit: 3 })).toEqual({
    all: { 'year.gte': 1990 },
    limit: 3,
  });
  expect(askable({ all: { genre: null }, limit: 3 })).toBeNull();
  expect(askable({ all: [{ genre: 'War' }, { title: '' }] })).toEqual({ all: [{ genre: 'War' }] });
});

test('a further group has a name of its own', () => {
  expect(groupName({})).toBe('all');
  expect(groupName({ all: {} })).toBe('any');
  expect(groupName({ all: {}, any: {}, any2: {} })).toBe('any3');
});

import { parseQuery } from './query.ts';

const read = (raw: string) =>
  parseQuery(raw).list.map(({ name, operator, value }) => [name, operator, value]);

test.each([
  ['year=2000', 'year', '=', '2000'],
  ['year%3E=2000', 'year', '>=', '2000'],
  ['year>>=2000', 'year', '>>=', '2000'],
  ['year%3E%3E=2000', 'year', '>>=', '2000'],
  ['year<<=2000', 'year', '<<=', '2000'],
  ['genre!=5', 'genre', '!=', '5'],
  ['genre%21=5', 'genre', '!=', '5'],
  ['title==Alpha', 'title', '==', 'Alpha'],
  ['title%3D=Alpha', 'title', '==', 'Alpha'],
  ['title!==Alpha', 'title', '!==', 'Alpha'],
  ['title%21%3D=Alpha', 'title', '!==', 'Alpha'],
  ['label=Smart+Label%20Set', 'label', '=', 'Smart Label Set'],
  ['label%5B0%5D.tag.tag=A', 'label[0].tag.tag', '=', 'A'],
  ['label[].tag.tag-=A', 'label[].tag.tag-', '=', 'A'],
  ['title=%3E3%3D', 'title', '=', '>3='],
  ['flag', 'flag', '=', ''],
  ['bad=%E0%A4%A', 'bad', '=', '%E0%A4%A'],
])('%s is read as %s %s %s', (raw, name, operator, value) => {
  expect(read(raw)).toEqual([[name, operator, value]]);
});

test('order and repetition are kept, empty pairs are not', () => {
  expect(read('a=1&&a=2&b=3&')).toEqual([
    ['a', '=', '1'],
    ['a', '=', '2'],
    ['b', '=', '3'],
  ]);
});

test('a plain value is not confused with a comparison of the same name', () => {
  const query = parseQuery('viewedAt>=5&viewedAt=7');
  expect(query.get('viewedAt')).toBe('7');
  expect(query.has('viewedAt')).toBe(true);
});

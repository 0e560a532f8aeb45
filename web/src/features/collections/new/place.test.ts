import type { DefinitionFile } from '@marquee/contracts';
import { aLibrary } from '../../../testing/examples.ts';
import { placeTrouble, usualPlace } from './place.ts';

const file = (path: string, libraries: string[], editable = true): DefinitionFile => ({
  fileId: path.padEnd(22, '0'),
  path,
  libraries,
  editable,
});
const films = aLibrary();
const shows = aLibrary({ id: 'demo.2', title: 'TV Shows', kind: 'show' });

test('a collection goes into a file of a library of its kind', () => {
  const files = [file('a.yml', ['Films'], false), file('b.yml', ['Films']), file('c.yml', ['TV Shows'])];
  expect(usualPlace(files, [films, shows], 'show')).toEqual({ kind: 'file', fileId: files[2]?.fileId });
  expect(usualPlace(files, [films, shows], null)).toEqual({ kind: 'file', fileId: files[1]?.fileId });
});

test('where there is none, into a new one that the library then lists', () => {
  expect(usualPlace([file('collections/tv-shows.yml', [])], [films, shows], 'show')).toEqual({
    kind: 'new',
    path: 'collections/tv-shows-2.yml',
    library: 'TV Shows',
  });
});

test.each([
  ['collections/a.yml', null],
  ['collections/a.txt', 'pathTrouble'],
  ['../a.yml', 'pathTrouble'],
  ['there.yml', 'pathTaken'],
])('%s: %s', (path, trouble) => {
  expect(placeTrouble({ kind: 'new', path, library: '' }, [file('there.yml', [])])).toBe(trouble);
});

import type { ConfigFile } from '@marquee/contracts';
import { matching, moveBy, openAtFirst, rowsOf, treeOf } from './tree-model.ts';

const file = (path: string, kind: ConfigFile['kind'] = 'yaml'): ConfigFile => ({
  id: path
    .padEnd(22, '_')
    .slice(0, 22)
    .replaceAll(/[^\w-]/g, '_'),
  path,
  kind,
  editable: kind === 'yaml',
  sizeBytes: 10,
  modifiedAt: '2026-11-21T05:00:00.000Z',
});
const files = [
  file('config.yml'),
  file('overlays/part10.yml'),
  file('overlays/part2.yml'),
  file('assets/a/poster.png', 'image'),
  file('.env', 'env'),
];
const tree = treeOf(files);
const paths = (open: (path: string) => boolean) => rowsOf(tree, open).map(({ node }) => node.path);

test('folders come first, and numbers in names count', () => {
  expect(paths(() => true)).toEqual([
    'assets',
    'assets/a',
    'assets/a/poster.png',
    'overlays',
    'overlays/part2.yml',
    'overlays/part10.yml',
    '.env',
    'config.yml',
  ]);
});

test('folders with text are open at first, those with pictures and those with very much are not', () => {
  expect([...openAtFirst(tree)]).toEqual(['overlays']);
  const many = treeOf(Array.from({ length: 60 }, (_, at) => file(`lists/${at}.yml`)));
  expect([...openAtFirst(many)]).toEqual([]);
});

test('a row tells its level and its place among its siblings', () => {
  const row = rowsOf(tree, () => true).find(({ node }) => node.path === 'overlays/part10.yml');
  expect(row).toMatchObject({ level: 2, place: 2, siblings: 2, parent: 'overlays' });
});

test('every word of a search must be in the path', () => {
  expect(matching(files, 'OVER 10').map(({ path }) => path)).toEqual(['overlays/part10.yml']);
  expect(matching(files, 'nothing')).toEqual([]);
});

test('arrows walk, open and close; Enter opens files', () => {
  const rows = rowsOf(tree, (path) => path === 'overlays');
  expect(moveBy('ArrowDown', rows, 'overlays')).toEqual({ do: 'focus', path: 'overlays/part2.yml' });
  expect(moveBy('ArrowRight', rows, 'assets')).toEqual({ do: 'toggle', path: 'assets' });
  expect(moveBy('ArrowRight', rows, 'overlays')).toEqual({ do: 'focus', path: 'overlays/part2.yml' });
  expect(moveBy('ArrowLeft', rows, 'overlays/part2.yml')).toEqual({ do: 'focus', path: 'overlays' });
  expect(moveBy('ArrowLeft', rows, 'overlays')).toEqual({ do: 'toggle', path: 'overlays' });
  expect(moveBy('End', rows, 'assets')).toEqual({ do: 'focus', path: 'config.yml' });
  expect(moveBy('Enter', rows, 'config.yml')).toEqual({ do: 'open', path: 'config.yml' });
  expect(moveBy('ArrowUp', rows, 'assets')).toBeNull();
});

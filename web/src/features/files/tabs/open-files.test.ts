import { noFiles, type OpenFiles, openFiles, tabNames } from './open-files.ts';

const open = (state: OpenFiles, ...ids: string[]) =>
  ids.reduce((now, id) => openFiles(now, { kind: 'opened', id, path: `${id}.yml` }), state);
const ids = ({ tabs }: OpenFiles) => tabs.map(({ id }) => id);

test('a file opens beside the one that is looked at, and only once', () => {
  const three = open(noFiles, 'a', 'b', 'c');
  const back = open(three, 'a');
  expect(back.active).toBe('a');
  expect(ids(open(back, 'd'))).toEqual(['a', 'd', 'b', 'c']);
  expect(open(back, 'a')).toBe(back);
});

test('closing shows the neighbour; closing another changes nothing that is seen', () => {
  const three = open(noFiles, 'a', 'b', 'c');
  expect(openFiles(three, { kind: 'closed', id: 'c' }).active).toBe('b');
  expect(openFiles(three, { kind: 'closed', id: 'a' }).active).toBe('c');
  expect(openFiles(open(noFiles, 'a'), { kind: 'closed', id: 'a' })).toEqual(noFiles);
});

test('an unsaved file is marked until it is saved', () => {
  const marked = openFiles(open(noFiles, 'a'), { kind: 'marked', id: 'a', unsaved: true });
  expect(marked.tabs).toEqual([{ id: 'a', path: 'a.yml', unsaved: true }]);
  expect(openFiles(marked, { kind: 'marked', id: 'a', unsaved: true })).toBe(marked);
});

test('namesakes are told apart by their folders', () => {
  const tabs = ['films/list.yml', 'shows/list.yml', 'config.yml'].map((path) => ({
    id: path,
    path,
    unsaved: false,
  }));
  expect([...tabNames(tabs).values()]).toEqual(['films/list.yml', 'shows/list.yml', 'config.yml']);
});

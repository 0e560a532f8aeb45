import { openPlex } from '../testing/open-plex.ts';

const films = '/library/sections/1/all?type=1';

test('a list nobody pages is whole and tells its size alone', async () => {
  const { size, totalSize, offset } = await openPlex().json(films);
  expect({ size, totalSize, offset }).toEqual({ size: 4, totalSize: undefined, offset: undefined });
});

test('a page is asked for in headers', async () => {
  const page = await openPlex().json(films, {
    headers: { 'x-plex-container-start': '1', 'x-plex-container-size': '2' },
  });
  expect([page.size, page.totalSize, page.offset]).toEqual([2, 4, 1]);
  expect(page.Metadata?.map(({ title }) => title)).toEqual(['Brass & Bone', 'Cinder']);
});

test('or in the query, which goes before the headers', async () => {
  const page = await openPlex().json(`${films}&X-Plex-Container-Start=3&X-Plex-Container-Size=5`, {
    headers: { 'x-plex-container-start': '0' },
  });
  expect([page.size, page.totalSize, page.offset]).toEqual([1, 4, 3]);
});

test('a page of nothing counts', async () => {
  const page = await openPlex().json(`${films}&X-Plex-Container-Size=0`);
  expect([page.size, page.totalSize, page.Metadata]).toEqual([0, 4, undefined]);
});

test.each(['-5', 'many', '1e9', ''])('a start of "%s" is not a reason to fail', async (start) => {
  const page = await openPlex().json(`${films}&X-Plex-Container-Start=${start}&X-Plex-Container-Size=1`);
  expect(page.totalSize).toBe(4);
});

test('a start behind the end is an empty page', async () => {
  const page = await openPlex().json(`${films}&X-Plex-Container-Start=99&X-Plex-Container-Size=10`);
  expect([page.size, page.totalSize, page.offset]).toEqual([0, 4, 99]);
});

test('history, playlists, choices and children are paged the same way', async () => {
  const plex = openPlex();
  const page = 'X-Plex-Container-Start=0&X-Plex-Container-Size=1';
  expect((await plex.json(`/status/sessions/history/all?${page}`)).totalSize).toBe(3);
  expect((await plex.json(`/playlists?${page}`)).totalSize).toBe(0);
  expect((await plex.json(`/library/sections/1/genre?${page}`)).totalSize).toBe(3);
  expect((await plex.json(`/library/metadata/201/allLeaves?${page}`)).totalSize).toBe(3);
});

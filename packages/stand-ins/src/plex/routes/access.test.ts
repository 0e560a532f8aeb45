import { openPlex } from '../testing/open-plex.ts';

const sam = { token: 'sam-token' };

test.each(['', 'wrong', 'owner-token '])('the token "%s" opens nothing', async (token) => {
  const answer = await openPlex().ask('/library/sections', { token });
  expect([answer.status, answer.contentType]).toEqual([401, 'text/html']);
  expect(answer.text).toContain('<h1>401 Unauthorized</h1>');
});

test('a token may stand in the query', async () => {
  expect((await openPlex().ask('/library/sections?X-Plex-Token=owner-token', { token: '' })).status).toBe(
    200,
  );
});

test('identity needs none', async () => {
  const answer = await openPlex().ask('/identity', { token: '' });
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('machineIdentifier="feedface');
});

test('a shared user sees the shared library and nothing of the others', async () => {
  const plex = openPlex();
  expect((await plex.json('/library/sections', sam)).Directory?.map(({ title }) => title)).toEqual([
    'Movies',
  ]);
  for (const url of [
    '/library/sections/2/all',
    '/library/metadata/201',
    '/library/metadata/201/children',
    '/library/metadata/201/thumb/1',
    '/hubs/sections/3',
  ])
    expect([url, (await plex.ask(url, sam)).status]).toEqual([url, 404]);
  expect(
    (await plex.json('/library/all?title=a', sam)).Metadata?.map(({ librarySectionID }) => librarySectionID),
  ).toEqual([1, 1]);
  expect((await plex.json('/status/sessions/history/all', sam)).size).toBe(1);
});

test.each([
  ['PUT', '/library/sections/1/all?id=101&title.value=X'],
  ['PUT', '/library/metadata/101?title.value=X'],
  ['DELETE', '/library/metadata/101'],
  ['POST', '/library/metadata/101/posters'],
  ['POST', '/library/collections?title=X&sectionId=1&type=1'],
  ['PUT', '/:/prefs?FriendlyName=X'],
  ['GET', '/accounts'],
  ['GET', '/status/sessions'],
])('a shared user may not %s %s', async (method, url) => {
  const plex = openPlex();
  expect((await plex.ask(url, { ...sam, method })).status).toBe(403);
  expect(plex.world.item(101)?.title).toBe('The Amber Road');
});

test.each([
  '/nothing',
  '/library/metadata/999',
  '/library/metadata/x',
  '/library/sections/9/all',
  '/library/sections/1/nothing',
  '/playlists/5',
  '/library/collections/5',
  '/library/metadata/101/posters/1',
])('%s is not there', async (url) => {
  expect((await openPlex().ask(url)).status).toBe(404);
});

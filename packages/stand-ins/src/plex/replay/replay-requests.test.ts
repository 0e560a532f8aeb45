import { compareStates } from './compare-states.ts';
import { replayRequests } from './replay-requests.ts';
import { parseTrace, type RecordedRequest, RecordedState } from './trace.ts';

const recorded = (n: number, method: string, pathAndQuery: string, status = 200): RecordedRequest => {
  const [path = '', query = ''] = pathAndQuery.split('?');
  return { n, method, path, query, status, body_len: 0 };
};

const before = RecordedState.parse({
  items: {
    1001: { section: 1, type: 'movie', title: 'Alpha', genres: ['Drama'] },
    1002: { section: 1, type: 'movie', title: 'Beta' },
  },
});

const tagged =
  '/library/sections/1/all?type=1&id=1001,1002&collection%5B0%5D.tag.tag=Both&collection.locked=0';

test('a trace is read line by line', () => {
  const text =
    '{"n":1,"method":"GET","path":"/","query":"","status":200}\n\n{"n":2,"method":"GET","path":"/library","query":"","status":404}\n';
  expect(parseTrace(text).map(({ path, status }) => [path, status])).toEqual([
    ['/', 200],
    ['/library', 404],
  ]);
});

test('a recorded status that differs is a disagreement', async () => {
  const outcome = await replayRequests([recorded(1, 'GET', '/library/metadata/1001', 404)], before);
  expect(outcome).toMatchObject({
    requests: 1,
    agreed: 0,
    disagreements: [{ n: 1, answered: expect.stringMatching(/^200/) }],
  });
});

test('a recorded content type that differs is a disagreement', async () => {
  const wrong = { ...recorded(1, 'GET', '/'), resp_type: 'application/json' };
  expect((await replayRequests([wrong], before)).agreed).toBe(0);
});

test('a collection made by a tag gets the number the recording goes on with', async () => {
  const outcome = await replayRequests(
    [recorded(1, 'PUT', tagged), recorded(2, 'GET', '/library/collections/90007/children')],
    before,
  );
  expect(
    outcome.state.collections.map(({ ratingKey, title, members }) => [ratingKey, title, members]),
  ).toEqual([[90007, 'Both', [1001, 1002]]]);
  expect(outcome.outsideChanges).toEqual([]);
});

test('a refusal in the middle is played by the fault switch and changes nothing', async () => {
  const outcome = await replayRequests([recorded(1, 'PUT', tagged, 503)], before);
  expect(outcome).toMatchObject({ agreed: 1, byFault: 1 });
  expect(outcome.state.collections).toEqual([]);
});

test('a recording that is refused from the start is replayed with a wrong token', async () => {
  const outcome = await replayRequests([recorded(1, 'GET', '/', 401)], before);
  expect(outcome).toMatchObject({ agreed: 1, byFault: 0 });
});

test('without a state the requests alone tell what was there', async () => {
  const outcome = await replayRequests([
    recorded(1, 'GET', '/library/sections/2/all?type=4'),
    recorded(2, 'GET', '/library/metadata/5011'),
    recorded(3, 'GET', '/library/metadata/5000/allLeaves'),
    recorded(4, 'GET', '/library/metadata/5011/thumb/1700000001'),
  ]);
  expect(outcome).toMatchObject({ agreed: 4, outsideChanges: [] });
  expect(outcome.state.items.map(({ ratingKey, kind, sectionId }) => [ratingKey, kind, sectionId])).toEqual([
    [5011, 'episode', 2],
    [5000, 'show', 2],
  ]);
});

test('what somebody must have done by hand is supplied, and said', async () => {
  const outcome = await replayRequests(
    [
      recorded(1, 'GET', '/library/metadata/1001/file?url=upload%3A%2F%2Fposters%2F9'),
      recorded(
        2,
        'POST',
        '/playlists?type=video&title=P&smart=0&uri=server%3A%2F%2Fm%2Fcom.plexapp.plugins.library%2Flibrary%2Fmetadata%2F1001%2C1002',
      ),
      recorded(3, 'DELETE', '/playlists/90001/items/777'),
    ],
    before,
  );
  expect(outcome.agreed).toBe(3);
  expect(outcome.outsideChanges).toEqual([
    'request 1: upload://posters/9 was offered for movie 1001',
    'request 3: entry 777 was item 1001 of playlist 90001',
  ]);
});

test('the comparison of states sees one changed label, one lost lock and one missing collection', async () => {
  const { state } = await replayRequests([recorded(1, 'GET', '/')], before);
  const after = RecordedState.parse({
    items: {
      1001: {
        section: 1,
        type: 'movie',
        title: 'Alpha',
        genres: ['Drama'],
        labels: ['Overlay'],
        locks: ['label'],
      },
      1002: { section: 1, type: 'movie', title: 'Beta' },
    },
    collections: { 90001: { section: 1, title: 'Both', items: [1001] } },
  });
  expect(compareStates(state, before).differences).toEqual([]);
  expect(compareStates(state, after).differences).toEqual([
    'item 1001 locks: [] instead of ["label"]',
    'item 1001 labels: [] instead of ["Overlay"]',
    'collection 90001: is missing',
  ]);
});

import { libraryRoutes, systemRoutes } from '@marquee/contracts';
import { createStore } from '../app/store.ts';
import { FakeMarquee } from '../testing/fake-marquee.ts';
import { callRoute } from './call-route.ts';
import { librariesApi } from './libraries.ts';
import { systemApi } from './system.ts';

const { library, item, items, preparePosters } = librariesApi.endpoints;
const { health } = systemApi.endpoints;

test('path parameters go into the path, encoded, and never into the query', () => {
  const { url, params } = callRoute(libraryRoutes.prepareJob).query({ libraryId: 'a/b', jobId: 'x y' });
  expect(url).toBe('/libraries/a%2Fb/prepare-posters/x%20y');
  expect(params).toBeUndefined();
});

test('query fields go into the query, and those left out stay out', async () => {
  const marquee = new FakeMarquee().answer(libraryRoutes.items);
  await createStore().dispatch(items.initiate({ libraryId: 'demo.1', sort: '-added', search: 'a & b' }));
  const [call] = marquee.callsOf(libraryRoutes.items);
  expect(Object.fromEntries(call?.query ?? [])).toEqual({ sort: '-added', search: 'a & b', limit: '120' });
});

test('a route without parameters is called with nothing', async () => {
  new FakeMarquee().answer(systemRoutes.health);
  const { data } = await createStore().dispatch(health.initiate());
  expect(data).toEqual(systemRoutes.health.examples?.reply);
});

test('the envelope is taken off: callers see the data of the contract', async () => {
  new FakeMarquee().answer(libraryRoutes.get);
  const { data } = await createStore().dispatch(library.initiate({ libraryId: 'demo.1' }));
  expect(data?.title).toBe('Films');
});

test('a write that takes an Idempotency-Key carries one, a new one for each wish', async () => {
  const marquee = new FakeMarquee().answer(libraryRoutes.prepare);
  const store = createStore();
  await store.dispatch(preparePosters.initiate({ libraryId: 'demo.1', body: { width: 240 } }));
  await store.dispatch(preparePosters.initiate({ libraryId: 'demo.1', body: { width: 240 } }));
  const calls = marquee.callsOf(libraryRoutes.prepare);
  const keys = calls.map(({ headers }) => headers.get('Idempotency-Key'));
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys[1]).not.toBe(keys[0]);
  expect(calls[0]?.body).toEqual({ width: 240 });
});

test('a failure keeps its code, its details and its request id', async () => {
  new FakeMarquee().fail(libraryRoutes.item, 'item.not-found', 'req-77');
  const { error } = await createStore().dispatch(item.initiate({ itemId: 'demo.9' }));
  expect(error).toMatchObject({ code: 'item.not-found', status: 404, requestId: 'req-77' });
  expect(error).toHaveProperty('details.0.fix');
});

test('nobody answering is told apart from an answer that says no', async () => {
  const marquee = new FakeMarquee().answer(systemRoutes.health);
  marquee.leave();
  const { error } = await createStore().dispatch(health.initiate());
  expect(error).toMatchObject({ code: 'call.unanswered', status: 0 });
});

test.each([502, 503, 504])(
  'a %d without our envelope comes from a proxy: Marquee is gone',
  async (status) => {
    window.fetch = async () => new Response('<html>Bad gateway</html>', { status });
    const { error } = await createStore().dispatch(health.initiate());
    expect(error).toMatchObject({ code: 'call.unanswered', status });
  },
);

test('an answer that is not JSON is unreadable, not a crash', async () => {
  window.fetch = async () => new Response('<html>hello</html>', { status: 200 });
  const { error } = await createStore().dispatch(health.initiate());
  expect(error).toMatchObject({ code: 'call.unreadable', status: 200 });
});

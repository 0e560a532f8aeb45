import {
  collectionRoutes,
  configChanged,
  libraryChanged,
  libraryRoutes,
  serversChanged,
} from '@marquee/contracts';
import { waitFor } from '@testing-library/react';
import { collectionsApi } from '../api/collections.ts';
import { librariesApi } from '../api/libraries.ts';
import { createStore } from '../app/store.ts';
import { anItem, films, pageOfFilms } from '../testing/examples.ts';
import { FakeMarquee } from '../testing/fake-marquee.ts';
import { applyEvent } from './apply-event.ts';

const filter = { libraryId: 'demo.1', sort: 'title' as const };

async function watchingFilms() {
  const marquee = new FakeMarquee().answerBy(libraryRoutes.items, ({ query }) =>
    pageOfFilms(films(300), query),
  );
  const store = createStore();
  const list = store.dispatch(librariesApi.endpoints.items.initiate(filter));
  await list;
  const first = () =>
    librariesApi.endpoints.items.select(filter)(store.getState()).data?.pages[0]?.entries[0];
  const changed = (itemId: string | null) =>
    applyEvent(
      {
        id: '1',
        topic: libraryChanged.name,
        at: '2026-11-21T05:00:00.000Z',
        data: { serverId: 'demo', libraryId: 'demo.1', itemId },
      },
      store.dispatch,
    );
  return { marquee, store, list, first, changed };
}

test('a changed item is asked for alone and takes its place in the lists that show it', async () => {
  const { marquee, list, first, changed } = await watchingFilms();
  marquee.answer(libraryRoutes.item, anItem({ title: 'Film 1, restored', posterVersion: '2' }));
  changed('demo.1001');
  await waitFor(() => expect(first()).toMatchObject({ title: 'Film 1, restored', posterVersion: '2' }));
  expect(first()).not.toHaveProperty('summary');
  expect(marquee.callsOf(libraryRoutes.items)).toHaveLength(1);
  list.unsubscribe();
});

test('an item that is gone has its lists asked anew', async () => {
  const { marquee, list, changed } = await watchingFilms();
  marquee.fail(libraryRoutes.item, 'item.not-found');
  changed('demo.1001');
  await waitFor(() => expect(marquee.callsOf(libraryRoutes.items)).toHaveLength(2));
  list.unsubscribe();
});

test('a change of the whole library has its lists asked anew', async () => {
  const { marquee, list, changed } = await watchingFilms();
  changed(null);
  await waitFor(() => expect(marquee.callsOf(libraryRoutes.items)).toHaveLength(2));
  expect(marquee.callsOf(libraryRoutes.item)).toHaveLength(0);
  list.unsubscribe();
});

test('when other servers are in use their lists are asked anew', async () => {
  const { marquee, store, list } = await watchingFilms();
  applyEvent(
    { id: '1', topic: serversChanged.name, at: '2026-11-21T05:00:00.000Z', data: { count: 1 } },
    store.dispatch,
  );
  await waitFor(() => expect(marquee.callsOf(libraryRoutes.items)).toHaveLength(2));
  list.unsubscribe();
});

test('a version of the config folder, whoever made it, has the collections asked anew', async () => {
  const marquee = new FakeMarquee().answer(collectionRoutes.list);
  const store = createStore();
  const list = store.dispatch(collectionsApi.endpoints.collections.initiate());
  await list;
  applyEvent(
    {
      id: '1',
      topic: configChanged.name,
      at: '2026-11-21T05:00:00.000Z',
      data: { versionId: 'a'.repeat(40), by: 'outside', origin: 'outside', files: [], more: 0 },
    },
    store.dispatch,
  );
  await waitFor(() => expect(marquee.callsOf(collectionRoutes.list)).toHaveLength(2));
  list.unsubscribe();
});

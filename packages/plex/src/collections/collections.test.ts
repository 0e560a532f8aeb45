import { where } from '../items/filter.ts';
import { type Received, sendJson, sendXml, withPlex } from '../testing/plex-server.ts';

const identity = { machineIdentifier: 'mid', version: '1' };
const collection =
  '<MediaContainer size="1" librarySectionID="1"><Directory ratingKey="90" key="/library/collections/90/children" type="collection" subtype="movie" title="Set" childCount="3" smart="1" collectionMode="2"/></MediaContainer>';
const sent = (received: Received[]) =>
  received.map(({ method, url }) => `${method} ${decodeURIComponent(url)}`);

test('collections of a section are listed, one is read with its members', () =>
  withPlex(
    (_, response) => sendXml(response, collection),
    async (plex, { received }) => {
      const { entries } = await plex.collections.list('1', { title: 'Set' });
      expect(entries[0]).toMatchObject({
        ratingKey: '90',
        type: 'collection',
        childCount: 3,
        smart: true,
        sectionId: '1',
      });
      expect(await plex.collections.get('90')).toMatchObject({ title: 'Set', collectionMode: 2 });
      await plex.collections.items('90', { start: 0, size: 10 });
      expect(sent(received)).toEqual([
        'GET /library/sections/1/all?type=18&title=Set&includeGuids=1',
        'GET /library/collections/90',
        'GET /library/collections/90/children?includeGuids=1',
      ]);
    },
  ));

test('collections are made, changed and deleted', () =>
  withPlex(
    ({ path, method }, response) => {
      if (path === '/identity') sendJson(response, identity);
      else if (method === 'POST') sendXml(response, collection);
      else response.end();
    },
    async (plex, { received }) => {
      await plex.collections.create({ sectionId: '1', type: 'movie', title: 'Set' }, ['5', '6']);
      await plex.collections.create({ sectionId: '1', type: 'movie', title: 'Blank' }, []);
      const content = { sectionId: '1', type: 'movie' as const, filter: where('genre', '=', 1002) };
      await plex.collections.createSmart('Drama', content);
      await plex.collections.changeContent('90', content);
      await plex.collections.add('90', ['7']);
      await plex.collections.remove('90', '7');
      await plex.collections.move('90', '5', '6');
      await plex.collections.setMode('90', 'default');
      await plex.collections.setSort('90', 'custom');
      await plex.collections.delete('90');
      const library = 'uri=server://mid/com.plexapp.plugins.library/library';
      expect(sent(received).slice(1)).toEqual([
        `POST /library/collections?type=1&title=Set&smart=0&sectionId=1&${library}/metadata/5,6`,
        `POST /library/collections?type=1&title=Blank&smart=0&sectionId=1&${library}/metadata`,
        `POST /library/collections?type=1&title=Drama&smart=1&sectionId=1&${library}/sections/1/all?type=1&genre=1002`,
        `PUT /library/collections/90/items?${library}/sections/1/all?type=1&genre=1002`,
        `PUT /library/collections/90/items?${library}/metadata/7`,
        'DELETE /library/collections/90/items/7',
        'PUT /library/collections/90/items/5/move?after=6',
        'PUT /library/collections/90/prefs?collectionMode=-1',
        'PUT /library/collections/90/prefs?collectionSort=2',
        'DELETE /library/collections/90',
      ]);
    },
  ));

test('where a collection shows is read, set and ordered', () =>
  withPlex(
    ({ method }, response) =>
      method === 'GET'
        ? sendXml(
            response,
            '<MediaContainer size="1"><Hub identifier="custom.collection.1.90" title="Set" promotedToRecommended="1" promotedToOwnHome="0" deletable="1"/></MediaContainer>',
          )
        : response.end(),
    async (plex, { received }) => {
      expect(await plex.hubs.list('1', { collectionId: '90' })).toMatchObject([
        { identifier: 'custom.collection.1.90', promotedToRecommended: true, promotedToSharedHome: false },
      ]);
      await plex.hubs.show('1', '90', { recommended: true, ownHome: true, sharedHome: false });
      await plex.hubs.move('1', 'custom.collection.1.90', 'custom.collection.1.91');
      await plex.hubs.move('1', 'custom.collection.1.90', null);
      expect(sent(received)).toEqual([
        'GET /hubs/sections/1/manage?metadataItemId=90',
        'POST /hubs/sections/1/manage?metadataItemId=90&promotedToRecommended=1&promotedToOwnHome=1&promotedToSharedHome=0',
        'PUT /hubs/sections/1/manage/custom.collection.1.90/move?after=custom.collection.1.91',
        'PUT /hubs/sections/1/manage/custom.collection.1.90/move',
      ]);
    },
  ));

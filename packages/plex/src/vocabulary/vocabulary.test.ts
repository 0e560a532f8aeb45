import { sendJson, sendXml, withPlex } from '../testing/plex-server.ts';

const xml = `<MediaContainer size="0" totalSize="9"><Meta>
  <Type key="/library/sections/2/all?type=10" type="track" title="Tracks" active="1">
    <Filter filter="track.mood" filterType="string" key="/library/sections/2/mood?type=10" title="Mood" advanced="1"/>
    <Sort key="titleSort" descKey="titleSort:desc" defaultDirection="asc" title="Title"/>
    <Field key="track.userRating" title="Rating" type="integer" subType="rating"/>
  </Type>
  <FieldType type="integer"><Operator key="&gt;&gt;=" title="is greater than"/><Operator key="=" title="is"/></FieldType>
</Meta></MediaContainer>`;
const json = {
  Meta: {
    Type: [
      {
        key: '/library/sections/2/all?type=10',
        type: 'track',
        title: 'Tracks',
        active: true,
        Filter: [
          {
            filter: 'track.mood',
            filterType: 'string',
            key: '/library/sections/2/mood?type=10',
            title: 'Mood',
            advanced: true,
          },
        ],
        Sort: [{ key: 'titleSort', descKey: 'titleSort:desc', defaultDirection: 'asc', title: 'Title' }],
        Field: [{ key: 'track.userRating', title: 'Rating', type: 'integer', subType: 'rating' }],
      },
    ],
    FieldType: [
      {
        type: 'integer',
        Operator: [
          { key: '>>=', title: 'is greater than' },
          { key: '=', title: 'is' },
        ],
      },
    ],
  },
};

test('the vocabulary is the same in XML, where Meta is a list, and in JSON, where it is not', () => {
  let asXml = true;
  return withPlex(
    (_, response) => (asXml ? sendXml(response, xml) : sendJson(response, json)),
    async (plex, { received }) => {
      const first = await plex.vocabulary.ofItems('2');
      asXml = false;
      expect(await plex.vocabulary.ofCollections('2')).toEqual(first);
      expect(first.fieldTypes).toEqual([
        {
          type: 'integer',
          operators: [
            { key: '>>=', title: 'is greater than' },
            { key: '=', title: 'is' },
          ],
        },
      ]);
      expect(first.types[0]).toMatchObject({
        type: 'track',
        active: true,
        fields: [{ key: 'track.userRating' }],
      });
      expect(received[0]?.url).toBe(
        '/library/sections/2/all?includeMeta=1&includeAdvanced=1&X-Plex-Container-Start=0&X-Plex-Container-Size=0',
      );
    },
  );
});

test('a section without a vocabulary has an empty one', () =>
  withPlex(
    (_, response) => sendXml(response, '<MediaContainer><Meta/></MediaContainer>'),
    async (plex) => {
      expect(await plex.vocabulary.ofItems('1')).toEqual({ types: [], fieldTypes: [] });
    },
  ));

test('the choices of a field come with the keys that filters take', () =>
  withPlex(
    (_, response) =>
      sendXml(response, '<MediaContainer><Directory key="1001" title="Action"/></MediaContainer>'),
    async (plex, { received }) => {
      expect(await plex.vocabulary.choices('1', 'genre', { type: 'show' })).toEqual([
        { key: '1001', title: 'Action' },
      ]);
      expect(received[0]?.url).toBe('/library/sections/1/genre?type=2');
    },
  ));

import { clientFor, sendJson, sendXml, startPlexServer, withPlex } from '../testing/plex-server.ts';

const film = `<MediaContainer size="1" librarySectionID="1" librarySectionTitle="Films">
  <Video ratingKey="1001" key="/library/metadata/1001" guid="plex://movie/5d77" type="movie" title="1917 &amp; &#x201c;more&#8221;"
    titleSort="1917" year="2019" rating="8.3" audienceRating="8.8" userRating="9.0" contentRating="R" duration="7140000"
    originallyAvailableAt="2019-12-25" addedAt="1700000000" updatedAt="1700000001" viewCount="2" lastViewedAt="0"
    thumb="/library/metadata/1001/thumb/1700000001" art="" editionTitle="IMAX Enhanced">
    <Media id="5" videoResolution="4k" width="3840" height="1600" aspectRatio="2.35" bitrate="52000" audioChannels="8" container="mkv">
      <Part id="6" key="/library/parts/6/1/file.mkv" file="/films/1917 (2019)/1917.mkv" size="60129542144">
        <Stream id="7" streamType="1" codec="hevc" bitDepth="10" colorTrc="smpte2084" DOVIPresent="1" DOVIProfile="8" default="1"/>
        <Stream id="8" streamType="2" codec="truehd" channels="8" language="English" extendedDisplayTitle="English (TrueHD 7.1)"/>
      </Part>
    </Media>
    <Media id="9" videoResolution="1080"/>
    <Guid id="imdb://tt8579674"/><Guid id="tmdb://530915"/>
    <Genre tag="War"/><Genre tag="Drama"/><Director tag="Sam"/><Role tag="Ann" role="Will"/><Label tag="Overlay"/>
    <Collection tag="Sync Set"/><Field name="thumb" locked="1"/><Field name="title" locked="0"/>
  </Video>
</MediaContainer>`;
const sameFilm = {
  size: 1,
  librarySectionID: 1,
  librarySectionTitle: 'Films',
  Metadata: [
    {
      ratingKey: '1001',
      key: '/library/metadata/1001',
      guid: 'plex://movie/5d77',
      type: 'movie',
      title: '1917 & “more”',
      titleSort: '1917',
      year: 2019,
      rating: 8.3,
      audienceRating: 8.8,
      userRating: 9,
      contentRating: 'R',
      duration: 7140000,
      originallyAvailableAt: '2019-12-25',
      addedAt: 1700000000,
      updatedAt: 1700000001,
      viewCount: 2,
      thumb: '/library/metadata/1001/thumb/1700000001',
      editionTitle: 'IMAX Enhanced',
      Media: [
        {
          id: 5,
          videoResolution: '4k',
          width: 3840,
          height: 1600,
          aspectRatio: 2.35,
          bitrate: 52000,
          audioChannels: 8,
          container: 'mkv',
          Part: [
            {
              id: 6,
              key: '/library/parts/6/1/file.mkv',
              file: '/films/1917 (2019)/1917.mkv',
              size: 60129542144,
              Stream: [
                {
                  id: 7,
                  streamType: 1,
                  codec: 'hevc',
                  bitDepth: 10,
                  colorTrc: 'smpte2084',
                  DOVIPresent: true,
                  DOVIProfile: 8,
                  default: true,
                },
                {
                  id: 8,
                  streamType: 2,
                  codec: 'truehd',
                  channels: 8,
                  language: 'English',
                  extendedDisplayTitle: 'English (TrueHD 7.1)',
                },
              ],
            },
          ],
        },
        { id: 9, videoResolution: '1080' },
      ],
      Guid: [{ id: 'imdb://tt8579674' }, { id: 'tmdb://530915' }],
      Genre: [{ tag: 'War' }, { tag: 'Drama' }],
      Director: [{ tag: 'Sam' }],
      Role: [{ tag: 'Ann', role: 'Will' }],
      Label: [{ tag: 'Overlay' }],
      Collection: [{ tag: 'Sync Set' }],
      Field: [
        { name: 'thumb', locked: true },
        { name: 'title', locked: false },
      ],
      unheardOf: { nested: true },
    },
  ],
};

test('an item is the same whether it came as XML or as JSON', async () => {
  const fromXml = await startPlexServer((_, response) => sendXml(response, film));
  const fromJson = await startPlexServer((_, response) => sendJson(response, sameFilm));
  const plex = [clientFor(fromXml.url), clientFor(fromJson.url)] as const;
  try {
    const [xml, json] = await Promise.all(plex.map((client) => client.metadata.get('1001')));
    expect(xml).toEqual(json);
    expect(xml).toMatchObject({
      ratingKey: '1001',
      title: '1917 & “more”',
      titleSort: '1917',
      year: 2019,
      addedAt: '2023-11-14T22:13:20.000Z',
      lastViewedAt: null,
      art: null,
      sectionId: '1',
      sectionTitle: 'Films',
      guids: ['imdb://tt8579674', 'tmdb://530915'],
      genres: ['War', 'Drama'],
      labels: ['Overlay'],
      lockedFields: ['thumb'],
      roles: [{ name: 'Ann', role: 'Will', thumb: null }],
    });
    expect(xml?.media[0]?.parts[0]?.streams[0]).toMatchObject({ dolbyVision: true, bitDepth: 10 });
  } finally {
    for (const client of plex) client.close();
    await Promise.all([fromXml.close(), fromJson.close()]);
  }
});

test('an unknown item is item.not-found, not a bad answer', () =>
  withPlex(
    (_, response) => sendXml(response, '<MediaContainer/>', 404),
    async (plex) => {
      await expect(plex.metadata.get('77')).rejects.toMatchObject({ code: 'item.not-found' });
    },
  ));

test('an answer without the item asked for is a bad answer', () =>
  withPlex(
    (_, response) => sendJson(response, { size: 0 }),
    async (plex) => {
      await expect(plex.metadata.get('77')).rejects.toMatchObject({ code: 'plex.bad-answer' });
    },
  ));

test('many items are asked for a hundred at a time, in one address each', () =>
  withPlex(
    ({ path }, response) => {
      const keys = path.split('/').at(-1)?.split(',') ?? [];
      sendJson(response, { Metadata: keys.map((key) => ({ ratingKey: key, type: 'movie', title: key })) });
    },
    async (plex, { received }) => {
      const keys = Array.from({ length: 205 }, (_, place) => String(place + 1));
      const items = await plex.metadata.many(keys);
      expect(items.map(({ ratingKey }) => ratingKey)).toEqual(keys);
      expect(received.map(({ path }) => path.split(',').length)).toEqual([100, 100, 5]);
    },
  ));

test('children keep their order although films and folders have different tags', () =>
  withPlex(
    (_, response) =>
      sendXml(
        response,
        `<MediaContainer size="3" totalSize="3" offset="0">
          <Directory leafCount="9" key="/library/metadata/1/allLeaves" title="All episodes"/>
          <Directory ratingKey="3" type="season" title="One" index="1"/>
          <Video ratingKey="4" type="episode" title="Two" index="2"/>
          <Directory ratingKey="5" type="season" title="Three" index="3"/>
        </MediaContainer>`,
      ),
    async (plex, { received }) => {
      const page = await plex.metadata.children('1', { start: 10, size: 5 });
      expect(page.entries.map(({ title }) => title)).toEqual(['One', 'Two', 'Three']);
      expect(received[0]?.headers).toMatchObject({
        'x-plex-container-start': '10',
        'x-plex-container-size': '5',
      });
    },
  ));

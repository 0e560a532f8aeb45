import { sendXml, withPlex } from '../testing/plex-server.ts';

const sections = `<MediaContainer size="2">
  <Directory key="1" type="movie" title="Films" agent="tv.plex.agents.movie" scanner="Plex Movie" language="en-US" uuid="u1" updatedAt="1700000000" scannedAt="0">
    <Location id="1" path="/films"/><Location id="2" path="/more films"/>
  </Directory>
  <Directory key="2" type="artist" title="Music"/>
</MediaContainer>`;

test('sections come with their folders, agent and language', () =>
  withPlex(
    (_, response) => sendXml(response, sections),
    async (plex) => {
      const [films, music] = await plex.sections.list();
      expect(films).toMatchObject({
        key: '1',
        type: 'movie',
        agent: 'tv.plex.agents.movie',
        language: 'en-US',
        updatedAt: '2023-11-14T22:13:20.000Z',
        scannedAt: null,
        locations: [
          { id: '1', path: '/films' },
          { id: '2', path: '/more films' },
        ],
      });
      expect(music).toMatchObject({ key: '2', agent: null, locations: [] });
      expect(await plex.sections.get('2')).toEqual(music);
      await expect(plex.sections.get('3')).rejects.toMatchObject({ code: 'library.not-found' });
    },
  ));

test('settings of the server and of a section are read', () =>
  withPlex(
    (_, response) =>
      sendXml(
        response,
        '<MediaContainer size="1"><Setting id="ratingsSource" label="Ratings" type="text" default="imdb" value="rottentomatoes" group="x"/></MediaContainer>',
      ),
    async (plex, { received }) => {
      const expected = [
        {
          id: 'ratingsSource',
          label: 'Ratings',
          type: 'text',
          standard: 'imdb',
          value: 'rottentomatoes',
          group: 'x',
        },
      ];
      expect(await plex.sections.preferences('1')).toEqual(expected);
      expect(await plex.server.preferences()).toEqual(expected);
      expect(received.map(({ path }) => path)).toEqual(['/library/sections/1/prefs', '/:/prefs']);
    },
  ));

test('the server says who it is', () =>
  withPlex(
    (_, response) =>
      sendXml(
        response,
        '<MediaContainer machineIdentifier="mid" version="1.42.0" claimed="1" friendlyName="Attic" platform="Linux" myPlexUsername="me"/>',
      ),
    async (plex) => {
      expect(await plex.server.identity()).toEqual({
        machineIdentifier: 'mid',
        version: '1.42.0',
        claimed: true,
      });
      expect(await plex.server.info()).toMatchObject({
        friendlyName: 'Attic',
        platform: 'Linux',
        myPlexUsername: 'me',
      });
    },
  ));

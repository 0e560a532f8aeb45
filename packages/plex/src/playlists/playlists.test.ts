import { where } from '../items/filter.ts';
import { sendJson, sendXml, withPlex } from '../testing/plex-server.ts';

const identity = { machineIdentifier: 'mid', version: '1' };
const mix = `<Playlist ratingKey="9" key="/playlists/9/items" type="playlist" title="Mix" smart="0" playlistType="audio" leafCount="2"/>`;

test('a playlist is made from items, under the name the server has for itself, asked once', () =>
  withPlex(
    ({ path }, response) =>
      path === '/identity'
        ? sendJson(response, identity)
        : sendXml(response, `<MediaContainer size="1">${mix}</MediaContainer>`),
    async (plex, { received }) => {
      const made = await plex.playlists.create({
        type: 'audio',
        title: 'Mix & Match',
        ratingKeys: ['1', '2'],
      });
      await plex.playlists.add('9', ['3']);
      expect(made).toMatchObject({
        ratingKey: '9',
        smart: false,
        playlistType: 'audio',
        leafCount: 2,
        content: null,
      });
      expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual([
        'GET /identity',
        'POST /playlists?type=audio&title=Mix%20%26%20Match&smart=0&uri=server%3A%2F%2Fmid%2Fcom.plexapp.plugins.library%2Flibrary%2Fmetadata%2F1%2C2',
        'PUT /playlists/9/items?uri=server%3A%2F%2Fmid%2Fcom.plexapp.plugins.library%2Flibrary%2Fmetadata%2F3',
      ]);
    },
  ));

test('a smart playlist carries its question encoded as a whole', () =>
  withPlex(
    ({ path }, response) =>
      path === '/identity'
        ? sendJson(response, identity)
        : sendJson(response, {
            Metadata: [{ ratingKey: 10, title: 'Top', smart: true, playlistType: 'audio' }],
          }),
    async (plex, { received }) => {
      const content = {
        sectionId: '2',
        type: 'track' as const,
        sort: { by: 'lastViewedAt', descending: true },
        filter: where('track.userRating', '>>=', 7),
      };
      expect(await plex.playlists.createSmart({ type: 'audio', title: 'Top', content })).toMatchObject({
        smart: true,
      });
      await plex.playlists.changeContent('10', content);
      const uri =
        'uri=server%3A%2F%2Fmid%2Fcom.plexapp.plugins.library%2Flibrary%2Fsections%2F2%2Fall%3Ftype%3D10%26sort%3DlastViewedAt%253Adesc%26track.userRating%253E%253E%3D7';
      expect(received.slice(1).map(({ method, url }) => `${method} ${url}`)).toEqual([
        `POST /playlists?type=audio&title=Top&smart=1&${uri}`,
        `PUT /playlists/10/items?${uri}`,
      ]);
    },
  ));

test('members are listed, moved and removed by their number in the list', () =>
  withPlex(
    ({ method }, response) =>
      method === 'GET'
        ? sendXml(
            response,
            '<MediaContainer size="1" totalSize="1"><Track ratingKey="1" playlistItemID="31" type="track" title="A"/></MediaContainer>',
          )
        : response.writeHead(204).end(),
    async (plex, { received }) => {
      const { entries } = await plex.playlists.items('9');
      expect(entries[0]?.playlistItemId).toBe('31');
      await plex.playlists.move('9', '31', '32');
      await plex.playlists.move('9', '31', null);
      await plex.playlists.remove('9', '31');
      await plex.playlists.edit('9', { title: 'New', summary: '' });
      await plex.playlists.delete('9');
      expect(received.slice(1).map(({ method, url }) => `${method} ${url}`)).toEqual([
        'PUT /playlists/9/items/31/move?after=32',
        'PUT /playlists/9/items/31/move',
        'DELETE /playlists/9/items/31',
        'PUT /playlists/9?title.value=New&title.locked=1&summary.value=&summary.locked=1',
        'DELETE /playlists/9',
      ]);
    },
  ));

test('playlists are filtered by kind, section and title', () =>
  withPlex(
    (_, response) => sendXml(response, `<MediaContainer size="1">${mix}</MediaContainer>`),
    async (plex, { received }) => {
      const { entries, totalSize } = await plex.playlists.list({
        type: 'audio',
        sectionId: '2',
        title: 'Mix',
        sort: { by: 'titleSort' },
      });
      expect([entries[0]?.title, totalSize]).toEqual(['Mix', 1]);
      expect(received[0]?.url).toBe('/playlists?playlistType=audio&sectionID=2&title=Mix&sort=titleSort');
      expect(await plex.playlists.get('9')).toMatchObject({ title: 'Mix' });
    },
  ));

test('a creation that answers no playlist is a bad answer', () =>
  withPlex(
    ({ path }, response) => sendJson(response, path === '/identity' ? identity : { size: 0 }),
    async (plex) => {
      await expect(
        plex.playlists.create({ type: 'audio', title: 'x', ratingKeys: ['1'] }),
      ).rejects.toMatchObject({
        code: 'plex.bad-answer',
      });
    },
  ));

import { sendJson, sendXml, withPlex } from '../testing/plex-server.ts';

test('a rating is set, and taken away with -1', () =>
  withPlex(
    (_, response) => response.end(),
    async (plex, { received }) => {
      await plex.watching.rate('12', 7.5);
      await plex.watching.rate('12', null);
      expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual([
        'PUT /:/rate?key=12&identifier=com.plexapp.plugins.library&rating=7.5',
        'PUT /:/rate?key=12&identifier=com.plexapp.plugins.library&rating=-1',
      ]);
    },
  ));

test.each([-1, 10.5, Number.NaN])('a rating of %d is refused before Plex hears of it', (rating) =>
  withPlex(
    (_, response) => response.end(),
    async (plex, { received }) => {
      await expect(plex.watching.rate('12', rating)).rejects.toMatchObject({ code: 'request.invalid' });
      expect(received).toHaveLength(0);
    },
  ),
);

test('marking as watched is a GET that is never repeated, because it changes something', () =>
  withPlex(
    ({ path }, response) => (path === '/:/scrobble' ? response.destroy() : response.end()),
    async (plex, { received }) => {
      await expect(plex.watching.scrobble('12')).rejects.toMatchObject({ code: 'plex.unreachable' });
      await plex.watching.unscrobble('12');
      expect(received.map(({ method, path }) => `${method} ${path}`)).toEqual([
        'GET /:/scrobble',
        'GET /:/unscrobble',
      ]);
    },
  ));

test('history is filtered by account, section, item and time', () =>
  withPlex(
    (_, response) =>
      sendXml(
        response,
        `<MediaContainer size="2" totalSize="9" offset="4">
          <Video historyKey="/status/sessions/history/1" ratingKey="7" type="episode" title="One" grandparentTitle="Show" viewedAt="1700000000" accountID="1" deviceID="3" librarySectionID="2"/>
          <Track historyKey="/status/sessions/history/2" type="track" title="Gone" viewedAt="1700000100" accountID="12345678"/>
        </MediaContainer>`,
      ),
    async (plex, { received }) => {
      const page = await plex.history.page({
        accountId: 1,
        sectionId: '2',
        ratingKey: '7',
        since: new Date('2023-11-14T22:13:20.900Z'),
        start: 4,
        size: 2,
      });
      expect(page).toMatchObject({
        totalSize: 9,
        entries: [
          {
            ratingKey: '7',
            accountId: 1,
            sectionId: '2',
            viewedAt: '2023-11-14T22:13:20.000Z',
            grandparentTitle: 'Show',
          },
          { ratingKey: null, accountId: 12345678, sectionId: null },
        ],
      });
      expect(received[0]?.url).toBe(
        '/status/sessions/history/all?sort=viewedAt%3Adesc&accountID=1&librarySectionID=2&metadataItemID=7&viewedAt%3E=1700000000',
      );
    },
  ));

test('accounts are people; number 0 is nobody', () =>
  withPlex(
    (_, response) =>
      sendJson(response, {
        Account: [
          { id: 0, name: '' },
          { id: 1, name: 'Owner', thumb: '/x' },
        ],
      }),
    async (plex) => {
      expect(await plex.history.accounts()).toEqual([{ id: 1, name: 'Owner', thumb: '/x', key: null }]);
    },
  ));

export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const OTHER_PIXEL = Buffer.concat([PIXEL, Buffer.from('different')]);

const item = <Kind extends string, More extends object>(
  ratingKey: number,
  kind: Kind,
  sectionId: number,
  title: string,
  more: More,
) => ({
  ratingKey,
  kind,
  sectionId,
  title,
  guid: `plex://${kind}/${ratingKey}`,
  externalGuids: [],
  addedAt: 1_650_000_000 + ratingKey,
  updatedAt: 1_650_000_000 + ratingKey,
  tags: {},
  roles: [],
  media: [],
  locked: [],
  use: {},
  preferences: {},
  pictures: {
    poster: {
      selected: `metadata://posters/${ratingKey}`,
      version: 1_700_000_001,
      choices: [{ key: `metadata://posters/${ratingKey}`, provider: 'tv.plex.agents.movie' }],
    },
  },
  ...more,
});

const films = Array.from({ length: 5 }, (_, place) =>
  item(101 + place, 'movie', 1, ['Amber & Ash', 'Brass', 'Cinder "Q"', '1917', 'Étude'][place] ?? '', {
    year: 1990 + place,
    originallyAvailableAt: `${1990 + place}-02-03`,
    duration: 6_000_000,
    rating: 7.5,
    externalGuids: [`imdb://tt${place}`, `tmdb://${place}`],
    tags: { genre: [place % 2 === 0 ? 'Drama' : 'Comedy'], label: place === 0 ? ['Keep, this'] : [] },
    roles: [{ name: 'Bo Stern', role: 'The Carter' }],
    use: place === 0 ? { 1: { userRating: 9, viewCount: 2, lastViewedAt: 1_690_000_000 } } : {},
    media: [
      {
        id: 1000 + place,
        videoResolution: place === 0 ? '4k' : '1080',
        width: 3840,
        height: 1600,
        aspectRatio: 2.35,
        container: 'mkv',
        parts: [
          {
            id: 2000 + place,
            file: `/films/${place}.mkv`,
            size: 60_129_542_144,
            streams: [
              {
                kind: 'video' as const,
                id: 3000 + place,
                codec: 'hevc',
                bitDepth: 10,
                colorTrc: 'smpte2084',
                ...(place === 0
                  ? { dolbyVision: { profile: 8, blPresent: true, elPresent: false, rpuPresent: true } }
                  : {}),
              },
              {
                kind: 'audio' as const,
                id: 4000 + place,
                codec: 'truehd',
                channels: 8,
                language: 'English',
                languageTag: 'en',
                languageCode: 'eng',
              },
            ],
          },
        ],
      },
    ],
  }),
);
const section = (id: number, kind: 'movie' | 'show' | 'artist', title: string) => ({
  id,
  uuid: `0000000${id}-0000-4000-8000-000000000000`,
  kind,
  title,
  agent: 'tv.plex.agents.movie',
  scanner: 'Plex',
  language: 'en-US',
  locations: [{ id, path: `/media/${id}` }],
  createdAt: 1_600_000_000,
  updatedAt: 1_700_000_000,
  scannedAt: 1_700_000_000,
  preferences: [],
});
/** A small library for the stand-in: films, a show, an album; an owner and a guest. */
export const attic = () => ({
  server: {
    machineIdentifier: 'attic-machine',
    friendlyName: 'Attic',
    version: '1.42.0',
    platform: 'Linux',
    platformVersion: '6',
    myPlexUsername: 'owner',
    preferences: [],
  },
  accounts: [
    { id: 1, plexId: 99, uuid: 'u1', name: 'owner', accessToken: 'owner-token', sections: 'all' as const },
    { id: 12, plexId: 12, uuid: 'u2', name: 'guest', accessToken: 'guest-token', sections: [1] },
  ],
  sections: [section(1, 'movie', 'Films'), section(2, 'show', 'Series'), section(3, 'artist', 'Music')],
  items: [
    ...films,
    item(200, 'show', 2, 'The Show', {}),
    item(201, 'season', 2, 'Season 1', { parent: 200, index: 1 }),
    item(202, 'episode', 2, 'Pilot', { parent: 201, index: 1 }),
    item(203, 'episode', 2, 'Second', { parent: 201, index: 2 }),
    item(300, 'artist', 3, 'The Artist', {}),
    item(301, 'album', 3, 'The Album', { parent: 300, index: 1 }),
    item(302, 'track', 3, 'One', { parent: 301, index: 1, use: { 1: { userRating: 10 } } }),
    item(303, 'track', 3, 'Two', { parent: 301, index: 2, use: { 1: { userRating: 4 } } }),
    item(304, 'track', 3, 'Three', { parent: 301, index: 3 }),
  ],
  collections: [],
  playlists: [],
  hubs: [],
  history: [{ historyId: 1, ratingKey: 101, accountId: 1, deviceId: 1, viewedAt: 1_690_000_000 }],
  sessions: [],
  tags: [],
  numbering: { nextRatingKey: 9000, nextPlaylistItem: 1, nextTag: 1, nextHistory: 2 },
  images: async () => ({ bytes: PIXEL, contentType: 'image/png' as const }),
});

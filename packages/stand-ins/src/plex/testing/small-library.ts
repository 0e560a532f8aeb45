import type { PictureBytes, PlexItem, PlexLibrary, PlexMedia, PlexSection } from '../model.ts';

/** A one-pixel PNG: enough of a picture for everything but looking at it. */
export const pixel = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

const pixelPicture: PictureBytes = { bytes: pixel, contentType: 'image/png' };

const section = (id: number, kind: PlexSection['kind'], title: string): PlexSection => ({
  id,
  uuid: `0000000${id}-0000-4000-8000-000000000000`,
  kind,
  title,
  agent: `tv.plex.agents.${kind === 'artist' ? 'music' : kind === 'show' ? 'series' : 'movie'}`,
  scanner: `Plex ${title}`,
  language: 'en-US',
  locations: [{ id, path: `/media/${title.toLowerCase()}` }],
  createdAt: 1_600_000_000,
  updatedAt: 1_700_000_000,
  scannedAt: 1_700_000_000,
  preferences: [
    {
      id: 'hidden',
      label: 'Visibility',
      summary: '',
      type: 'int',
      default: '0',
      value: '0',
      group: '',
      enumValues: '0:Include|1:Exclude from home|2:Exclude from home and search',
    },
  ],
});

const film = (
  id: number,
  videoResolution: string,
  { hdr = false, languages = ['en'] }: { hdr?: boolean; languages?: string[] } = {},
): PlexMedia => ({
  id,
  duration: 6_000_000,
  bitrate: 8000,
  width: 1920,
  height: 1080,
  aspectRatio: 1.78,
  audioChannels: 6,
  audioCodec: 'eac3',
  videoCodec: 'hevc',
  videoResolution,
  videoFrameRate: '24p',
  container: 'mkv',
  parts: [
    {
      id,
      file: `/media/movies/${id}.mkv`,
      size: 4_000_000_000 + id,
      duration: 6_000_000,
      container: 'mkv',
      streams: [
        {
          kind: 'video',
          id: id * 10,
          codec: 'hevc',
          index: 0,
          width: 1920,
          height: 1080,
          ...(hdr ? { colorTrc: 'smpte2084', bitDepth: 10 } : {}),
        },
        ...languages.map((languageTag, at) => ({
          kind: 'audio' as const,
          id: id * 10 + 1 + at,
          codec: 'eac3',
          index: 1 + at,
          channels: 6,
          language: { en: 'English', de: 'Deutsch' }[languageTag] ?? languageTag,
          languageTag,
          languageCode: languageTag === 'de' ? 'deu' : 'eng',
        })),
        {
          kind: 'subtitle',
          id: id * 10 + 9,
          codec: 'srt',
          language: 'English',
          languageTag: 'en',
          languageCode: 'eng',
        },
      ],
    },
  ],
});

const item = (
  ratingKey: number,
  kind: PlexItem['kind'],
  sectionId: number,
  title: string,
  more: Partial<PlexItem> = {},
): PlexItem => ({
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

const movies: PlexItem[] = [
  item(101, 'movie', 1, 'The Amber Road', {
    year: 1999,
    originallyAvailableAt: '1999-03-04',
    contentRating: 'PG',
    studio: 'North Light',
    duration: 6_000_000,
    rating: 7.5,
    audienceRating: 8.1,
    externalGuids: ['imdb://tt0000101', 'tmdb://101'],
    tags: { genre: ['Drama', 'History'], director: ['Ada Quill'], country: ['France'] },
    roles: [{ name: 'Bo Stern', role: 'The Carter' }],
    media: [film(101, '4k', { hdr: true, languages: ['en', 'de'] })],
    use: { 1: { userRating: 9, viewCount: 2, lastViewedAt: 1_690_000_000 } },
  }),
  item(102, 'movie', 1, 'Brass & Bone', {
    year: 2005,
    originallyAvailableAt: '2005-06-07',
    contentRating: 'R',
    studio: 'Harbour',
    duration: 7_000_000,
    rating: 6,
    externalGuids: ['tmdb://102'],
    tags: { genre: ['Comedy'], director: ['Ben Wick'], country: ['Japan'], label: ['Keep'] },
    roles: [{ name: 'Bo Stern' }, { name: 'Cy Vale' }],
    media: [film(102, '1080')],
  }),
  item(103, 'movie', 1, 'Cinder', {
    year: 2005,
    originallyAvailableAt: '2005-01-02',
    contentRating: 'PG',
    duration: 5_000_000,
    audienceRating: 5.5,
    tags: { genre: ['Comedy', 'Drama'], director: ['Ada Quill'] },
    roles: [{ name: 'Cy Vale' }],
    media: [film(103, '1080'), film(113, '720')],
    use: { 1: { userRating: 4 } },
  }),
  item(104, 'movie', 1, 'Dünen', { year: 2021, tags: { genre: ['Drama'] }, media: [film(104, 'sd')] }),
];

const episode = (ratingKey: number, season: number, index: number, title: string): PlexItem =>
  item(ratingKey, 'episode', 2, title, {
    parent: season,
    index,
    year: 2015,
    duration: 2_700_000,
    originallyAvailableAt: `2015-0${index}-01`,
    media: [film(ratingKey, '1080', { hdr: ratingKey === 212 })],
  });

const shows: PlexItem[] = [
  item(201, 'show', 2, 'Lanterns', {
    year: 2015,
    contentRating: 'TV-14',
    studio: 'Channel Nine',
    tags: { genre: ['Mystery'], network: ['Channel Nine'] },
    roles: [{ name: 'Di North' }],
  }),
  item(210, 'season', 2, 'Season 1', { parent: 201, index: 1 }),
  episode(211, 210, 1, 'First Light'),
  episode(212, 210, 2, 'Second Sight'),
  item(220, 'season', 2, 'Season 2', { parent: 201, index: 2 }),
  episode(221, 220, 1, 'Third Rail'),
];

const track = (ratingKey: number, index: number, title: string, userRating?: number): PlexItem =>
  item(ratingKey, 'track', 3, title, {
    parent: 310,
    index,
    duration: 180_000,
    media: [
      {
        id: ratingKey,
        duration: 180_000,
        bitrate: 900,
        audioCodec: 'flac',
        container: 'flac',
        parts: [
          {
            id: ratingKey,
            file: `/media/music/Kite/Low Sun/0${index} ${title}.flac`,
            size: 20_000_000,
            container: 'flac',
            streams: [{ kind: 'audio', id: ratingKey, codec: 'flac', channels: 2 }],
          },
        ],
      },
    ],
    use: userRating === undefined ? {} : { 1: { userRating } },
  });

const music: PlexItem[] = [
  item(301, 'artist', 3, 'Kite', { tags: { genre: ['Folk'], mood: ['Calm'] } }),
  item(310, 'album', 3, 'Low Sun', { parent: 301, index: 1, year: 2010, tags: { genre: ['Folk'] } }),
  track(311, 1, 'Ebb', 8),
  track(312, 2, 'Flow', 6),
  track(313, 3, 'Gull'),
];

/** Three small libraries, two people and a little history; a fresh one for every test. */
export const smallLibrary = (): PlexLibrary => ({
  server: {
    machineIdentifier: 'feedfacefeedfacefeedfacefeedfacefeedface',
    friendlyName: 'Attic',
    version: '1.41.0.8994-f2c27da23',
    platform: 'Linux',
    platformVersion: '6.1',
    myPlexUsername: 'owner@example.org',
    preferences: [
      {
        id: 'FriendlyName',
        label: 'Friendly name',
        summary: 'The name other people see',
        type: 'text',
        default: '',
        value: 'Attic',
        group: 'general',
      },
    ],
  },
  accounts: [
    {
      id: 1,
      plexId: 9001,
      uuid: 'owner-uuid',
      name: 'owner',
      email: 'owner@example.org',
      accessToken: 'owner-token',
      sections: 'all',
    },
    { id: 9002, plexId: 9002, uuid: 'sam-uuid', name: 'sam', accessToken: 'sam-token', sections: [1] },
  ],
  sections: [section(1, 'movie', 'Movies'), section(2, 'show', 'Shows'), section(3, 'artist', 'Music')],
  items: [...movies, ...shows, ...music].map((one) => structuredClone(one)),
  collections: [],
  playlists: [],
  hubs: [],
  history: [
    { historyId: 1, ratingKey: 101, accountId: 1, deviceId: 1, viewedAt: 1_680_000_000 },
    { historyId: 2, ratingKey: 101, accountId: 1, deviceId: 1, viewedAt: 1_690_000_000 },
    { historyId: 3, ratingKey: 102, accountId: 9002, deviceId: 2, viewedAt: 1_691_000_000 },
  ],
  sessions: [],
  tags: [],
  numbering: { nextRatingKey: 1000, nextPlaylistItem: 1, nextTag: 5000, nextHistory: 4 },
  images: async () => pixelPicture,
});

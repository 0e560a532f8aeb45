import type {
  PictureBytes,
  PlexCollection,
  PlexItem,
  PlexLibrary,
  PlexMedia,
  PlexSection,
} from '@marquee/stand-ins';
import sharp from 'sharp';

export const FILMS = 130;
/** Whose poster cannot be decoded, and who has none at all. */
export const BROKEN_POSTER = 1007;
export const NO_POSTER = 1008;
/** In the library that is shared with nobody. */
export const PRIVATE_FILM = 4001;

const genres = ['Drama', 'Comedy', 'Film, Noir'];
const resolutions = ['4k', '1080', '720', 'sd'];

function section(id: number, kind: PlexSection['kind'], title: string): PlexSection {
  return {
    id,
    uuid: `0000000${id}-0000-4000-8000-000000000000`,
    kind,
    title,
    agent: `tv.plex.agents.${kind}`,
    scanner: 'Plex Scanner',
    language: 'en-US',
    locations: [{ id, path: `/media/${title}` }],
    createdAt: 1_600_000_000,
    updatedAt: 1_700_000_000,
    scannedAt: 1_700_000_000,
    preferences: [],
  };
}

function media(id: number, videoResolution: string): PlexMedia {
  const file = `/media/films/${id}.mkv`;
  const video = {
    kind: 'video' as const,
    id: id * 10,
    codec: 'hevc',
    index: 0,
    bitDepth: 10,
    colorTrc: 'smpte2084',
  };
  const audio = {
    kind: 'audio' as const,
    id: id * 10 + 1,
    codec: 'eac3',
    index: 1,
    channels: 6,
    language: 'English',
  };
  const parts = [{ id, file, size: 4_000_000_000, container: 'mkv', streams: [video, audio] }];
  return {
    id,
    duration: 6_000_000,
    videoResolution,
    videoCodec: 'hevc',
    audioCodec: 'eac3',
    container: 'mkv',
    parts,
  };
}

function item(
  ratingKey: number,
  kind: PlexItem['kind'],
  sectionId: number,
  title: string,
  more: Partial<PlexItem>,
): PlexItem {
  const key = `metadata://posters/${ratingKey}`;
  const other = `metadata://posters/other-${ratingKey}`;
  return {
    ratingKey,
    kind,
    sectionId,
    title,
    guid: `plex://${kind}/${ratingKey}`,
    externalGuids: [`tmdb://${ratingKey}`],
    addedAt: 1_650_000_000 + ((ratingKey * 7919) % 100_000),
    updatedAt: 1_650_000_000,
    tags: {},
    roles: [],
    media: [],
    locked: [],
    use: {},
    preferences: {},
    pictures: {
      poster: {
        selected: key,
        version: 1_700_000_001,
        choices: [
          { key, provider: 'tv.plex.agents.movie' },
          { key: other, provider: 'tv.plex.agents.movie' },
        ],
      },
      art: {
        selected: `metadata://art/${ratingKey}`,
        version: 1_700_000_002,
        choices: [{ key: `metadata://art/${ratingKey}`, provider: 'tv.plex.agents.movie' }],
      },
    },
    ...more,
  };
}

function film(place: number): PlexItem {
  const ratingKey = 1001 + place;
  return item(ratingKey, 'movie', 1, `Film ${String(place + 1).padStart(3, '0')}`, {
    // Few different years, so that an order by year needs its ties broken.
    year: 2000 + (place % 3),
    duration: 6_000_000,
    audienceRating: (place % 10) + 0.5,
    tags: { genre: [genres[place % 3] ?? 'Drama'], label: place % 10 === 0 ? ['Keep'] : [] },
    media: [media(ratingKey, resolutions[place % 4] ?? 'sd')],
    use: place % 2 === 0 ? { 1: { viewCount: 1, lastViewedAt: 1_690_000_000 } } : {},
    ...(ratingKey === NO_POSTER ? { pictures: {} } : {}),
  });
}

const shows: PlexItem[] = [
  item(2001, 'show', 2, 'Lanterns', { year: 2015, tags: { genre: ['Mystery'] } }),
  item(2010, 'season', 2, 'Season 1', { parent: 2001, index: 1 }),
  ...[1, 2, 3].map((index) =>
    item(2010 + index, 'episode', 2, `Part ${index}`, {
      parent: 2010,
      index,
      media: [media(2010 + index, '1080')],
    }),
  ),
];
const music: PlexItem[] = [
  item(3001, 'artist', 3, 'Kite', { tags: { genre: ['Folk'] } }),
  item(3010, 'album', 3, 'Low Sun', { parent: 3001, index: 1, year: 2010 }),
  ...[1, 2].map((index) =>
    item(3010 + index, 'track', 3, `Tune ${index}`, { parent: 3010, index, duration: 180_000 }),
  ),
];
const collection: PlexCollection = {
  kind: 'collection',
  ratingKey: 5001,
  sectionId: 1,
  guid: 'collection://5001',
  subtype: 'movie',
  title: 'Favourites',
  addedAt: 1_650_000_000,
  updatedAt: 1_650_000_000,
  members: [1001, 1002, 1003],
  labels: [],
  mode: -1,
  sort: 0,
  locked: [],
  use: {},
  preferences: {},
  pictures: {},
};

const painted = new Map<string, Promise<Buffer>>();

/** A poster in a colour of its own, painted once. */
function paint(name: string): Promise<Buffer> {
  const known = painted.get(name);
  if (known !== undefined) return known;
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 256, 7);
  const background = { r: hue, g: 255 - hue, b: (hue * 3) % 256 };
  const picture = sharp({ create: { width: 250, height: 375, channels: 3, background } })
    .jpeg()
    .toBuffer();
  painted.set(name, picture);
  return picture;
}

export function plexLibrary(films = FILMS): PlexLibrary {
  return {
    server: {
      machineIdentifier: 'feedfacefeedfacefeedfacefeedfacefeedface',
      friendlyName: 'Attic',
      version: '1.41.0.8994-f2c27da23',
      platform: 'Linux',
      platformVersion: '6.1',
      myPlexUsername: 'owner@example.org',
      preferences: [],
    },
    accounts: [
      {
        id: 1,
        plexId: 9001,
        uuid: 'owner',
        name: 'owner',
        accessToken: 'owner-token-of-the-attic',
        sections: 'all',
      },
    ],
    sections: [
      section(1, 'movie', 'Films'),
      section(2, 'show', 'Series'),
      section(3, 'artist', 'Music'),
      section(4, 'movie', 'Private'),
    ],
    items: [
      ...Array.from({ length: films }, (_, place) => film(place)),
      ...shows,
      ...music,
      item(PRIVATE_FILM, 'movie', 4, 'Secret', { media: [media(PRIVATE_FILM, '4k')] }),
    ].map((one) => structuredClone(one)),
    collections: [structuredClone(collection)],
    playlists: [],
    hubs: [],
    history: [],
    sessions: [],
    tags: [],
    numbering: { nextRatingKey: 9000, nextPlaylistItem: 1, nextTag: 6000, nextHistory: 1 },
    async images(owner, kind, key): Promise<PictureBytes> {
      if (owner.ratingKey === BROKEN_POSTER) {
        return { bytes: (await paint(key)).subarray(0, 300), contentType: 'image/jpeg' };
      }
      return { bytes: await paint(`${kind} ${key}`), contentType: 'image/jpeg' };
    },
  };
}

import { createRng } from '../../art/random.ts';
import type {
  HistoryEntry,
  PictureSource,
  PlexAccount,
  PlexCollection,
  PlexItem,
  PlexLibrary,
  PlexPlaylist,
  PlexSection,
} from '../model.ts';
import { filmItems } from './film-items.ts';
import { DAY, OWNER, SECTION } from './items.ts';
import { musicItems } from './music-items.ts';
import { allSeriesItems } from './series-items.ts';

const DEMO_MACHINE = 'marquee-demo-library-000000000001';
const FRIEND = 4_200_017;
const FIRST_COLLECTION = 9001;
const FIRST_PLAYLIST = 9501;

const accounts: PlexAccount[] = [
  {
    id: OWNER,
    plexId: 4_200_001,
    uuid: 'd3a0000000000001',
    name: 'projectionist',
    email: 'projectionist@marquee.invalid',
    accessToken: 'demo-owner-token',
    sections: 'all',
    home: true,
  },
  {
    id: FRIEND,
    plexId: FRIEND,
    uuid: 'd3a0000000000017',
    name: 'usherette',
    email: 'usherette@marquee.invalid',
    accessToken: 'demo-friend-token',
    sections: [SECTION.films],
  },
];

function section(id: number, kind: PlexSection['kind'], title: string, now: number): PlexSection {
  const agents = { movie: 'movie', show: 'series', artist: 'music' };
  const scanners = { movie: 'Plex Movie', show: 'Plex TV Series', artist: 'Plex Music' };
  return {
    id,
    uuid: `d3a00000-0000-4000-8000-00000000000${id}`,
    kind,
    title,
    agent: `tv.plex.agents.${agents[kind]}`,
    scanner: scanners[kind],
    language: 'en-US',
    locations: [{ id, path: `/media/${title.toLowerCase()}` }],
    createdAt: now - 800 * DAY,
    updatedAt: now - DAY,
    scannedAt: now - 3600,
    preferences: [],
  };
}

function collection(
  ratingKey: number,
  title: string,
  now: number,
  more: Pick<PlexCollection, 'members'> & Partial<PlexCollection>,
): PlexCollection {
  const key = `metadata://posters/marquee.demo_${ratingKey}`;
  return {
    kind: 'collection',
    ratingKey,
    sectionId: SECTION.films,
    guid: `collection://marquee-demo-${ratingKey}`,
    subtype: 'movie',
    title,
    addedAt: now - 90 * DAY,
    updatedAt: now - 90 * DAY,
    labels: [],
    mode: -1,
    sort: 0,
    locked: [],
    use: {},
    preferences: {},
    pictures: {
      poster: { selected: key, version: 1_700_000_001, choices: [{ key, provider: 'marquee.demo' }] },
    },
    ...more,
  };
}

/** A plain collection for every collection tag, and one that fills itself. */
function collectionsOf(items: readonly PlexItem[], now: number): PlexCollection[] {
  const members = new Map<string, number[]>();
  for (const item of items) {
    for (const title of item.tags.collection ?? []) {
      members.set(title, [...(members.get(title) ?? []), item.ratingKey]);
    }
  }
  const plain = [...members].map(([title, keys], place) =>
    collection(FIRST_COLLECTION + place, title, now, { members: keys }),
  );
  const smart = collection(FIRST_COLLECTION + plain.length, 'Before Colour', now, {
    members: [],
    content: `server://${DEMO_MACHINE}/com.plexapp.plugins.library/library/sections/${SECTION.films}/all?type=1&sort=year&year%3C%3C=1960`,
  });
  return [...plain, smart];
}

function playlist(ratingKey: number, title: string, now: number, more: Partial<PlexPlaylist>): PlexPlaylist {
  return {
    kind: 'playlist',
    ratingKey,
    guid: `com.plexapp.agents.none://marquee-demo-${ratingKey}`,
    playlistKind: 'video',
    title,
    owner: OWNER,
    addedAt: now - 30 * DAY,
    updatedAt: now - 3 * DAY,
    entries: [],
    locked: [],
    use: {},
    pictures: {},
    ...more,
  };
}

function playlistsOf(items: readonly PlexItem[], now: number): PlexPlaylist[] {
  const rng = createRng('playlists');
  const entries = (kind: PlexItem['kind'], count: number, firstId: number) =>
    rng
      .shuffle(items.filter((item) => item.kind === kind))
      .slice(0, count)
      .map(({ ratingKey }, place) => ({ playlistItemId: firstId + place, ratingKey }));
  return [
    playlist(FIRST_PLAYLIST, 'Rainy Sunday', now, { entries: entries('movie', 7, 1) }),
    playlist(FIRST_PLAYLIST + 1, 'Foyer Music', now, {
      playlistKind: 'audio',
      entries: entries('track', 24, 101),
    }),
    playlist(FIRST_PLAYLIST + 2, 'Well Loved', now, {
      playlistKind: 'audio',
      content: `server://${DEMO_MACHINE}/com.plexapp.plugins.library/library/sections/${SECTION.music}/all?type=10&sort=userRating:desc&track.userRating%3E%3E=7`,
    }),
  ];
}

/** A play for every time something was watched, the friend's too. */
function historyOf(items: readonly PlexItem[], now: number): HistoryEntry[] {
  const rng = createRng('history');
  const plays: Omit<HistoryEntry, 'historyId'>[] = [];
  for (const item of items) {
    const { viewCount = 0, lastViewedAt } = item.use[OWNER] ?? {};
    if (lastViewedAt === undefined || item.kind === 'track') continue;
    for (let play = 0; play < viewCount; play += 1) {
      plays.push({
        ratingKey: item.ratingKey,
        accountId: OWNER,
        deviceId: 1,
        viewedAt: lastViewedAt - play * 40 * DAY,
      });
    }
    if (item.kind === 'movie' && rng.chance(0.3)) {
      plays.push({
        ratingKey: item.ratingKey,
        accountId: FRIEND,
        deviceId: 2,
        viewedAt: now - rng.int(1, 200) * DAY,
      });
    }
  }
  return plays
    .sort((a, b) => a.viewedAt - b.viewedAt)
    .map((play, place) => ({ historyId: place + 1, ...play }));
}

/** An invented cinema's library; the same for everybody who starts it on the same day. */
export function demoLibrary(
  images: PictureSource,
  now = Math.floor(Date.now() / 1000 / DAY) * DAY,
): PlexLibrary {
  const items = [...filmItems(now), ...allSeriesItems(now), ...musicItems(now)];
  const history = historyOf(items, now);
  return {
    server: {
      machineIdentifier: DEMO_MACHINE,
      friendlyName: 'Demo library',
      version: '1.42.1.10060-4e8b05daf',
      platform: 'Linux',
      platformVersion: 'Marquee',
      myPlexUsername: 'projectionist',
      preferences: [],
    },
    accounts,
    sections: [
      section(SECTION.films, 'movie', 'Films', now),
      section(SECTION.series, 'show', 'Series', now),
      section(SECTION.music, 'artist', 'Music', now),
    ],
    items,
    collections: collectionsOf(items, now),
    playlists: playlistsOf(items, now),
    hubs: [],
    history,
    sessions: [],
    tags: [],
    numbering: { nextRatingKey: 10_001, nextPlaylistItem: 1001, nextTag: 1, nextHistory: history.length + 1 },
    images,
  };
}

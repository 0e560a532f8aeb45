import type { PictureSource, PlexLibrary, PlexSection } from '../model.ts';
import { accounts } from './accounts.ts';
import { collectionsOf } from './collections.ts';
import { filmItems } from './film-items.ts';
import { historyOf } from './history.ts';
import { DAY, DEMO_MACHINE, SECTION } from './items.ts';
import { musicItems } from './music-items.ts';
import { playlistsOf } from './playlists.ts';
import { allSeriesItems } from './series-items.ts';

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

/** An invented cinema's library; the same for everybody who starts it on the same day. */
export function demoLibrary(
  images: PictureSource,
  now = Math.floor(Date.now() / 1000 / DAY) * DAY,
): PlexLibrary {
  const items = [...filmItems(now), ...allSeriesItems(now), ...musicItems(now)];
  const history = historyOf(items);
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

import { createRng } from '../../art/random.ts';
import type { PlexItem, PlexPlaylist } from '../model.ts';
import { DAY, DEMO_MACHINE, OWNER, SECTION } from './items.ts';

const FIRST_PLAYLIST = 9501;

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

export function playlistsOf(items: readonly PlexItem[], now: number): PlexPlaylist[] {
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

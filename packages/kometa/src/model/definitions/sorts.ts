import type { FilterLevel } from './filters.ts';

const bothWays = (names: string): string[] =>
  names
    .trim()
    .split(/\s+/)
    .flatMap((name) => [`${name}.asc`, `${name}.desc`]);
const sorted = (names: string): readonly string[] => [...bothWays(names), 'random'];

/** How what Plex finds may be sorted. */
export const SEARCH_SORTS: Readonly<Record<FilterLevel, readonly string[]>> = {
  movie:
    sorted(`title year originally_available release critic_rating audience_rating user_rating content_rating
    duration progress plays added viewed resolution bitrate`),
  show: sorted(`title year originally_available episode_originally_available release episode_release critic_rating
    audience_rating user_rating content_rating unplayed episode_added added viewed`),
  season: sorted('season show user_rating added'),
  episode: sorted(`title show year originally_available episode_originally_available release episode_release
    critic_rating audience_rating user_rating duration progress plays added viewed resolution bitrate`),
  artist: sorted('title user_rating added played plays'),
  album: sorted(`title album_artist year originally_available release critic_rating user_rating added played
    plays`),
  track: sorted(`title album_artist artist album user_rating duration plays added played rated popularity
    bitrate`),
};

export const WATCHLIST_SORTS: readonly string[] = bothWays('added title release critic_rating');

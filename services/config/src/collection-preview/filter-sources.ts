import type { PlexItem } from '@marquee/plex';

/** Filters that a list of items answers; for the others each item must be read by itself. */
const LISTED: ReadonlySet<string> = new Set([
  ...['title', 'season_title', 'show_title', 'summary', 'studio', 'edition', 'has_edition', 'content_rating'],
  ...['year', 'added', 'last_played', 'release', 'history', 'plays', 'duration'],
  ...['user_rating', 'critic_rating', 'audience_rating'],
  ...['resolution', 'audio_codec', 'video_codec', 'video_profile', 'filepath'],
  ...['height', 'width', 'aspect', 'channels'],
]);

type PutTags = (item: PlexItem, tags: string[]) => PlexItem;

/** Filters of tags that lists leave out, but that Plex itself finds items by: with what puts them on an item. */
const TAGGED: Readonly<Record<string, PutTags>> = {
  genre: (item, genres) => ({ ...item, genres }),
  actor: (item, names) => ({ ...item, roles: names.map((name) => ({ name, role: null, thumb: null })) }),
  director: (item, directors) => ({ ...item, directors }),
  writer: (item, writers) => ({ ...item, writers }),
  producer: (item, producers) => ({ ...item, producers }),
  country: (item, countries) => ({ ...item, countries }),
  label: (item, labels) => ({ ...item, labels }),
  collection: (item, collections) => ({ ...item, collections }),
};

export const isListed = (name: string): boolean => LISTED.has(name);
export const putTags = (name: string): PutTags | undefined =>
  Object.hasOwn(TAGGED, name) ? TAGGED[name] : undefined;

import type { CollectionLevel } from '@marquee/contracts';
import type { Sort } from '@marquee/plex';
import { CannotTell } from './verdict.ts';

const fields: Partial<Record<string, string>> = {
  title: 'titleSort',
  year: 'year',
  originally_available: 'originallyAvailableAt',
  release: 'originallyAvailableAt',
  episode_originally_available: 'episode.originallyAvailableAt',
  episode_release: 'episode.originallyAvailableAt',
  critic_rating: 'rating',
  audience_rating: 'audienceRating',
  user_rating: 'userRating',
  content_rating: 'contentRating',
  duration: 'duration',
  progress: 'viewOffset',
  plays: 'viewCount',
  added: 'addedAt',
  episode_added: 'episode.addedAt',
  viewed: 'lastViewedAt',
  played: 'lastViewedAt',
  unplayed: 'unviewedLeafCount',
  resolution: 'mediaHeight',
  bitrate: 'mediaBitrate',
};
const seasons: typeof fields = { season: 'season.index', show: 'show.titleSort' };
/** What Kometa adds to these, so that nothing is equal. */
const ties: Partial<Record<CollectionLevel, Partial<Record<string, readonly string[]>>>> = {
  season: { season: ['season.titleSort'], show: ['index'] },
  episode: {
    show: [
      'season.index:nullsLast',
      'episode.index:nullsLast',
      'episode.originallyAvailableAt:nullsLast',
      'episode.titleSort',
      'episode.id',
    ],
  },
};

/** An order such as `title.desc`, as Plex is asked for it. */
export function plexSorts(level: CollectionLevel, written: string): Sort[] {
  const [name = '', direction] = written.split('.');
  const by = fields[name] ?? seasons[name];
  if (by === undefined) throw new CannotTell(`The order “${written}” is not tried here`);
  const others = ties[level]?.[name] ?? [];
  return [{ by, descending: direction === 'desc' }, ...others.map((tie) => ({ by: tie }))];
}

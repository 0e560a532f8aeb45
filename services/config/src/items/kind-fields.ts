import type { ItemKind } from '@marquee/contracts';

type SortField = 'title' | 'added' | 'year' | 'rating' | 'duration';

/** What Plex calls the fields of one kind; absent where the kind has no such thing. */
export interface KindFields {
  sort: Partial<Record<SortField, string>>;
  /** Orders what is equal by the main field, so that pages neither repeat nor skip. */
  ties: readonly string[];
  genre?: { field: string; kind: ItemKind };
  label?: { field: string; kind: ItemKind };
  resolution?: string;
  unwatched?: { field: string; operator: '=' | '!='; opposite: '=' | '!=' | '>>='; value: number };
}

const title = { title: 'titleSort', added: 'addedAt' } as const;
const flagged = (field: string) => ({ field, operator: '=', opposite: '!=', value: 1 }) as const;
// Music has no flag for it: never played means played zero times.
const unplayed = { field: 'viewCount', operator: '=', opposite: '>>=', value: 0 } as const;
const own = (kind: ItemKind) => ({ genre: { field: 'genre', kind }, label: { field: 'label', kind } });

export const fieldsOfKind: Record<ItemKind, KindFields> = {
  movie: {
    sort: { ...title, year: 'year', rating: 'audienceRating', duration: 'duration' },
    ties: ['titleSort', 'year', 'addedAt'],
    ...own('movie'),
    resolution: 'resolution',
    unwatched: flagged('unwatched'),
  },
  show: {
    sort: { ...title, year: 'year', rating: 'audienceRating', duration: 'duration' },
    ties: ['titleSort', 'year', 'addedAt'],
    ...own('show'),
    resolution: 'episode.resolution',
    unwatched: flagged('unwatchedLeaves'),
  },
  season: {
    sort: { ...title, rating: 'userRating' },
    ties: ['show.titleSort', 'index', 'addedAt'],
    genre: { field: 'show.genre', kind: 'show' },
    label: { field: 'label', kind: 'season' },
    resolution: 'episode.resolution',
    unwatched: flagged('episode.unwatched'),
  },
  episode: {
    sort: { ...title, year: 'year', rating: 'audienceRating', duration: 'duration' },
    ties: ['show.titleSort', 'season.index', 'index'],
    genre: { field: 'show.genre', kind: 'show' },
    label: { field: 'label', kind: 'episode' },
    resolution: 'resolution',
    unwatched: flagged('unwatched'),
  },
  artist: {
    sort: { ...title, rating: 'userRating' },
    ties: ['titleSort', 'addedAt'],
    ...own('artist'),
    unwatched: unplayed,
  },
  album: {
    sort: { ...title, year: 'year', rating: 'userRating' },
    ties: ['titleSort', 'year', 'addedAt'],
    ...own('album'),
    unwatched: unplayed,
  },
  track: {
    sort: { ...title, rating: 'userRating', duration: 'duration' },
    ties: ['artist.titleSort', 'album.titleSort', 'index'],
    ...own('track'),
    unwatched: unplayed,
  },
  collection: {
    sort: { ...title, rating: 'userRating' },
    ties: ['titleSort', 'addedAt'],
    label: { field: 'label', kind: 'collection' },
  },
};

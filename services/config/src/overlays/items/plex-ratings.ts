import type { PlexItem } from '@marquee/plex';

type PlexRating = PlexItem['ratings'][number];

/** Ratings of other services that Plex keeps, by the name of their text variable. */
export function plexRatings(ratings: readonly PlexRating[]): Record<string, number> {
  const named = ratings.flatMap((rating) => {
    const name = variableOf(rating);
    return name === undefined || rating.value === null ? [] : [[name, rating.value] as const];
  });
  return Object.fromEntries(named);
}

function variableOf({ image, type }: PlexRating): string | undefined {
  const source = image?.split('://')[0];
  switch (source) {
    case 'imdb':
      return 'plex_imdb_rating';
    case 'themoviedb':
      return 'plex_tmdb_rating';
    case 'rottentomatoes':
      return type === 'audience' ? 'plex_tomatoesaudience_rating' : 'plex_tomatoes_rating';
    default:
      return undefined;
  }
}

import type { Rng } from '../../art/random.ts';
import type { ExternalRating, PlexItem } from '../model.ts';

const near = (rng: Rng, value: number): number =>
  Math.min(9.9, Math.max(1, Math.round((value + rng.range(-0.5, 0.5)) * 10) / 10));

/** What the agents of Plex bring along: some films carry the tomatoes, some only the databases. */
export function ratingsOf(rng: Rng, critics: number, audience: number): Partial<PlexItem> {
  const tomatoes: ExternalRating[] = [
    {
      image: `rottentomatoes://image.rating.${critics >= 6 ? 'ripe' : 'rotten'}`,
      value: critics,
      type: 'critic',
    },
    {
      image: `rottentomatoes://image.rating.${audience >= 6 ? 'upright' : 'spilled'}`,
      value: audience,
      type: 'audience',
    },
  ];
  const databases: ExternalRating[] = [
    { image: 'imdb://image.rating', value: near(rng, audience), type: 'audience' },
    { image: 'themoviedb://image.rating', value: near(rng, audience), type: 'audience' },
  ];
  const shown = rng.chance(0.75) ? tomatoes : databases.slice(0, 1);
  const critic = shown.find(({ type }) => type === 'critic');
  const crowd = shown.find(({ type }) => type === 'audience');
  return {
    ...(critic ? { rating: critic.value, ratingImage: critic.image } : {}),
    ...(crowd ? { audienceRating: crowd.value, audienceRatingImage: crowd.image } : {}),
    externalRatings: [...tomatoes, ...databases],
  };
}

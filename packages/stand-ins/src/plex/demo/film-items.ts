import { createRng } from '../../art/random.ts';
import type { PlexItem } from '../model.ts';
import { type FilmFacts, films } from './films.ts';
import { addedAt, DAY, demoItem, OWNER, SECTION } from './items.ts';
import { videoMedia } from './media.ts';

const FIRST_KEY = 1001;
/** Beyond every number the real databases have given out. */
const FIRST_TMDB = 90_000_000;

function filmItem(film: FilmFacts, place: number, now: number): PlexItem {
  const rng = createRng(`film/${film.title}`);
  const ratingKey = FIRST_KEY + place;
  const durationMs = film.minutes * 60_000 + rng.int(0, 59) * 1000;
  const name = `${film.title} (${film.year})`;
  const folder = `/media/films/${name}`;
  const versions = rng.chance(0.15) ? 2 : 1;
  const views = rng.chance(0.45) ? rng.int(1, 3) : 0;
  return demoItem(`film/${film.title}`, now, {
    ratingKey,
    kind: 'movie',
    sectionId: SECTION.films,
    title: film.title,
    ...(film.original ? { originalTitle: film.original } : {}),
    ...(film.edition ? { editionTitle: film.edition } : {}),
    ...(film.tagline ? { tagline: film.tagline } : {}),
    summary: film.summary,
    studio: film.studio,
    contentRating: film.certificate,
    year: film.year,
    originallyAvailableAt: `${film.year}-${String(rng.int(1, 12)).padStart(2, '0')}-${String(rng.int(1, 28)).padStart(2, '0')}`,
    duration: durationMs,
    rating: film.critics,
    ratingImage: `rottentomatoes://image.rating.${film.critics >= 6 ? 'ripe' : 'rotten'}`,
    audienceRating: film.audience,
    audienceRatingImage: `rottentomatoes://image.rating.${film.audience >= 6 ? 'upright' : 'spilled'}`,
    addedAt: addedAt(rng, now),
    externalGuids: [`imdb://tt${FIRST_TMDB + place}`, `tmdb://${FIRST_TMDB + place}`],
    tags: {
      genre: film.genres.split('|'),
      director: [film.director],
      writer: [film.director],
      country: [film.country],
      ...(film.collection ? { collection: [film.collection] } : {}),
      ...(rng.chance(0.1) ? { label: [rng.pick(['Favourites', 'Film club', 'Watch with Mum'])] } : {}),
    },
    roles: film.cast.split(', ').map((person) => ({ name: person })),
    media: Array.from({ length: versions }, (_, version) =>
      videoMedia(20_000 + ratingKey * 20 + version * 10, {
        folder,
        name: version === 0 ? name : `${name} - ${film.year < 1990 ? 'broadcast' : 'travel'}`,
        year: version === 0 ? film.year : 1990,
        durationMs,
        rng: rng.fork(`version ${version}`),
      }),
    ),
    use: {
      [OWNER]: {
        ...(views > 0 ? { viewCount: views, lastViewedAt: now - rng.int(1, 300) * DAY } : {}),
        ...(views > 0 && rng.chance(0.4) ? { userRating: rng.int(10, 20) / 2 } : {}),
      },
    },
  });
}

export const filmItems = (now: number): PlexItem[] => films.map((film, place) => filmItem(film, place, now));

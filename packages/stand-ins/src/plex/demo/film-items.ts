import { inventedPerson } from '../../art/people.ts';
import { createRng, type Rng } from '../../art/random.ts';
import type { PlexItem, PlexMedia, Role } from '../model.ts';
import { editions, handPicked, labels, taglines } from './film-extras.ts';
import type { FilmFacts } from './films/film-facts.ts';
import { films } from './films/films.ts';
import { addedAt, demoItem, FRIEND, OWNER, SECTION } from './items.ts';
import { chaptersOf, creditsOf } from './markers.ts';
import { qualityOf, travelQuality } from './media/formats.ts';
import { languageOf } from './media/languages.ts';
import { IDS_PER_VERSION, videoMedia } from './media/media.ts';
import { ratingsOf } from './ratings.ts';
import { viewingOf } from './viewing.ts';

const FIRST_KEY = 1001;
/** Beyond every number the real databases have given out. */
const FIRST_TMDB = 90_000_000;
const FIRST_MEDIA = 100_000;
const FIRST_CHAPTER = 600_000;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

function versionsOf(film: FilmFacts, ratingKey: number, durationMs: number, rng: Rng): PlexMedia[] {
  const name = `${film.title} (${film.year})`.replaceAll('/', '-');
  const common = { folder: `/media/films/${name}`, durationMs, language: languageOf(film.country) };
  const best = qualityOf(film.year, rng);
  const qualities = rng.chance(0.18) ? [best, travelQuality(rng)] : [best];
  return qualities.map((quality, version) =>
    videoMedia(FIRST_MEDIA + (ratingKey * 2 + version) * IDS_PER_VERSION, {
      ...common,
      name,
      quality,
      rng: rng.fork(`version ${version}`),
    }),
  );
}

function rolesOf(film: FilmFacts, rng: Rng): Role[] {
  const known = film.cast.split(', ');
  const more = Array.from({ length: rng.int(1, 4) }, () => inventedPerson(rng));
  return [...known, ...more].map((name) => ({ name, role: inventedPerson(rng) }));
}

const collectionsOf = ({ title, collection }: FilmFacts): string[] => [
  ...(collection ? [collection] : []),
  ...Object.entries(handPicked).flatMap(([name, members]) => (members.includes(title) ? [name] : [])),
];

function filmItem(film: FilmFacts, place: number, now: number): PlexItem {
  const rng = createRng(`film/${film.title}`);
  const ratingKey = FIRST_KEY + place;
  const durationMs = film.minutes * 60_000 + rng.int(0, 59) * 1000;
  const tagline = film.tagline ?? taglines[film.title];
  const editionTitle = film.edition ?? editions[film.title];
  const collection = collectionsOf(film);
  const label = rng.shuffle(labels).slice(0, rng.chance(0.25) ? rng.int(1, 2) : 0);
  const mine = viewingOf(rng.fork('owner'), now, durationMs, { seen: 0.45, rated: 0.5 });
  const theirs = viewingOf(rng.fork('friend'), now, durationMs, { seen: 0.3, rated: 0.35 });
  return demoItem(`film/${film.title}`, now, {
    ratingKey,
    kind: 'movie',
    sectionId: SECTION.films,
    title: film.title,
    ...(film.original ? { originalTitle: film.original } : {}),
    ...(editionTitle ? { editionTitle } : {}),
    ...(tagline ? { tagline } : {}),
    summary: film.summary,
    studio: film.studio,
    contentRating: film.certificate,
    year: film.year,
    originallyAvailableAt: `${film.year}-${twoDigits(rng.int(1, 12))}-${twoDigits(rng.int(1, 28))}`,
    duration: durationMs,
    ...ratingsOf(rng.fork('ratings'), film.critics, film.audience),
    addedAt: addedAt(rng, now),
    externalGuids: [
      `imdb://tt${FIRST_TMDB + place}`,
      `tmdb://${FIRST_TMDB + place}`,
      `tvdb://${FIRST_TMDB + place}`,
    ],
    tags: {
      genre: film.genres.split('|'),
      director: [film.director],
      writer: rng.chance(0.5) ? [film.director] : [inventedPerson(rng), film.director],
      producer: [inventedPerson(rng)],
      country: [film.country],
      ...(collection.length > 0 ? { collection } : {}),
      ...(label.length > 0 ? { label } : {}),
    },
    roles: rolesOf(film, rng.fork('roles')),
    media: versionsOf(film, ratingKey, durationMs, rng.fork('media')),
    chapters: chaptersOf(FIRST_CHAPTER + place * 20, durationMs, rng.fork('chapters')),
    markers: [creditsOf(FIRST_CHAPTER + place * 20 + 19, durationMs)],
    use: { [OWNER]: mine, [FRIEND]: theirs },
  });
}

export const filmItems = (now: number): PlexItem[] => films.map((film, place) => filmItem(film, place, now));

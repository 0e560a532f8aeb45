import {
  anything,
  choice,
  either,
  entries,
  map,
  rating,
  several,
  tags,
  text,
  whole,
  yesNo,
} from '../values.ts';
import { type BuilderTable, buildersOf } from './builder.ts';
import { IMDB_SEARCH_KEYS } from './imdb-search.ts';

const imdb = buildersOf('imdb');
const letterboxd = buildersOf('letterboxd');
const icheckmovies = buildersOf('icheckmovies');
const mojo = buildersOf('boxofficemojo');

const directed = (...fields: readonly string[]) =>
  choice(...fields.flatMap((field) => [`${field}.asc`, `${field}.desc`]));
const movie = { kind: 'movie' } as const;
const limit = { value: whole(0), help: 'How many titles at most; 0 for all.' };
const atLeastOne = { value: whole(1), help: 'How many titles at most.' };
const imdbSorts = directed('custom', 'title', 'rating', 'popularity', 'votes', 'release', 'runtime', 'added');

export const IMDB_BUILDERS: BuilderTable = {
  imdb_id: imdb.plain(several(text), 'Titles by their IMDb numbers, as tt0111161.'),
  imdb_list: imdb.ordered(
    entries(
      either(
        text,
        map({
          list_id: { value: text, help: 'The list’s number, as ls123456789.' },
          url: { value: text, help: 'The address of the list.' },
          limit,
          sort_by: { value: imdbSorts, default: 'custom.asc', help: 'How the list is sorted.' },
        }),
      ),
    ),
    'A list that someone keeps on IMDb.',
  ),
  imdb_chart: imdb.ordered(
    several(
      choice(
        ...['box_office', 'popular_movies', 'top_movies', 'top_english', 'popular_shows', 'top_shows'],
        ...['lowest_rated', 'top_indian', 'top_tamil', 'top_telugu', 'top_malayalam'],
        ...['trending_india', 'trending_tamil', 'trending_telugu'],
      ),
    ),
    'One of IMDb’s own charts.',
  ),
  imdb_watchlist: imdb.ordered(
    entries(
      either(
        text,
        map({
          user_id: { value: text, required: true, help: 'Whose list it is, as ur12345678.' },
          limit,
          sort_by: { value: imdbSorts, default: 'custom.asc', help: 'How the list is sorted.' },
        }),
      ),
    ),
    'What someone wants to see, from IMDb.',
  ),
  imdb_search: imdb.ordered(entries(map(IMDB_SEARCH_KEYS)), 'A search with IMDb’s own terms.'),
  imdb_award: imdb.ordered(
    map({
      event_id: { value: text, required: true, help: 'The event, as ev0000003 for the Oscars.' },
      event_year: { value: anything, required: true, help: 'The year or years, all, latest, or a range.' },
      award_filter: { value: entries(text), help: 'Only these awards.' },
      category_filter: { value: entries(text), help: 'Only these categories.' },
      winning: { value: yesNo, default: 'false', help: 'Only winners, not the nominated.' },
    }),
    'What an award named or gave its prize to.',
  ),
};

const letterboxdList = entries(
  either(
    text,
    map({
      url: { value: text, required: true, help: 'The address of the list.' },
      limit,
      sort_by: { value: text, help: 'How the list is sorted.' },
      year: { value: either(whole(), text), help: 'Only of this year, or of these years.' },
      rating: { value: anything, help: 'Only what its owner rated so.' },
      note: { value: text, help: 'Only what the list has a note with these words for.' },
      incremental: { value: yesNo, help: 'Read only what is new since the last time.' },
    }),
  ),
);
const userSorts = [
  ...['release_date_newest', 'release_date_earliest', 'name', 'popularity', 'when_added_newest'],
  ...['when_added_earliest', 'when_rated_newest', 'when_rated_earliest', 'average_rating_highest'],
  ...[
    'average_rating_lowest',
    'user_rating_highest',
    'user_rating_lowest',
    'length_shortest',
    'length_longest',
  ],
];
const letterboxdUser = entries(
  either(
    text,
    map({
      username: { value: text, help: 'Whose films.' },
      usernames: { value: tags, help: 'Whose films, when it is several people.' },
      min_rating: { value: rating, help: 'Only what they rated so or higher.' },
      limit,
      year: { value: either(whole(), text), help: 'Only of this year, or of these years.' },
      sort_by: {
        value: choice(...userSorts),
        default: 'release_date_newest',
        help: 'How they are sorted.',
      },
      incremental: { value: yesNo, help: 'Read only what is new since the last time.' },
      note: { value: text, help: 'Only what has these words in its note.' },
    }),
  ),
);

export const LETTERBOXD_BUILDERS: BuilderTable = {
  letterboxd_list: letterboxd.ordered(letterboxdList, 'A list that someone keeps on Letterboxd.', movie),
  letterboxd_list_details: letterboxd.plain(
    letterboxdList,
    'A Letterboxd list, whose description becomes the summary.',
    movie,
  ),
  letterboxd_user_films: letterboxd.ordered(letterboxdUser, 'The films that someone logged.', movie),
  letterboxd_user_films_details: letterboxd.plain(
    letterboxdUser,
    'The films that someone logged, with the summary taken along.',
    movie,
  ),
  letterboxd_user_reviews: letterboxd.ordered(letterboxdUser, 'The films that someone wrote about.', movie),
  letterboxd_user_reviews_details: letterboxd.plain(
    letterboxdUser,
    'The films that someone wrote about, with the summary taken along.',
    movie,
  ),
};

export const ICHECKMOVIES_BUILDERS: BuilderTable = {
  icheckmovies_list: icheckmovies.ordered(entries(text), 'A list of ICheckMovies, by its address.', movie),
  icheckmovies_list_details: icheckmovies.plain(
    entries(text),
    'A list of ICheckMovies, whose description becomes the summary.',
    movie,
  ),
};

const mojoYear = { value: either(whole(), text), help: 'Which year; current and current-1 count too.' };
const mojoRange = (...ranges: readonly string[]) =>
  entries(
    map({
      range: { value: choice(...ranges), required: true, help: 'Over how long the money is counted.' },
      year: mojoYear,
      range_data: { value: either(whole(), text), help: 'Which day, week, month, season or holiday.' },
      limit: atLeastOne,
    }),
  );
const box = (value: ReturnType<typeof entries>, help: string) => mojo.ordered(value, help, movie);

export const MOJO_BUILDERS: BuilderTable = {
  mojo_world: box(
    entries(map({ year: { ...mojoYear, required: true }, limit: atLeastOne })),
    'What earned most in the whole world in a year.',
  ),
  mojo_domestic: box(
    mojoRange('daily', 'weekend', 'weekly', 'monthly', 'quarterly', 'yearly', 'season', 'holiday'),
    'What earned most in North America.',
  ),
  mojo_international: box(
    mojoRange('weekend', 'monthly', 'quarterly', 'yearly'),
    'What earned most in other countries.',
  ),
  mojo_record: box(
    entries(
      map({
        chart: { value: text, required: true, help: 'Which record, as top_opening_weekend.' },
        limit: atLeastOne,
      }),
    ),
    'What holds a record at the box office.',
  ),
  mojo_all_time: box(
    entries(
      map({
        chart: {
          value: choice('domestic', 'worldwide'),
          required: true,
          help: 'Where the money was earned.',
        },
        content_rating_filter: {
          value: choice('g', 'g/pg', 'pg', 'pg-13', 'r', 'nc-17'),
          help: 'Only films with this content rating.',
        },
        limit: atLeastOne,
      }),
    ),
    'What earned most of all time.',
  ),
  mojo_never: box(
    entries(
      map({
        never: { value: choice('1', '5', '10'), required: true, help: 'Which place it never reached.' },
        chart: { value: choice('domestic', 'worldwide'), required: true, help: 'Where it earned.' },
        limit: atLeastOne,
      }),
    ),
    'What earned most and never was first, among five or among ten.',
  ),
};

import { either, entries, map, several, text, whole } from '../values.ts';
import { type Builder, type BuilderTable, buildersOf } from './builder.ts';
import { TMDB_DISCOVER_KEYS } from './tmdb-discover.ts';

const { ordered, plain } = buildersOf('tmdb');
// A number, or an address that holds one.
const ids = several(either(whole(1), text));
const movie = { kind: 'movie' } as const;
const show = { kind: 'show' } as const;
const chart = (help: string, more = {}) => ordered(whole(1), help, more);

/** The builder, and the one that also takes picture and words from TMDb. */
const withDetails = (name: string, builder: Builder, help: string): BuilderTable => ({
  [name]: builder,
  [`${name}_details`]: { ...builder, ordered: false, help },
});

export const TMDB_BUILDERS: BuilderTable = {
  ...withDetails(
    'tmdb_actor',
    plain(ids, 'Everything that someone plays in.'),
    'What someone plays in, with their picture and life.',
  ),
  ...withDetails(
    'tmdb_collection',
    plain(ids, 'The films of a TMDb collection.', movie),
    'The films of a TMDb collection, with its picture and words.',
  ),
  tmdb_company: plain(ids, 'Everything that a company made.'),
  ...withDetails(
    'tmdb_crew',
    plain(ids, 'Everything that someone worked on.'),
    'What someone worked on, with their picture and life.',
  ),
  ...withDetails(
    'tmdb_director',
    plain(ids, 'Everything that someone directed.'),
    'What someone directed, with their picture and life.',
  ),
  tmdb_discover: ordered(entries(map(TMDB_DISCOVER_KEYS)), 'A search with TMDb’s own terms.'),
  tmdb_keyword: plain(ids, 'Everything with a TMDb keyword, by its number.'),
  ...withDetails(
    'tmdb_list',
    ordered(ids, 'A list that someone keeps on TMDb.'),
    'A TMDb list, whose words become the summary.',
  ),
  ...withDetails(
    'tmdb_movie',
    plain(ids, 'Films by their TMDb numbers.', movie),
    'Films by their TMDb numbers, with the first one’s picture and words.',
  ),
  tmdb_network: plain(ids, 'Everything that a channel shows, by its TMDb number.', show),
  tmdb_airing_today: chart('Shows with an episode today, as many as you say.', show),
  tmdb_popular: chart('The most popular of TMDb, as many as you say.'),
  tmdb_top_rated: chart('The best rated of TMDb, as many as you say.'),
  tmdb_now_playing: chart('Films in the cinemas, as many as you say.', movie),
  tmdb_on_the_air: chart('Shows with an episode this week, as many as you say.', show),
  tmdb_trending_daily: chart('What people look at today, as many as you say.'),
  tmdb_trending_weekly: chart('What people look at this week, as many as you say.'),
  tmdb_upcoming: chart('Films that come to the cinemas soon, as many as you say.', movie),
  ...withDetails(
    'tmdb_producer',
    plain(ids, 'Everything that someone produced.'),
    'What someone produced, with their picture and life.',
  ),
  ...withDetails(
    'tmdb_show',
    plain(ids, 'Shows by their TMDb numbers.', show),
    'Shows by their TMDb numbers, with the first one’s picture and words.',
  ),
  ...withDetails(
    'tmdb_writer',
    plain(ids, 'Everything that someone wrote.'),
    'What someone wrote, with their picture and life.',
  ),
};

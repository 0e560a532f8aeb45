import type { KeySpec } from '../../key-spec.ts';
import { anything, choice, either, entries, map, text, whole, yesNo } from '../values.ts';
import { type BuilderTable, buildersOf } from './builder.ts';

const { ordered, plain } = buildersOf('trakt');
const periods = ['daily', 'weekly', 'monthly', 'yearly', 'all'] as const;
const range = (help: string): KeySpec => ({ value: either(text, whole()), help });

const chart = entries(
  map({
    chart: {
      value: choice('trending', 'popular', 'recommended', 'watched', 'collected'),
      required: true,
      help: 'Which chart.',
    },
    time_period: { value: choice(...periods), default: 'weekly', help: 'Over how long Trakt counts.' },
    limit: { value: whole(1), default: '10', help: 'How many titles at most.' },
    query: range('Words to look for.'),
    years: range('Of these years, as 2000-2009.'),
    genres: { value: anything, help: 'Of these genres.' },
    languages: { value: anything, help: 'In these languages.' },
    countries: { value: anything, help: 'From these countries.' },
    certifications: { value: anything, help: 'With these age ratings.' },
    runtimes: range('How many minutes it lasts, as 30-90.'),
    ratings: range('Trakt’s rating, as 75-100.'),
    votes: range('How many people voted on Trakt.'),
    tmdb_ratings: range('TMDb’s rating, as 5.5-10.0.'),
    tmdb_votes: range('How many people voted on TMDb.'),
    imdb_ratings: range('IMDb’s rating, as 5.5-10.0.'),
    imdb_votes: range('How many people voted on IMDb.'),
    rt_meters: range('The critics of Rotten Tomatoes, as 55-100.'),
    rt_user_meters: range('The audience of Rotten Tomatoes, as 55-100.'),
    metascores: range('Metacritic’s score, as 55-100.'),
    studio_ids: { value: anything, help: 'Made by these studios.' },
    network_ids: { value: anything, help: 'Shown by these channels.' },
    status: { value: anything, help: 'How the show stands.' },
  }),
);

const userlist = entries(
  map({
    userlist: {
      value: choice('watchlist', 'favorites', 'watched', 'collection'),
      required: true,
      help: 'Which of the user’s lists.',
    },
    user: { value: text, default: 'me', help: 'Whose list it is.' },
    sort_by: {
      value: choice('rank', 'added', 'released', 'title'),
      default: 'rank',
      help: 'How it is sorted.',
    },
  }),
);

const legacy = (what: 'collected' | 'recommended' | 'watched', help: string): BuilderTable =>
  Object.fromEntries(
    periods.map((period) => [
      `trakt_${what}_${period}`,
      ordered(whole(1), `${help} ${period === 'all' ? 'of all time' : `(${period})`}.`, {
        renamedTo: 'trakt_chart',
      }),
    ]),
  );

export const TRAKT_BUILDERS: BuilderTable = {
  trakt_list: ordered(entries(text), 'A list that someone keeps on Trakt, by its address.'),
  trakt_list_details: plain(entries(text), 'A Trakt list, whose description becomes the summary.'),
  trakt_chart: ordered(chart, 'One of Trakt’s charts.'),
  trakt_userlist: ordered(userlist, 'What a Trakt user watched, has, likes or wants to see.'),
  trakt_boxoffice: ordered(yesNo, 'The ten films that earned most last weekend.', { kind: 'movie' }),
  trakt_recommendations: ordered(whole(1, 100), 'What Trakt recommends to you.'),
  ...legacy('collected', 'What most people have'),
  ...legacy('recommended', 'What most people recommend'),
  ...legacy('watched', 'What most people watch'),
  trakt_collection: ordered(anything, 'What a Trakt user has.', { renamedTo: 'trakt_userlist' }),
  trakt_anticipated: plain(whole(1), 'What people look forward to, as many as you say.'),
  trakt_popular: ordered(whole(1), 'The most popular of Trakt.', { renamedTo: 'trakt_chart' }),
  trakt_trending: ordered(whole(1), 'What people watch right now.', { renamedTo: 'trakt_chart' }),
  trakt_watchlist: ordered(anything, 'What a Trakt user wants to see.', { renamedTo: 'trakt_userlist' }),
};

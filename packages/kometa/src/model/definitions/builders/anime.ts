import { anything, choice, entries, map, rating, several, text, whole, yesNo } from '../values.ts';
import { type BuilderTable, buildersOf } from './builder.ts';

const anidb = buildersOf('anidb');
const anilist = buildersOf('anilist');
const mal = buildersOf('mal');

const ids = several(whole(1));
const limit = { value: whole(0), help: 'How many titles at most.' };
const scores = {
  'score.gt': { value: rating, help: 'Only what this user rated higher.' },
  'score.gte': { value: rating, help: 'Only what this user rated so or higher.' },
  'score.lt': { value: rating, help: 'Only what this user rated lower.' },
  'score.lte': { value: rating, help: 'Only what this user rated so or lower.' },
};
const userSorts = [
  ...['score', 'popularity', 'status', 'progress'],
  ...['last_updated', 'last_added', 'start_date', 'completed_date'],
];
const season = choice('winter', 'spring', 'summer', 'fall', 'current');

export const ANIDB_BUILDERS: BuilderTable = {
  anidb_id: anidb.plain(ids, 'Anime by their AniDB numbers.'),
  anidb_relation: anidb.plain(ids, 'An anime and all that AniDB relates to it.'),
  anidb_tag: anidb.plain(anything, 'Anime that carry an AniDB tag, by the tag’s number.'),
  anidb_tag_name: anidb.plain(anything, 'Anime that carry an AniDB tag, by the tag’s name.'),
};

export const ANILIST_BUILDERS: BuilderTable = {
  anilist_id: anilist.plain(ids, 'Anime by their AniList numbers.'),
  anilist_popular: anilist.ordered(whole(1), 'The most popular anime of AniList, as many as you say.'),
  anilist_relations: anilist.plain(ids, 'An anime with its prequels, sequels and side stories.'),
  // 39 keys in Kometa's code; which ones the reference does not say.
  anilist_search: anilist.ordered(
    { type: 'map', keys: {}, open: true },
    'A search with AniList’s own terms.',
  ),
  anilist_studio: anilist.plain(ids, 'Everything of a studio, by its AniList number.'),
  anilist_top_rated: anilist.ordered(whole(1), 'The best rated anime of AniList, as many as you say.'),
  anilist_trending: anilist.ordered(whole(1), 'The anime that AniList talks of now, as many as you say.'),
  anilist_userlist: anilist.ordered(
    entries(
      map({
        username: { value: text, required: true, help: 'Whose list it is.' },
        list_name: { value: text, required: true, help: 'The name of the list.' },
        sort_by: {
          value: choice(...userSorts),
          default: 'score',
          help: 'How the list is sorted.',
        },
        ...scores,
      }),
    ),
    'An anime list that someone keeps on AniList.',
  ),
};

const chart = (most: number, help: string) => mal.ordered(whole(1, most), help);

export const MAL_BUILDERS: BuilderTable = {
  mal_id: mal.plain(ids, 'Anime by their MyAnimeList numbers.'),
  mal_all: chart(500, 'The best anime of MyAnimeList, as many as you say.'),
  mal_airing: chart(500, 'The best anime on air now.'),
  mal_upcoming: chart(500, 'The anime most looked forward to.'),
  mal_tv: chart(500, 'The best anime series.'),
  mal_ova: chart(500, 'The best anime that went straight to video.'),
  mal_movie: chart(500, 'The best anime films.'),
  mal_special: chart(500, 'The best anime specials.'),
  mal_popular: chart(500, 'The anime that most members watch.'),
  mal_favorite: chart(500, 'The anime that most members love.'),
  mal_season: mal.ordered(
    map({
      season: { value: season, default: 'current', help: 'Which season of the year.' },
      year: { value: whole(1917), help: 'Of which year; the current one when left out.' },
      sort_by: { value: choice('members', 'score'), default: 'members', help: 'How they are sorted.' },
      limit: { value: whole(1, 500), default: '100', help: 'How many titles at most.' },
      starting_only: { value: yesNo, default: 'false', help: 'Leave out what began in an earlier season.' },
    }),
    'The anime of one season.',
  ),
  mal_suggested: chart(100, 'What MyAnimeList suggests to you.'),
  mal_userlist: mal.ordered(
    map({
      username: { value: text, required: true, help: 'Whose list it is; @me is yours.' },
      status: {
        value: choice('all', 'watching', 'completed', 'on_hold', 'dropped', 'plan_to_watch'),
        default: 'all',
        help: 'How far the user is with them.',
      },
      sort_by: {
        value: choice('score', 'last_updated', 'title', 'start_date'),
        default: 'score',
        help: 'How the list is sorted.',
      },
      limit: { value: whole(1, 1000), default: '100', help: 'How many titles at most.' },
    }),
    'An anime list that someone keeps on MyAnimeList.',
  ),
  mal_genre: mal.ordered(anything, 'Anime of a genre, by its MyAnimeList number.'),
  mal_studio: mal.ordered(anything, 'Anime of a studio, by its MyAnimeList number.'),
  mal_search: mal.ordered(
    map({
      sort_by: { value: text, help: 'How what is found is sorted.' },
      limit,
      query: { value: text, help: 'Words to look for.' },
      prefix: { value: text, help: 'What the title begins with.' },
      type: { value: several(choice('tv', 'movie', 'ova', 'special', 'ona', 'music')), help: 'What it is.' },
      status: { value: choice('airing', 'complete', 'upcoming'), help: 'Whether it is out.' },
      genre: { value: anything, help: 'Its genres.' },
      'genre.not': { value: anything, help: 'Genres it must not have.' },
      studio: { value: anything, help: 'Who made it.' },
      content_rating: { value: choice('g', 'pg', 'pg13', 'r17', 'r', 'rx'), help: 'For which age.' },
      'score.gt': { value: rating, help: 'Rated higher.' },
      'score.gte': { value: rating, help: 'Rated so or higher.' },
      'score.lt': { value: rating, help: 'Rated lower.' },
      'score.lte': { value: rating, help: 'Rated so or lower.' },
      sfw: { value: yesNo, help: 'Leave adult titles out.' },
    }),
    'A search with MyAnimeList’s own terms.',
  ),
};

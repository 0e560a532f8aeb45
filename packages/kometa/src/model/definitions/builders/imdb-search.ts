import type { KeySpec, KeyTable } from '../../key-spec.ts';
import { anything, choice, date, either, tags, text, whole, yesNo } from '../values.ts';

const any = (name: string, help: string): KeyTable => ({
  [name]: { value: tags, help: `${help} All of them must fit.` },
  [`${name}.any`]: { value: tags, help: `${help} One that fits is enough.` },
  [`${name}.not`]: { value: tags, help: `${help} What has one of them is left out.` },
});
const apart = (name: string, help: string): KeyTable => ({
  [name]: { value: tags, help },
  [`${name}.not`]: { value: tags, help: `${help} What has one of them is left out.` },
});
const between = (name: string, value: KeySpec['value'], help: string): KeyTable => ({
  [`${name}.gte`]: { value, help: `${help} At least this.` },
  [`${name}.lte`]: { value, help: `${help} At most this.` },
});
const sorts = ['popularity', 'title', 'rating', 'votes', 'box_office', 'runtime', 'year', 'release'];
const day = either(date, choice('today'));

/** What `imdb_search` asks for. */
export const IMDB_SEARCH_KEYS: KeyTable = {
  limit: { value: whole(0), default: '100', help: 'How many titles at most; 0 for all.' },
  sort_by: {
    value: choice(...sorts.flatMap((sort) => [`${sort}.asc`, `${sort}.desc`])),
    default: 'popularity.asc',
    help: 'How what is found is sorted.',
  },
  title: { value: text, help: 'Words of the title.' },
  ...apart('type', 'What it is, as movie or tv_series.'),
  'release.after': { value: day, help: 'Came out on this day or later.' },
  'release.before': { value: day, help: 'Came out on this day or earlier.' },
  ...between('rating', { type: 'number', min: 0.1, max: 10 }, 'IMDb’s rating.'),
  ...between('votes', whole(0), 'How many people voted.'),
  ...any('genre', 'Genres.'),
  ...any('interests', 'IMDb’s interests.'),
  event: { value: tags, help: 'Named for one of these awards.' },
  'event.winning': { value: tags, help: 'Won one of these awards.' },
  imdb_top: { value: whole(1), help: 'Among IMDb’s best, up to this place.' },
  imdb_bottom: { value: whole(1), help: 'Among IMDb’s worst, up to this place.' },
  ...apart('topic', 'What IMDb has a page of, as trivia.'),
  company: { value: tags, help: 'Made or sold by one of these companies.' },
  content_rating: { value: anything, help: 'For which age, with the country that says so.' },
  ...any('country', 'Countries.'),
  'country.origin': { value: tags, help: 'The first country named.' },
  ...any('keyword', 'IMDb’s keywords.'),
  ...apart('series', 'Episodes of these series.'),
  ...any('list', 'On these IMDb lists.'),
  ...any('language', 'Languages spoken.'),
  'language.primary': { value: tags, help: 'The first language named.' },
  ...between('popularity', whole(0), 'The place among the most popular.'),
  ...any('cast', 'People who play in it, by their IMDb numbers.'),
  character: { value: text, help: 'The name of a role.' },
  ...between('runtime', whole(0), 'How many minutes it lasts.'),
  adult: { value: yesNo, default: 'false', help: 'Find adult titles too.' },
  ...any('alternate_version', 'Words about other versions.'),
  ...any('crazy_credit', 'Words about odd credits.'),
  ...any('goof', 'Words about mistakes.'),
  ...any('location', 'Words about where it was filmed.'),
  ...any('plot', 'Words of the plot.'),
  ...any('quote', 'Words that are said.'),
  ...any('soundtrack', 'Words about the music.'),
  ...any('trivia', 'Words of the trivia.'),
};

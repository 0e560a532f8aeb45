import type { KeySpec, KeyTable } from '../../key-spec.ts';
import { SEARCH_SORTS } from '../sorts.ts';
import { choice, either, entries, schedule, tags, text, whole, yesNo } from '../values.ts';

const known = (value: KeySpec['value'], help: string): KeySpec => ({ value, help });
const id = either(whole(1), text);
const sorts = [...new Set(['release', 'alpha', 'custom', ...Object.values(SEARCH_SORTS).flat()])];
const shown = (where: string) => known(either(yesNo, schedule), `Show it ${where}, always or on some days.`);

/** Where the summary comes from. */
export const SUMMARY_KEYS: KeyTable = {
  summary: known(text, 'What Plex says about it.'),
  tmdb_summary: known(id, 'The summary is TMDb’s of this title or collection.'),
  tmdb_description: known(id, 'The summary is the description of this TMDb list.'),
  tmdb_biography: known(id, 'The summary is the life of this person at TMDb.'),
  tvdb_summary: known(id, 'The summary is TVDb’s of this title.'),
  tvdb_description: known(text, 'The summary is the description of this TVDb list.'),
  trakt_description: known(text, 'The summary is the description of this Trakt list.'),
  letterboxd_description: known(text, 'The summary is the description of this Letterboxd list.'),
  icheckmovies_description: known(text, 'The summary is the description of this ICheckMovies list.'),
};

/** Where its poster comes from. */
export const POSTER_KEYS: KeyTable = {
  url_poster: known(text, 'The poster is at this address.'),
  file_poster: known(text, 'The poster is this file on Kometa’s machine.'),
  tmdb_poster: known(id, 'The poster is TMDb’s of this title or collection.'),
  tmdb_profile: known(id, 'The poster is TMDb’s picture of this person.'),
  tvdb_poster: known(id, 'The poster is TVDb’s of this title.'),
};

/** What is seen of a collection in Plex. */
export const LOOK_KEYS: KeyTable = {
  ...SUMMARY_KEYS,
  ...POSTER_KEYS,
  tmdb_list_poster: known(id, 'The poster is that of this TMDb list.'),
  tvdb_list_poster: known(text, 'The poster is that of this TVDb list.'),
  kometa_poster: known({ type: 'any' }, 'The poster is drawn by Kometa.'),
  url_background: known(text, 'The background is at this address.'),
  file_background: known(text, 'The background is this file on Kometa’s machine.'),
  tmdb_background: known(id, 'The background is TMDb’s of this title or collection.'),
  tvdb_background: known(id, 'The background is TVDb’s of this title.'),
  url_square_art: known(text, 'The square picture is at this address.'),
  file_square_art: known(text, 'The square picture is this file on Kometa’s machine.'),
  url_theme: known(text, 'The music is at this address.'),
  file_theme: known(text, 'The music is this file on Kometa’s machine.'),
  sort_title: known(text, 'Where it stands in the alphabet.'),
  content_rating: known(text, 'For which age it is.'),
  label: known(tags, 'Labels that the collection gets.'),
  'label.remove': known(tags, 'Labels that the collection loses.'),
  'label.sync': known(tags, 'The only labels the collection has.'),
  append_label: known(tags, 'Labels that are added to those of the templates.'),
  collection_mode: known(
    choice('default', 'hide', 'hide_items', 'hideitems', 'show_items', 'showitems'),
    'Whether the library shows the collection, its items, or both.',
  ),
  collection_order: known(entries(choice(...sorts)), 'How its items are sorted.'),
  collection_filtering: known(
    choice('admin', 'user'),
    'Whose view of the library a smart collection follows.',
  ),
  album_sorting: known(text, 'How the albums of an artist are sorted.'),
  visible_library: shown('on the library’s page'),
  visible_home: shown('on your home page'),
  visible_shared: shown('on the home page of friends'),
};

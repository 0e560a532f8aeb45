import type { KeySpec, KeyTable } from '../key-spec.ts';
import { PLEX_LANGUAGES } from './languages.ts';
import {
  anything,
  choice,
  date,
  either,
  entries,
  map,
  rating,
  several,
  tags,
  text,
  whole,
  yesNo,
} from './values.ts';

type Kinds = NonNullable<KeySpec['libraries']>;
const movie: Kinds = ['movie'];
const show: Kinds = ['show'];
const artist: Kinds = ['artist'];
const video: Kinds = ['movie', 'show'];
const known = (value: KeySpec['value'], help: string, libraries?: Kinds): KeySpec => ({
  value,
  help,
  ...(libraries ? { libraries } : {}),
});
const changed = (name: string, what: string, libraries?: Kinds): KeyTable => ({
  [name]: known(tags, `${what} it gets.`, libraries),
  [`${name}.sync`]: known(tags, `${what} that are the only ones it has.`, libraries),
  [`${name}.remove`]: known(tags, `${what} it loses.`, libraries),
});

const title = known(text, 'The title.');
const sortTitle = known(text, 'Where it stands in the alphabet.');
const summary = known(text, 'What Plex says about it.');
const userRating = known(rating, 'What you think, up to 10.');
const criticRating = known(rating, 'What critics think, up to 10.');
const audienceRating = known(rating, 'What the audience thinks, up to 10.');
const day = known(date, 'The day it came out.');
const pictures: KeyTable = {
  file_poster: known(text, 'The poster is this file on Kometa’s machine.'),
  url_poster: known(text, 'The poster is at this address.'),
  file_background: known(text, 'The background is this file on Kometa’s machine.'),
  url_background: known(text, 'The background is at this address.'),
};
const labels = changed('label', 'Labels');
const collections = changed('collection', 'Collections');
const sound: KeyTable = {
  audio_language: known(choice('en', ...PLEX_LANGUAGES), 'Which spoken language Plex chooses.', show),
  subtitle_language: known(
    choice('en', ...PLEX_LANGUAGES),
    'Which language of subtitles Plex chooses.',
    show,
  ),
  subtitle_mode: known(choice('default', 'manual', 'foreign', 'always'), 'When Plex shows subtitles.', show),
};

const TRACK_KEYS: KeyTable = {
  title,
  sort_title: sortTitle,
  summary,
  user_rating: userRating,
  critic_rating: criticRating,
  track: known(either(whole(0), text), 'The number of the track.'),
  disc: known(either(whole(0), text), 'The number of the disc.'),
  original_artist: known(text, 'Who plays it, when that is not the artist of the album.'),
  ...labels,
  ...collections,
  ...changed('mood', 'Moods'),
};

const ALBUM_KEYS: KeyTable = {
  title,
  sort_title: sortTitle,
  summary,
  originally_available: day,
  record_label: known(text, 'Who published the record.'),
  critic_rating: criticRating,
  user_rating: userRating,
  album_sorting: known(text, 'How the albums are sorted.'),
  ...changed('genre', 'Genres'),
  ...changed('mood', 'Moods'),
  ...changed('style', 'Styles'),
  ...labels,
  ...collections,
  ...pictures,
  tracks: known({ type: 'dictionary', of: map(TRACK_KEYS) }, 'Its tracks, by number or title.'),
};

const EPISODE_KEYS: KeyTable = {
  title,
  summary,
  sort_title: sortTitle,
  originally_available: day,
  content_rating: known(text, 'For which age it is.'),
  user_rating: userRating,
  audience_rating: audienceRating,
  critic_rating: criticRating,
  ...pictures,
  ...labels,
  ...collections,
  ...changed('director', 'Directors'),
  ...changed('writer', 'Writers'),
};

const SEASON_KEYS: KeyTable = {
  title,
  summary,
  sort_title: sortTitle,
  user_rating: userRating,
  audience_rating: audienceRating,
  critic_rating: criticRating,
  originally_available: day,
  ...pictures,
  ...labels,
  ...collections,
  ...sound,
  episodes: known({ type: 'dictionary', of: map(EPISODE_KEYS) }, 'Its episodes, by number or title.'),
};

const MATCH_KEYS: KeyTable = {
  title: known(entries(text), 'The title it has in Plex, or several it may have.'),
  year: known(whole(), 'Its year.'),
  mapping_id: known(either(whole(1), text), 'Its number at TMDb, TVDb or IMDb.'),
  edition: known(entries(text), 'Its edition.'),
  edition_contains: known(entries(text), 'Words in the name of its edition.'),
  blank_edition: known(yesNo, 'That it has no edition.'),
};

const update = either(yesNo, { type: 'list', of: either(yesNo, text) });

/** Everything that may be written of one title in a metadata file. */
export const METADATA_KEYS: KeyTable = {
  match: known(map(MATCH_KEYS), 'Which title is meant, when its name is not enough.'),
  run_definition: known(
    several(either(yesNo, choice('movie', 'show', 'artist'))),
    'Do it, or only in such libraries.',
  ),
  template: known(anything, 'Templates that write the rest, each with the values for its variables.'),
  variables: known(anything, 'Values for the variables of all templates it calls.'),
  tmdb_show: known(either(whole(1), text), 'The show at TMDb that it is.', show),
  f1_season: known(whole(1950), 'The year of Formula 1 whose races the episodes are.', show),
  round_prefix: known(yesNo, 'Put the number of the race before its name.', show),
  shorten_gp: known(yesNo, 'Write GP for Grand Prix.', show),
  update_seasons: known(update, 'Do what is written of seasons.', show),
  update_episodes: known(update, 'Do what is written of episodes.', show),
  seasons: known({ type: 'dictionary', of: map(SEASON_KEYS) }, 'Its seasons, by number.', show),
  albums: known({ type: 'dictionary', of: map(ALBUM_KEYS) }, 'Its albums, by title.', artist),
  title,
  sort_title: sortTitle,
  original_title: known(text, 'The title in its own language.', video),
  originally_available: day,
  content_rating: known(text, 'For which age it is.'),
  tagline: known(text, 'The line under the title.'),
  summary,
  studio: known(text, 'Who made it.'),
  audience_rating: audienceRating,
  critic_rating: criticRating,
  user_rating: userRating,
  edition: known(text, 'The edition.', movie),
  ...changed('genre', 'Genres'),
  ...labels,
  ...collections,
  ...changed('country', 'Countries'),
  ...changed('director', 'Directors', movie),
  ...changed('producer', 'Producers', movie),
  ...changed('writer', 'Writers', movie),
  ...changed('mood', 'Moods', artist),
  ...changed('style', 'Styles', artist),
  ...changed('similar_artist', 'Similar artists', artist),
  ...pictures,
  metadata_language: known(choice(...PLEX_LANGUAGES), 'In which language the data is.', video),
  use_original_title: known(choice('default', 'no', 'yes'), 'Whether the original title is shown.', video),
  episode_ordering: known(
    choice('default', 'tmdb_aired', 'tvdb_aired', 'tvdb_dvd', 'tvdb_absolute'),
    'Whose numbers the episodes follow.',
    show,
  ),
  episode_sorting: known(choice('default', 'oldest', 'newest'), 'How episodes are sorted.', show),
  season_display: known(choice('default', 'show', 'hide'), 'Whether seasons are shown.', show),
  keep_episodes: known(
    choice('all', '5_latest', '3_latest', 'latest', 'past_3', 'past_7', 'past_30'),
    'Which unwatched episodes Plex keeps.',
    show,
  ),
  delete_episodes: known(
    choice('never', 'day', 'week', 'month', 'refresh'),
    'When Plex deletes watched episodes.',
    show,
  ),
  ...sound,
  credits_detection: known(choice('default', 'disabled'), 'Whether Plex looks for the credits.', video),
  album_sorting: known(choice('default', 'newest', 'oldest', 'name'), 'How albums are sorted.', artist),
};

import type { KeySpec, KeyTable } from '../../key-spec.ts';
import { PLEX_LANGUAGES } from '../languages.ts';
import { choice, rating, tags, text, whole, yesNo } from '../values.ts';

type Kinds = NonNullable<KeySpec['libraries']>;
const video: Kinds = ['movie', 'show'];
const show: Kinds = ['show'];
const known = (value: KeySpec['value'], help: string, libraries?: Kinds): KeySpec => ({
  value,
  help,
  ...(libraries ? { libraries } : {}),
});
const changed = (name: string, what: string, libraries?: Kinds): KeyTable => ({
  [name]: known(tags, `${what} that every item gets.`, libraries),
  [`${name}.remove`]: known(tags, `${what} that every item loses.`, libraries),
  [`${name}.sync`]: known(tags, `${what} that are the only ones every item has.`, libraries),
});
const language = choice('en', ...PLEX_LANGUAGES);

/** What is changed on the items of a collection. */
export const ITEM_KEYS: KeyTable = {
  ...changed('item_label', 'Labels'),
  ...changed('item_genre', 'Genres', video),
  ...changed('item_radarr_tag', 'Radarr tags', video),
  ...changed('item_sonarr_tag', 'Sonarr tags', video),
  non_item_remove_label: known(tags, 'Labels that everything outside of the collection loses.'),
  item_edition: known(text, 'The edition every film gets; blank takes it away.', ['movie']),
  item_critic_rating: known(rating, 'What critics think of every item.', video),
  item_audience_rating: known(rating, 'What the audience thinks of every item.', video),
  item_user_rating: known(rating, 'What you think of every item.', video),
  item_assets: known(yesNo, 'Give every item the pictures from the asset folders.'),
  item_refresh: known(yesNo, 'Let Plex fetch the data of every item anew.'),
  item_refresh_delay: known(whole(0), 'How many seconds to wait between two items.'),
  item_analyze: known(yesNo, 'Let Plex look at the files of every item anew.'),
  item_lock_poster: known(yesNo, 'Lock or unlock the poster of every item.'),
  item_lock_background: known(yesNo, 'Lock or unlock the background of every item.'),
  item_lock_square_art: known(yesNo, 'Lock or unlock the square picture of every item.'),
  item_lock_title: known(yesNo, 'Lock or unlock the title of every item.'),
  item_tmdb_season_titles: known(yesNo, 'Give every season its title at TMDb.', show),
  revert_overlay: known(yesNo, 'Take the overlays off every item.', video),
  item_album_sorting: known(choice('default', 'newest', 'oldest', 'name'), 'How albums are sorted.', [
    'artist',
  ]),
  item_episode_sorting: known(choice('default', 'oldest', 'newest'), 'How episodes are sorted.', show),
  item_keep_episodes: known(
    choice('all', '5_latest', '3_latest', 'latest', 'past_3', 'past_7', 'past_30'),
    'Which unwatched episodes Plex keeps.',
    show,
  ),
  item_delete_episodes: known(
    choice('never', 'day', 'week', 'month', 'refresh'),
    'When Plex deletes watched episodes.',
    show,
  ),
  item_season_display: known(choice('default', 'show', 'hide'), 'Whether seasons are shown.', show),
  item_episode_ordering: known(
    choice('default', 'tmdb_aired', 'tvdb_aired', 'tvdb_dvd', 'tvdb_absolute'),
    'Whose numbers the episodes follow.',
    video,
  ),
  item_metadata_language: known(choice(...PLEX_LANGUAGES), 'In which language the data is.', video),
  item_use_original_title: known(
    choice('default', 'no', 'yes'),
    'Whether the original title is shown.',
    video,
  ),
  item_credits_detection: known(choice('default', 'disabled'), 'Whether Plex looks for the credits.', video),
  item_audio_language: known(language, 'Which spoken language Plex chooses.', video),
  item_subtitle_language: known(language, 'Which language of subtitles Plex chooses.', video),
  item_subtitle_mode: known(
    choice('default', 'manual', 'foreign', 'always'),
    'When Plex shows subtitles.',
    video,
  ),
};

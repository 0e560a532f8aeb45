import type { KeySpec, KeyTable } from '../key-spec.ts';
import { BUILDERS } from './builders.ts';
import { OVERLAY_ONLY_KEYS } from './collection-keys.ts';
import { RADARR_KEYS, SONARR_KEYS } from './collections/arr-keys.ts';
import { ITEM_KEYS } from './collections/item-keys.ts';
import { POSTER_KEYS, SUMMARY_KEYS } from './collections/look-keys.ts';
import { SETTING_KEYS } from './collections/setting-keys.ts';
import { choice, either, tags, yesNo } from './values.ts';

/** Settings of collections that a playlist has too, or that Kometa passes over in it without a word. */
const settings = `
name name_mapping template variables schedule run_definition allowed_library_types run_again test sync_mode limit
minimum_items delete_below_minimum delete_not_scheduled delete_collections_named missing_only_released
only_filter_missing only_run_on_create show_filtered show_unfiltered show_missing save_report ignore_ids
ignore_imdb_ids ignore_blank_results validate_builders cache_builders default_percent filters changes_webhooks
server_preroll build_collection blank_collection tmdb_person tmdb_person_offset tmdb_birthday key_name
translation_key translation_prefix language builder_level smart_label smart_filter smart_url
`;

const pick = (table: KeyTable, isWanted: (name: string) => boolean): KeyTable =>
  Object.fromEntries(Object.entries(table).filter(([name]) => isWanted(name)));
const wanted = new Set(settings.trim().split(/\s+/));
const known = (value: KeySpec['value'], help: string, more: Partial<KeySpec> = {}): KeySpec => ({
  value,
  help,
  ...more,
});

/** Everything that may stand in the definition of a playlist. Of its builders Kometa uses the first one. */
export const PLAYLIST_KEYS: KeyTable = {
  libraries: known(tags, 'From which libraries it takes its items.', { required: true }),
  sync_to_users: known(either(choice('all'), tags), 'Who gets the playlist too.'),
  exclude_users: known(tags, 'Who never gets the playlist.'),
  delete_playlist: known(yesNo, 'Delete the playlist for everyone who has it.', { default: 'false' }),
  ...pick(SETTING_KEYS, (name) => wanted.has(name)),
  ...SUMMARY_KEYS,
  ...POSTER_KEYS,
  ...RADARR_KEYS,
  ...SONARR_KEYS,
  ...pick(ITEM_KEYS, (name) => /^item_(?:radarr|sonarr)_tag/.test(name)),
  ...OVERLAY_ONLY_KEYS,
  ...pick(BUILDERS, (name) => BUILDERS[name]?.ordered === true),
};

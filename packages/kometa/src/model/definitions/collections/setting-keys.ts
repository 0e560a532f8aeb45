import type { KeySpec, KeyTable } from '../../key-spec.ts';
import { SEARCH_BLOCK } from '../plex-search-block.ts';
import {
  anything,
  choice,
  either,
  entries,
  map,
  schedule,
  several,
  tags,
  text,
  whole,
  yesNo,
} from '../values.ts';

const known = (value: KeySpec['value'], help: string, more: Partial<KeySpec> = {}): KeySpec => ({
  value,
  help,
  ...more,
});
const kinds = ['movie', 'show', 'artist'];
const anniversary = map({
  this_month: known(yesNo, 'The whole month counts.', { default: 'false' }),
  before: known(whole(0), 'How many days before count too.', { default: '0' }),
  after: known(whole(0), 'How many days after count too.', { default: '0' }),
});

/** How a definition is run, and when. */
export const SETTING_KEYS: KeyTable = {
  name: known(text, 'What it is called in Plex, when that is not the name of the definition.'),
  name_mapping: known(text, 'What its folder of pictures and its lines in reports are called.'),
  template: known(anything, 'Templates that write the rest, each with the values for its variables.'),
  variables: known(anything, 'Values for the variables of all templates it calls.'),
  schedule: known(schedule, 'On which days it runs.'),
  run_definition: known(
    several(either(yesNo, choice(...kinds))),
    'Run it, or only in libraries of this kind.',
  ),
  allowed_library_types: known(several(choice(...kinds)), 'The older name for the kinds of libraries.', {
    renamedTo: 'run_definition',
  }),
  run_again: known(yesNo, 'Look again after a while for what was missing.', { default: 'false' }),
  test: known(yesNo, 'Run it when only tests are run.', { default: 'false' }),
  build_collection: known(yesNo, 'Make the collection; without, its items are only changed.', {
    default: 'true',
  }),
  blank_collection: known(yesNo, 'Make the collection although nothing is in it.', { default: 'false' }),
  only_run_on_create: known(yesNo, 'Leave it alone once it is there.', { default: 'false' }),
  builder_level: known(
    choice('show', 'season', 'episode', 'album', 'track'),
    'What the collection is made of.',
  ),
  sync_mode: known(choice('append', 'sync'), 'Whether what no longer fits is taken out again.'),
  limit: known(whole(1), 'How many items at most.'),
  minimum_items: known(whole(1), 'With fewer items it is not made.', { default: '1' }),
  delete_below_minimum: known(yesNo, 'With fewer items it is deleted.'),
  delete_not_scheduled: known(yesNo, 'When it is not scheduled it is deleted.'),
  delete_collections_named: known(tags, 'Collections of these names are deleted.'),
  missing_only_released: known(yesNo, 'What is not out yet does not count as missing.'),
  only_filter_missing: known(yesNo, 'Filters concern only what is missing.'),
  show_filtered: known(yesNo, 'List in the log what the filters took away.'),
  show_unfiltered: known(yesNo, 'List in the log what the filters left.'),
  show_missing: known(yesNo, 'List in the log what the library does not have.'),
  save_report: known(yesNo, 'Write down what came, went and is missing.'),
  ignore_ids: known(several(whole()), 'TMDb or TVDb numbers that never count as missing.'),
  ignore_imdb_ids: known(tags, 'IMDb numbers that never count as missing.'),
  ignore_blank_results: known(yesNo, 'A builder that finds nothing is no fault.', { default: 'false' }),
  validate_builders: known(yesNo, 'A key with a fault stops the definition.', { default: 'true' }),
  cache_builders: known(whole(0), 'How many days the answers of the builders are kept.', { default: '0' }),
  default_percent: known(whole(1, 100), 'How many percent of the episodes must pass a filter.', {
    default: '50',
  }),
  filters: known(anything, 'What of the found items is kept.'),
  tmdb_region: known(text, 'In which country TMDb’s charts are looked at.'),
  tmdb_person: known(several(either(whole(1), text)), 'Whose picture and life are used.'),
  tmdb_person_offset: known(whole(0), 'Which of several people with the name is meant.', { default: '0' }),
  tmdb_birthday: known(anniversary, 'Run it only around this person’s birthday.'),
  tmdb_deathday: known(either(anniversary, text), 'Run it only around the day this person died.'),
  hub_priority: known(whole(1), 'Which place it has on Plex’s pages.'),
  changes_webhooks: known(entries(text), 'Where to tell what came and went.'),
  server_preroll: known(anything, 'The video Plex plays before a film.'),
  sync_to_trakt_list: known(text, 'A list of yours on Trakt that becomes like it.', {
    libraries: ['movie', 'show'],
  }),
  sync_missing_to_trakt_list: known(yesNo, 'The list on Trakt gets what is missing too.', {
    default: 'false',
    libraries: ['movie', 'show'],
  }),
  smart_label: known(either(text, SEARCH_BLOCK), 'Plex keeps it by a label that Kometa gives the items.'),
  smart_filter: known(entries(SEARCH_BLOCK), 'Plex keeps it by these conditions.'),
  smart_url: known(text, 'Plex keeps it by the conditions in this address.'),
  asset_folders: known(yesNo, 'Pictures lie in a folder of their own.'),
  create_asset_folders: known(yesNo, 'Make missing folders for pictures.'),
  language: known(text, 'In which language names and words come.'),
  key_name: known(text, 'What templates put for the key’s name.'),
  translation_key: known(text, 'Under which name translations are looked up.'),
  translation_prefix: known(text, 'What comes before a translated name.'),
};

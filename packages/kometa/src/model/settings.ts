import type { KeySpec, KeyTable } from './key-spec.ts';
import { flag, of, text, texts, whole, word, words } from './specs.ts';

/** What libraries may set for themselves too. */
const perLibrary: KeyTable = {
  run_order: of(
    {
      type: 'list',
      of: { type: 'choice', of: ['operations', 'metadata', 'collections', 'overlays'], anyCase: true },
      comma: true,
      oneIsEnough: true,
    },
    'In which order the parts of a run come; Kometa adds those that are not named.',
    { default: '[operations, metadata, collections, overlays]' },
  ),
  asset_directory: of(texts, 'Folders with your own posters and backgrounds.'),
  asset_folders: flag(true, 'Whether each item has a folder of its own among the assets.'),
  asset_depth: whole(0, 0, 'How many folders deep to look for assets.'),
  create_asset_folders: flag(false, 'Whether to make asset folders that are not there.'),
  prioritize_assets: flag(false, 'Whether assets come before all other pictures.'),
  dimensional_asset_rename: flag(
    false,
    'Whether to rename pictures by their shape, to poster or background.',
  ),
  download_url_assets: flag(false, 'Whether to keep pictures from URLs among the assets.'),
  show_missing_assets: flag(true, 'Whether to say which items have no asset.'),
  show_missing_season_assets: flag(false, 'Whether to say which seasons have no asset.'),
  show_missing_episode_assets: flag(false, 'Whether to say which episodes have no asset.'),
  show_asset_not_needed: flag(true, 'Whether to say which assets need no update.'),
  assets_for_all: flag(false, 'Whether to look for assets of every item.'),
  assets_for_all_collections: flag(false, 'Whether to look for assets of every collection.'),
  sync_mode: word(
    ['append', 'sync'],
    'append',
    'Whether what no longer belongs is taken out of collections.',
  ),
  default_collection_order: text('Order of collections that name none.'),
  minimum_items: whole(0, 1, 'How many items a collection needs.'),
  collection_minimum: whole(0, 1, 'The old name of minimum_items.', { renamedTo: 'minimum_items' }),
  delete_below_minimum: flag(false, 'Whether to delete collections with fewer items.'),
  delete_not_scheduled: flag(false, 'Whether to delete collections that are not scheduled now.'),
  auto_sort_hubs: word(
    [...['sort_title', 'sort_title.desc', 'alpha', 'alpha.desc', 'configured', 'configured.desc'], 'random'],
    null,
    'In which order Plex recommends collections.',
  ),
  item_refresh_delay: whole(0, 0, 'Seconds between refreshes of items.'),
  missing_only_released: flag(false, 'Whether what is missing counts only once it is out.'),
  only_filter_missing: flag(false, 'Whether filters apply only to what is missing.'),
  show_unmanaged: flag(true, 'Whether to say which collections Kometa did not make.'),
  show_unconfigured: flag(true, 'Whether to say which collections are in no file any more.'),
  show_filtered: flag(false, 'Whether to say what filters take out.'),
  show_unfiltered: flag(false, 'Whether to say what filters let through.'),
  show_options: flag(false, 'Whether to say what can be searched for in Plex.'),
  show_missing: flag(true, 'Whether to say what is missing.'),
  save_report: flag(false, 'Whether to write a report beside config.yml.'),
  save_missing: flag(false, 'The old name of save_report.', { renamedTo: 'save_report' }),
  ignore_ids: of(
    { type: 'list', of: { type: 'integer', fromText: true }, comma: true, oneIsEnough: true },
    'TMDb and TVDb ids that count for nothing.',
  ),
  ignore_imdb_ids: of(words, 'IMDb ids that count for nothing.'),
  overlay_artwork_filetype: of(
    { type: 'choice', of: ['jpg', 'png', 'webp_lossy', 'webp_lossless', 'webp'] },
    'File type of posters with overlays; webp means webp_lossy.',
    { default: 'webp_lossy' },
  ),
  overlay_artwork_quality: whole(1, 90, 'Quality of JPEG and lossy WebP posters.', { max: 100 }),
};

const wholeRun: KeyTable = {
  cache: flag(true, 'Whether to keep answers in a file beside config.yml.'),
  cache_expiration: whole(1, 60, 'For how many days answers are kept.'),
  run_again_delay: whole(0, 0, 'Minutes to wait before a second run for what asks for it.'),
  tvdb_language: text('Language of TVDb’s answers: default, or an ISO 639-2 code.', { default: 'default' }),
  playlist_sync_to_users: of(words, 'With whom playlists are shared: all, or names.'),
  playlist_sync_to_user: of(words, 'The old name of playlist_sync_to_users.', {
    renamedTo: 'playlist_sync_to_users',
  }),
  playlist_exclude_users: of(words, 'With whom playlists are not shared.'),
  playlist_report: flag(true, 'Whether to write a report about playlists.'),
  verify_ssl: flag(true, 'Whether to check certificates.'),
  custom_repo: text('Address of the repository that repo: in file blocks means.'),
};

export const settingsKeys: KeyTable = { ...perLibrary, ...wholeRun };

const forWholeRun = (spec: KeySpec): KeySpec => ({
  ...spec,
  ignored: 'it counts only in the settings of the whole file, not of a library',
});

export const librarySettingsKeys: KeyTable = {
  ...perLibrary,
  ...Object.fromEntries(Object.entries(wholeRun).map(([name, spec]) => [name, forWholeRun(spec)])),
};

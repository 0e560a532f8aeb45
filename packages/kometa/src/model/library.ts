import { radarrKeys, sonarrKeys } from './arr.ts';
import { libraryWebhookKeys, plexKeys, tautulliKeys } from './connections.ts';
import type { FileKind } from './default-files.ts';
import { fileBlocks } from './file-blocks.ts';
import type { KeyTable, ValueSpec } from './key-spec.ts';
import { operationKeys } from './operations.ts';
import { librarySettingsKeys } from './settings.ts';
import { flag, map, of, schedule, text } from './specs.ts';

const reset: ValueSpec = { type: 'list', of: { type: 'choice', of: ['tmdb', 'plex'] }, oneIsEnough: true };
const optional = (keys: KeyTable): KeyTable =>
  Object.fromEntries(Object.entries(keys).map(([name, { required: _, ...spec }]) => [name, spec] as const));

/** Which key of a library lists files of which kind. */
export const fileLists: Readonly<Record<string, FileKind>> = {
  collection_files: 'collection',
  metadata_files: 'metadata',
  overlay_files: 'overlay',
  image_files: 'image',
};

const refused = 'definitions belong in a file of their own, which the library lists';
const definitions: KeyTable = Object.fromEntries(
  ['collections', 'dynamic_collections', 'metadata', 'overlays', 'playlists', 'templates'].map((name) => [
    name,
    of({ type: 'any' }, 'Belongs in a file of its own.', { refused }),
  ]),
);

export const libraryKeys: KeyTable = {
  library_name: text('The library’s name in Plex, when it is not the one above.'),
  schedule: schedule('When the library is worked on.'),
  schedule_overlays: schedule('When overlays are drawn; a range counts even with --ignore-schedules.'),
  schedule_overlay: schedule('The old name of schedule_overlays.', { renamedTo: 'schedule_overlays' }),
  report_path: text('File to write reports to.'),
  template_variables: of(
    { type: 'dictionary', of: { type: 'any' } },
    'What templates of all the library’s files are given; a file’s own come first.',
  ),
  collection_files: of(fileBlocks('collection'), 'Files that define collections.'),
  metadata_files: of(fileBlocks('metadata'), 'Files that change items.'),
  overlay_files: of(fileBlocks('overlay'), 'Files that define overlays.'),
  image_files: of(fileBlocks('image'), 'Files that set pictures.'),
  metadata_path: of(fileBlocks('collection'), 'The old name of collection_files and metadata_files.', {
    renamedTo: 'collection_files',
  }),
  overlay_path: of(fileBlocks('overlay'), 'The old name of overlay_files.', { renamedTo: 'overlay_files' }),
  operations: of(
    { type: 'list', of: { type: 'map', keys: operationKeys }, oneIsEnough: true },
    'What to do with all items of the library; several blocks may have schedules of their own.',
  ),
  remove_overlays: flag(false, 'Whether to take all overlays off.'),
  remove_overlay: flag(false, 'The old name of remove_overlays.', { renamedTo: 'remove_overlays' }),
  revert_overlays: flag(false, 'The old name of remove_overlays.', { renamedTo: 'remove_overlays' }),
  reapply_overlays: flag(false, 'Whether to draw all overlays anew at each run; makes Plex grow.'),
  reapply_overlay: flag(false, 'The old name of reapply_overlays.', { renamedTo: 'reapply_overlays' }),
  reset_overlays: of(reset, 'Where posters are taken from anew at each run: tmdb or plex; makes Plex grow.'),
  reset_overlay: of(reset, 'The old name of reset_overlays.', { renamedTo: 'reset_overlays' }),
  radarr_add_all: flag(false, 'Once added every film to Radarr.', {
    ignored: 'it belongs under operations, as radarr_add_all_existing',
  }),
  sonarr_add_all: flag(false, 'Once added every show to Sonarr.', {
    ignored: 'it belongs under operations, as sonarr_add_all_existing',
  }),
  run_order: { ...(librarySettingsKeys.run_order ?? text('')), ignored: 'it belongs under settings' },
  settings: map(librarySettingsKeys, 'Settings of this library alone.'),
  plex: map(optional(plexKeys), 'Another Plex server for this library.'),
  radarr: map(radarrKeys, 'Radarr for this library.'),
  sonarr: map(sonarrKeys, 'Sonarr for this library.'),
  tautulli: map(optional(tautulliKeys), 'Tautulli for this library.'),
  webhooks: map(libraryWebhookKeys, 'Webhooks of this library.'),
  ...definitions,
};

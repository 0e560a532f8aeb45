import { radarrKeys, sonarrKeys } from './arr.ts';
import { connectionSections, webhookKeys } from './connections.ts';
import { fileBlocks } from './file-blocks.ts';
import type { KeyTable } from './key-spec.ts';
import { libraryKeys } from './library.ts';
import { settingsKeys } from './settings.ts';
import { flag, map, of, whole } from './specs.ts';

/** Kometa's config.yml. */
export const configKeys: KeyTable = {
  libraries: of(
    { type: 'dictionary', of: { type: 'map', keys: libraryKeys } },
    'Libraries by their names in Plex, and what to do with each.',
  ),
  playlist_files: of(fileBlocks('playlist'), 'Files that define playlists.'),
  settings: map(settingsKeys, 'Settings of the whole run.'),
  webhooks: map(webhookKeys, 'Where to send word of what happens.'),
  ...connectionSections,
  radarr: map(radarrKeys, 'Radarr, for films. Libraries may name another.'),
  sonarr: map(sonarrKeys, 'Sonarr, for shows. Libraries may name another.'),
  cache: map(
    {
      cache: flag(true, 'Now in settings.', { movedTo: 'settings' }),
      cache_expiration: whole(1, 60, 'Now in settings.', { movedTo: 'settings' }),
    },
    'Once held what is now in settings.',
  ),
};

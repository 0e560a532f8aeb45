import type { KeySpec, KeyTable } from '../key-spec.ts';
import { BUILDERS } from './builders.ts';
import { RADARR_KEYS, SONARR_KEYS } from './collections/arr-keys.ts';
import { ITEM_KEYS } from './collections/item-keys.ts';
import { LOOK_KEYS } from './collections/look-keys.ts';
import { SETTING_KEYS } from './collections/setting-keys.ts';
import { anything } from './values.ts';

const ignored = (where: string): KeySpec => ({
  value: anything,
  help: `It counts in ${where} only.`,
  ignored: `it counts in ${where} only`,
});

/** What Kometa passes over where overlays are not drawn. */
export const OVERLAY_ONLY_KEYS: KeyTable = {
  overlay: ignored('overlay files'),
  suppress_overlays: ignored('overlay files'),
};

const PLAYLIST_ONLY_KEYS: KeyTable = {
  libraries: ignored('playlist files'),
  sync_to_users: ignored('playlist files'),
  exclude_users: ignored('playlist files'),
  delete_playlist: ignored('playlist files'),
};

/** Everything that may stand in the definition of a collection, but for what is in `plex-search.ts`. */
export const COLLECTION_KEYS: KeyTable = {
  ...SETTING_KEYS,
  ...LOOK_KEYS,
  ...ITEM_KEYS,
  ...RADARR_KEYS,
  ...SONARR_KEYS,
  ...BUILDERS,
  ...OVERLAY_ONLY_KEYS,
  ...PLAYLIST_ONLY_KEYS,
};

import { configKeys, type KeyTable, type YamlPath, type YamlValue } from '@marquee/kometa';

/** Sections of config.yml that hold addresses and keys of other programs. */
export const CONNECTIONS = [
  ...['plex', 'tmdb', 'tautulli', 'mdblist', 'omdb', 'trakt', 'mal', 'anidb', 'radarr', 'sonarr', 'github'],
  ...['notifiarr', 'gotify', 'ntfy', 'apprise', 'simkl'],
] as const;

/** Parts of config.yml that have a page of their own; the rest is the last. */
const PARTS = ['connections', 'settings', 'libraries', 'playlist_files', 'webhooks'] as const;

export type Section =
  | { is: 'connections' | 'settings' | 'libraries' | 'playlist_files' | 'webhooks' | 'defaults' | 'other' }
  | { is: 'library'; name: string };

/** As the address says it. */
export function readSection(written: string | null): Section {
  if (written?.startsWith('library/')) return { is: 'library', name: written.slice('library/'.length) };
  const found = [...PARTS, 'defaults', 'other'].find((one) => one === written);
  return { is: (found ?? 'connections') as Exclude<Section['is'], 'library'> };
}
export const writeSection = (section: Section): string =>
  section.is === 'library' ? `library/${section.name}` : section.is;

export function keysOf(table: KeyTable, name: string): KeyTable {
  const value = table[name]?.value;
  if (value?.type === 'map') return value.keys;
  return value?.type === 'dictionary' && value.of.type === 'map' ? value.of.keys : {};
}
export const LIBRARY_KEYS = keysOf(configKeys, 'libraries');

const isFields = (value: YamlValue | undefined): value is Readonly<Record<string, YamlValue>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const namesIn = (value: YamlValue | undefined): readonly string[] =>
  isFields(value) ? Object.keys(value) : [];

/** Keys at the root that no other page shows. */
export function otherKeys(values: YamlValue): readonly string[] {
  const shown: readonly string[] = [...CONNECTIONS, 'settings', 'libraries', 'playlist_files', 'webhooks'];
  return namesIn(values).filter((name) => !shown.includes(name));
}

/** A library without a key stays one. */
export const stays = (path: YamlPath): boolean =>
  path[0] === 'libraries' && (path.length === 1 || path.length === 2);

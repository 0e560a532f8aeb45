import { writeKey, writeValue } from '../editing/write-value.ts';
import { placeholderOfSecret } from '../secrets/secret-variables.ts';

export interface NewLibrary {
  /** As Plex calls it. */
  name: string;
  /** Names of Kometa's own files. */
  collections: readonly string[];
  overlays: readonly string[];
}

export interface NewConfig {
  plexUrl: string;
  /** What the keys are called. */
  secrets?: Readonly<Record<'plexToken' | 'tmdbKey', string>>;
  libraries: readonly NewLibrary[];
}

/** What the secrets of a new config.yml are called. */
export const NEW_SECRETS = { plexToken: 'my-plex-token', tmdbKey: 'tmdb-apikey' } as const;

/** A small config.yml that Kometa runs with; its keys are placeholders for what `.env` says. */
export function newConfig({ plexUrl, libraries, secrets = NEW_SECRETS }: NewConfig): string {
  const lines = [
    '# Made with Marquee; change whatever you like.',
    '# What stands between << and >> comes from .env,',
    '# which holds the keys.',
    '',
    'libraries:',
    ...libraries.flatMap(linesOfLibrary),
    '',
    'settings:',
    '  cache: true',
    '  sync_mode: sync',
    '  show_missing: false',
    '',
    'plex:',
    `  url: ${writeValue(plexUrl, 'block')}`,
    `  token: ${placeholderOfSecret(secrets.plexToken)}`,
    '',
    'tmdb:',
    `  apikey: ${placeholderOfSecret(secrets.tmdbKey)}`,
    '  language: en',
  ];
  return `${lines.join('\n')}\n`;
}

function linesOfLibrary({ name, collections, overlays }: NewLibrary): string[] {
  return [
    `  ${writeKey(name)}:`,
    ...linesOfFiles('collection_files', collections),
    ...linesOfFiles('overlay_files', overlays),
  ];
}

function linesOfFiles(list: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`    ${list}:`, ...names.map((name) => `      - default: ${name}`)];
}

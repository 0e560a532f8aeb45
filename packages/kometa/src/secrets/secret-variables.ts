import { secretName } from '../diagnostics/kometa-folder.ts';
import type { YamlPath } from '../editing/yaml-edit.ts';

/** What Kometa takes such variables for itself: they say how it runs, and fill in no placeholder. */
const TAKEN = new Set(
  `config times time run tests run-tests debug trace log-requests timeout no-verify-ssl collections-only metadata-only
  playlists-only operations-only overlays-only run-collections run-libraries run-files ignore-schedules ignore-ghost
  delete-collections delete-labels resume no-countdown no-missing no-report read-only-config divider width low-priority
  validate validate-level validate-schema schema-path validate-file validate-dir plex-url plex-token docker linuxserver`
    .trim()
    .split(/\s+/),
);

/** A name for the value at a place of config.yml: `tmdb-apikey`, or with a number where that is taken. */
export function nameForSecret(path: YamlPath, used: ReadonlySet<string>): string {
  const words = path
    .map((step) => secretName(String(step)).replaceAll(/[^a-z0-9]+/g, '-'))
    .join('-')
    .replaceAll(/^-+|-+$/g, '');
  const plain = words === '' ? 'secret' : words;
  const free = TAKEN.has(plain) || /^\d/.test(plain) ? `my-${plain}` : plain;
  if (!used.has(free)) return free;
  for (let number = 2; ; number += 1) if (!used.has(`${free}-${number}`)) return `${free}-${number}`;
}

/** As it stands in `.env`. */
export const variableOfSecret = (name: string): string => `KOMETA_${name.replaceAll('-', '_').toUpperCase()}`;

/** As Kometa finds it in config.yml: with dashes, never with underscores between small letters. */
export const placeholderOfSecret = (name: string): string => `<<${name}>>`;

import { kindOfDefault } from '../model/default-files.ts';
import type { LibraryKind } from '../model/key-spec.ts';
import type { Reference } from './references.ts';

const BY_NAME: readonly (readonly [RegExp, LibraryKind])[] = [
  [/music|audio|artist/i, 'artist'],
  [/\b(?:tv|shows?|series|anime|serien)\b/i, 'show'],
  [/movie|film/i, 'movie'],
];

/** Only Plex knows the kind of a library; Kometa's own files that are for one kind, and its name, give it away. */
export function guessLibraryKind(name: string, references: readonly Reference[]): LibraryKind | null {
  for (const { library, location, kind, written } of references) {
    if (library !== name || kind !== 'collection' || location !== 'default') continue;
    const only = kindOfDefault(written);
    if (only) return only;
  }
  return BY_NAME.find(([words]) => words.test(name))?.[1] ?? null;
}

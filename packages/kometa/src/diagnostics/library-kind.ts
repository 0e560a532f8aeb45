import { kindOfDefault } from '../model/default-files.ts';
import type { LibraryKind } from '../model/key-spec.ts';
import type { Checking } from './checking.ts';
import type { Reference } from './references.ts';

export const ITEMS: Record<LibraryKind, string> = { movie: 'films', show: 'shows', artist: 'music' };

const BY_NAME: readonly (readonly [RegExp, LibraryKind])[] = [
  [/music|audio|artist/i, 'artist'],
  [/\b(?:tv|shows?|series|anime|serien)\b/i, 'show'],
  [/movie|film/i, 'movie'],
];

/** Only Plex knows the kind of a library; Kometa's own files that are for one kind, and its name, give it away. */
export function guessLibraryKind(name: string, references: readonly Reference[]): LibraryKind | null {
  const told = references
    .map((one) => (one.library === name ? onlyFor(one) : null))
    .find((kind) => kind !== null);
  return told ?? kindByName(name);
}

/** Files of Kometa's that a library of the other kind does not find, as far as its name tells what it holds. */
export function checkKinds({ part, report }: Checking, references: readonly Reference[]): void {
  for (const reference of references) {
    const kind = onlyFor(reference);
    const guess = reference.library === null ? null : kindByName(reference.library);
    if (kind === null || guess === null || kind === guess) continue;
    report({
      severity: 'warning',
      code: `${part}.kind-guessed`,
      message: `Kometa has ${reference.written} for ${ITEMS[kind]} only, and by its name ${reference.library} holds ${ITEMS[guess]}`,
      span: reference.spot.span,
      path: reference.spot.path,
    });
  }
}

function onlyFor({ location, kind, written }: Reference): LibraryKind | null {
  return kind === 'collection' && location === 'default' ? kindOfDefault(written) : null;
}

function kindByName(name: string): LibraryKind | null {
  return BY_NAME.find(([words]) => words.test(name))?.[1] ?? null;
}

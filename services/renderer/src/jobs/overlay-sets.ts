import { createHash } from 'node:crypto';
import { type OverlayLevel, type OverlaySet, problem } from '@marquee/contracts';
import { overlaySetOf, readOverlayFile } from '@marquee/kometa';
import { BoundedMap } from '@marquee/service-kit';

const MOST_KNOWN = 50;
const KNOWN_FOR_MS = 600_000;
/** A file that is only begun draws nothing, which is no reason to refuse it. */
const NOTHING_IN_IT = 'overlay.no-overlays';

/** What a library holds; seasons and episodes are told apart by `builder_level` in the file. */
const libraryKinds: Record<OverlayLevel, 'movie' | 'show' | 'artist'> = {
  movie: 'movie',
  show: 'show',
  season: 'show',
  episode: 'show',
  artist: 'artist',
  album: 'artist',
};

/** What drawing makes of the text of overlay files. */
export type ReadSet = (texts: readonly string[], level: OverlayLevel) => OverlaySet;

/** Reads overlay files as Kometa does; the same texts again are known. */
export function createOverlaySets(now: () => number): ReadSet {
  const known = new BoundedMap<OverlaySet>(MOST_KNOWN, now);
  return (texts, itemLevel) => {
    const libraryKind = libraryKinds[itemLevel];
    const name = createHash('sha256')
      .update(JSON.stringify([libraryKind, ...texts]))
      .digest('hex');
    const found = known.get(name);
    if (found !== undefined) return found;
    const set = readSet(texts, libraryKind);
    known.set(name, set, KNOWN_FOR_MS);
    return set;
  };
}

function readSet(texts: readonly string[], libraryKind: 'movie' | 'show' | 'artist'): OverlaySet {
  const files = texts.map((text, file) => readOverlayFile(text, { file, libraryKind }));
  const details = files.flatMap(({ problems }, place) =>
    problems
      .filter(
        ({ severity, effect, code }) => severity === 'error' && effect === 'file' && code !== NOTHING_IN_IT,
      )
      .map(({ message, mend, line, column }) => ({
        path: `body.files.${place}`,
        message,
        fix: mend,
        line,
        column,
      })),
  );
  if (details.length > 0) throw problem('overlay.invalid', { details });
  return overlaySetOf(files);
}

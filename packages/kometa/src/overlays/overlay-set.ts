import type { OverlaySet } from '@marquee/contracts';
import type { ReadOverlayFile } from './read-overlay-file.ts';

/**
 * All files of a library, in order, as the engine draws them. Keys are unique over files: in the first file a mapping's
 * or queue's own name, in the others `n:name`. A file that Kometa cannot load brings nothing.
 */
export function overlaySetOf(files: readonly ReadOverlayFile[]): OverlaySet {
  const loaded = files.filter(
    (file) => !file.problems.some(({ severity, effect }) => severity === 'error' && effect === 'file'),
  );
  return {
    definitions: loaded.flatMap((file) =>
      file.entries.flatMap(({ definition }) => (definition ? [definition] : [])),
    ),
    queues: loaded.flatMap((file) => file.queues),
  };
}

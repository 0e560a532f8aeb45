import type { LaidGlyph } from './laid-glyphs.ts';
import type { SizedFace } from './sized-face.ts';
import { textRuns } from './text-runs.ts';

/** Shaped by HarfBuzz, run by run. */
export function layRaqm(face: SizedFace, characters: readonly number[]): LaidGlyph[] {
  return textRuns(characters).flatMap((run) => face.shape(characters, run));
}

import { useCallback, useState } from 'react';
import { type GuideLines, readGuides, writeGuides } from './guides.ts';

/** The guides of this browser for a canvas of this size. */
export function useGuides(canvas: { width: number; height: number }) {
  const [guides, setGuides] = useState(() => ({ canvas, lines: readGuides(window.localStorage, canvas) }));
  const fits = guides.canvas.width === canvas.width && guides.canvas.height === canvas.height;
  const lines = fits ? guides.lines : readGuides(window.localStorage, canvas);
  const { width, height } = canvas;
  const keep = useCallback(
    (next: GuideLines) => {
      writeGuides(window.localStorage, { width, height }, next);
      setGuides({ canvas: { width, height }, lines: next });
    },
    [width, height],
  );
  return [lines, keep] as const;
}

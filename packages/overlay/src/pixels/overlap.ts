import type { Region } from './raster.ts';

interface Size {
  width: number;
  height: number;
}

/** The part of the target that a paste at `x`, `y` touches, in the target's coordinates; null for none. */
export function overlap(target: Size, source: Size, x: number, y: number, within?: Region): Region | null {
  const left = Math.max(0, x, within?.x ?? 0);
  const top = Math.max(0, y, within?.y ?? 0);
  const right = Math.min(
    target.width,
    x + source.width,
    within === undefined ? Infinity : within.x + within.width,
  );
  const bottom = Math.min(
    target.height,
    y + source.height,
    within === undefined ? Infinity : within.y + within.height,
  );
  if (left >= right || top >= bottom) return null;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

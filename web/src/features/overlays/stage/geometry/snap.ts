import type { Box } from '@marquee/contracts';
import type { Point } from './boxes.ts';

type TargetKind = 'canvas' | 'safe' | 'overlay' | 'guide';
interface Target {
  at: number;
  kind: TargetKind;
}
/** Lines that something may come to lie on: `x` are upright ones. */
export interface Targets {
  x: Target[];
  y: Target[];
}
export interface SnapLine {
  axis: 'x' | 'y';
  at: number;
  kind: TargetKind;
}
export interface Guides {
  x: readonly number[];
  y: readonly number[];
}

/** How far from the edge small screens and rounded corners leave a picture alone, in parts of the shorter side. */
const SAFE_PART = 0.03;

export function safeZone({ width, height }: { width: number; height: number }): Box {
  const margin = Math.round(Math.min(width, height) * SAFE_PART);
  return { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
}

export function targetsOf(
  canvas: { width: number; height: number },
  others: readonly Box[],
  guides: Guides,
): Targets {
  const safe = safeZone(canvas);
  const lines = (
    size: number,
    start: number,
    length: number,
    own: readonly number[],
    boxes: [number, number][],
  ) => [
    ...[0, size / 2, size].map((at) => ({ at, kind: 'canvas' as const })),
    ...own.map((at) => ({ at, kind: 'guide' as const })),
    ...boxes.flatMap(([from, width]) =>
      [from, from + width / 2, from + width].map((at) => ({ at, kind: 'overlay' as const })),
    ),
    ...[start, start + length].map((at) => ({ at, kind: 'safe' as const })),
  ];
  return {
    x: lines(
      canvas.width,
      safe.x,
      safe.width,
      guides.x,
      others.map(({ x, width }) => [x, width]),
    ),
    y: lines(
      canvas.height,
      safe.y,
      safe.height,
      guides.y,
      others.map(({ y, height }) => [y, height]),
    ),
  };
}

/** Bends a move so that an edge or the middle of the box comes to lie on the nearest line within reach. */
export function snapped(box: Box, by: Point, targets: Targets, within: number): Point {
  return {
    x: by.x + nearest(box.x + by.x, box.width, targets.x, within),
    y: by.y + nearest(box.y + by.y, box.height, targets.y, within),
  };
}

function nearest(start: number, size: number, targets: readonly Target[], within: number): number {
  let best = 0;
  let distance = within + Number.EPSILON;
  for (const { at } of targets)
    for (const edge of [start, start + size / 2, start + size]) {
      // Offsets are whole pixels, so half a pixel off the middle is as near as it gets.
      const gap = Math.trunc(at - edge);
      if (Math.abs(at - edge) < distance) {
        distance = Math.abs(at - edge);
        best = gap;
      }
    }
  return best;
}

/** The lines on which a box really lies, to be shown: one for each place. */
export function linesAt(box: Box, targets: Targets): SnapLine[] {
  const on = (axis: 'x' | 'y', start: number, size: number): SnapLine[] => {
    const found = new Map<number, SnapLine>();
    for (const { at, kind } of targets[axis])
      if ([start, start + size / 2, start + size].some((edge) => Math.abs(edge - at) < 1) && !found.has(at))
        found.set(at, { axis, at, kind });
    return [...found.values()];
  };
  return [...on('x', box.x, box.width), ...on('y', box.y, box.height)];
}

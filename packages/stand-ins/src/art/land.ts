import type { Rng } from './random.ts';
import { n, type Point, polygon } from './svg.ts';

/** A skyline by midpoint displacement: `rough` near 0.5 is alpine, near 0.35 rolling. */
export function ridge(rng: Rng, width: number, baseY: number, rise: number, rough: number): Point[] {
  let heights = [rng.range(-0.4, 0.4), rng.range(-1, 0.5), rng.range(-0.4, 0.4)];
  let swing = 1;
  for (let round = 0; round < 6; round += 1) {
    swing *= rough;
    heights = heights.flatMap((value, index) => {
      const following = heights[index + 1];
      return following === undefined ? [value] : [value, (value + following) / 2 + rng.range(-swing, swing)];
    });
  }
  const step = (width * 1.04) / (heights.length - 1);
  return heights.map((value, index) => ({ x: -width * 0.02 + index * step, y: baseY + value * rise }));
}

/** Closes a skyline down to the foot of the sheet. */
export function ground(points: readonly Point[], bottom: number): string {
  const first = points[0] ?? { x: 0, y: 0 };
  const last = points.at(-1) ?? first;
  return polygon([...points, { x: last.x, y: bottom }, { x: first.x, y: bottom }]);
}

export function heightAt(points: readonly Point[], x: number): number {
  const right = points.findIndex((point) => point.x >= x);
  const to = points[Math.max(1, right)];
  const from = points[Math.max(1, right) - 1];
  if (to === undefined || from === undefined) return points.at(-1)?.y ?? 0;
  return from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x || 1);
}

/** A spruce: a trunk hidden by ragged tiers, no two alike. */
export function spruce(rng: Rng, x: number, foot: number, height: number): string {
  const tiers = 6 + rng.int(0, 3);
  const half = height * rng.range(0.15, 0.2);
  const side = (sign: number): Point[] =>
    Array.from({ length: tiers * 2 }, (_, index) => {
      const down = (index + 1) / (tiers * 2);
      const reach = half * down * (index % 2 === 0 ? rng.range(0.85, 1.1) : rng.range(0.4, 0.58));
      return {
        x: x + sign * reach,
        y: foot - height + height * down * 0.97 + (index % 2 === 0 ? height * 0.02 : -height * 0.01),
      };
    });
  return polygon([{ x, y: foot - height }, ...side(1), ...side(-1).reverse()]);
}

/** Two strokes of a wing, far away. */
export function bird(x: number, y: number, span: number): string {
  const half = span / 2;
  return (
    `M${n(x - half)} ${n(y - span * 0.16)}Q${n(x - half * 0.45)} ${n(y - span * 0.22)} ${n(x)} ${n(y)}` +
    `Q${n(x + half * 0.45)} ${n(y - span * 0.24)} ${n(x + half)} ${n(y - span * 0.1)}` +
    `Q${n(x + half * 0.4)} ${n(y - span * 0.1)} ${n(x)} ${n(y + span * 0.06)}` +
    `Q${n(x - half * 0.4)} ${n(y - span * 0.1)} ${n(x - half)} ${n(y - span * 0.16)}Z`
  );
}

/** A round, uneven shape: cut with scissors, not with a compass. */
export function blob(rng: Rng, cx: number, cy: number, r: number, uneven: number, corners = 9): Point[] {
  const turn = rng.range(0, Math.PI * 2);
  return Array.from({ length: corners }, (_, index) => {
    const angle = turn + (index / corners) * Math.PI * 2;
    const reach = r * (1 + rng.range(-uneven, uneven));
    return { x: cx + Math.cos(angle) * reach, y: cy + Math.sin(angle) * reach };
  });
}

/** A wave of several lengths at once, always the same for the same stream of chance. */
export function swell(
  rng: Rng,
  width: number,
  baseY: number,
  rise: number,
  waves: number,
  steps = 24,
): Point[] {
  const [first, second] = [rng.range(0, 7), rng.range(0, 7)];
  return Array.from({ length: steps + 1 }, (_, index) => {
    const share = index / steps;
    const turn = share * Math.PI * 2 * waves;
    return {
      x: -width * 0.05 + share * width * 1.1,
      y: baseY + (Math.sin(turn + first) + 0.45 * Math.sin(turn * 1.9 + second)) * rise * 0.7,
    };
  });
}

import type { Box, Collision, ItemAccount } from '@marquee/contracts';

export type FoundCollision = Omit<Collision, 'itemId' | 'title'>;

/** Overlays that lie on each other, or partly beside the canvas. What covers all of it is meant to be under others. */
export function findCollisions({ canvas, overlays }: ItemAccount): FoundCollision[] {
  const drawn = overlays.flatMap(({ key, outcome, box }) =>
    outcome.fate === 'drawn' && box !== null && !covers(box, canvas) ? [{ key, box }] : [],
  );
  const outside = drawn
    .filter(({ box }) => leaves(box, canvas))
    .map(({ key, box }): FoundCollision => ({ kind: 'outside', first: key, second: null, box }));
  const overlaps = drawn.flatMap((one, place) =>
    drawn.slice(place + 1).flatMap((other): FoundCollision[] => {
      const box = common(one.box, other.box);
      return box === null ? [] : [{ kind: 'overlap', first: one.key, second: other.key, box }];
    }),
  );
  return [...outside, ...overlaps];
}

interface Size {
  width: number;
  height: number;
}

const covers = (box: Box, { width, height }: Size): boolean =>
  box.x <= 0 && box.y <= 0 && box.x + box.width >= width && box.y + box.height >= height;

const leaves = (box: Box, { width, height }: Size): boolean =>
  box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height;

function common(one: Box, other: Box): Box | null {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

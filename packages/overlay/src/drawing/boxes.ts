import type { Box } from '@marquee/contracts';

export function clip(box: Box, bounds: Box): Box | null {
  const x = Math.max(box.x, bounds.x);
  const y = Math.max(box.y, bounds.y);
  const width = Math.min(box.x + box.width, bounds.x + bounds.width) - x;
  const height = Math.min(box.y + box.height, bounds.y + bounds.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** The smallest box around all; null for none, or none with an area. */
export function unite(boxes: readonly Box[]): Box | null {
  const real = boxes.filter(({ width, height }) => width > 0 && height > 0);
  if (real.length === 0) return null;
  const x = Math.min(...real.map((box) => box.x));
  const y = Math.min(...real.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...real.map((box) => box.x + box.width)) - x,
    height: Math.max(...real.map((box) => box.y + box.height)) - y,
  };
}

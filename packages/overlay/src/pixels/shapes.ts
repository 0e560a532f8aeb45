import type { Colour } from '@marquee/contracts';
import { ellipseRuns } from './ellipse.ts';
import type { Layer, Region } from './raster.ts';

/** Left, top, right, bottom of the canvas, all inside. */
export type Corners = readonly [number, number, number, number];

export interface BackdropLook {
  fill: Colour | null;
  line: Colour | null;
  /** null: 1 */
  lineWidth: number | null;
  /** null: sharp corners */
  radius: number | null;
}

/** A larger box would take minutes to round, and more than a canvas to show. */
const MAX_ROUNDED = 100_000;

/** Draws Kometa's back box on the layer, replacing what is there: no blending, no smooth edges. */
export function drawBackdrop(target: Layer, box: Corners, look: BackdropLook): void {
  const [left, top, right, bottom] = box;
  if (right < left || bottom < top)
    throw new RangeError(`A box from ${left},${top} to ${right},${bottom} is less than empty`);
  if (look.radius !== null && Math.max(right - left, bottom - top) > MAX_ROUNDED)
    throw new RangeError(`A rounded box of ${right - left} by ${bottom - top} pixels is too large to draw`);
  const fill = look.fill === null ? null : brush(target, look.fill);
  const sameColour = look.fill?.every((value, index) => value === look.line?.[index]) ?? false;
  const line = look.line === null || sameColour ? null : brush(target, look.line);
  const shape = { box, fill, line, lineWidth: look.lineWidth ?? 1 };
  if (look.radius === null || look.radius <= 0) drawRectangle(shape);
  else drawRounded(shape, look.radius);
}

/**
 * What drawBackdrop touches: the box, and more where the line is wider than the box, since Pillow then draws beyond
 * it.
 */
export function backdropRegion([left, top, right, bottom]: Corners, look: BackdropLook): Region {
  const line = look.line === null ? 0 : (look.lineWidth ?? 1);
  const x = Math.min(left, right - line);
  const y = Math.min(top, bottom - line);
  return { x, y, width: Math.max(right, left + line) - x + 1, height: Math.max(bottom, top + line) - y + 1 };
}

interface Shape {
  box: Corners;
  fill: Brush | null;
  line: Brush | null;
  lineWidth: number;
}

interface Brush {
  /** A row of pixels, both ends inside; nothing when they are the wrong way round. */
  row(left: number, y: number, right: number): void;
  /** Rows from top to bottom, which may be the wrong way round. */
  block(left: number, top: number, right: number, bottom: number): void;
}

function brush({ x: originX, y: originY, image }: Layer, colour: Colour): Brush {
  const { width, height, data } = image;
  const row: Brush['row'] = (left, y, right) => {
    const line = y - originY;
    const first = Math.max(0, left - originX);
    const last = Math.min(width - 1, right - originX);
    if (line < 0 || line >= height || first > last) return;
    const start = (line * width + first) * 4;
    const end = (line * width + last + 1) * 4;
    data.set(colour, start);
    // Doubling what is there is much faster than pixel by pixel.
    for (let done = 4; start + done < end; done *= 2)
      data.copyWithin(start + done, start, Math.min(start + done, end - done));
  };
  return {
    row,
    block(left, top, right, bottom) {
      const first = Math.max(Math.min(top, bottom), originY);
      const last = Math.min(Math.max(top, bottom), originY + height - 1);
      for (let y = first; y <= last; y += 1) row(left, y, right);
    },
  };
}

function drawRectangle({ box: [left, top, right, bottom], fill, line, lineWidth }: Shape): void {
  fill?.block(left, top, right, bottom);
  if (line === null) return;
  line.block(left, top, right, top + lineWidth - 1);
  line.block(left, bottom - lineWidth + 1, right, bottom);
  // The last point of these bars is left out, whichever way they run; so a line wider than the box sticks out.
  const from = top + lineWidth;
  const end = bottom - lineWidth + 1;
  if (from === end) return;
  const to = from < end ? end - 1 : end + 1;
  line.block(right - lineWidth + 1, from, right, to);
  line.block(left, from, left + lineWidth - 1, to);
}

type Part = 'left' | 'right' | 'top' | 'bottom';

function drawEllipse({ box: [left, top, right, bottom], fill, line, lineWidth }: Shape): void {
  const width = right - left;
  const height = bottom - top;
  if (fill !== null) drawRuns(fill, { left, top, width, height, line: width + height }, []);
  if (line !== null) drawRuns(line, { left, top, width, height, line: lineWidth }, []);
}

interface Oval {
  left: number;
  top: number;
  width: number;
  height: number;
  line: number;
}

/** Draws those parts of an ellipse that lie on the named sides of its middle; the middle belongs to both. */
function drawRuns(brush: Brush, { left, top, width, height, line }: Oval, sides: readonly Part[]): void {
  for (const run of ellipseRuns(width, height, line)) {
    if (sides.includes('top') && run.y > 0) continue;
    if (sides.includes('bottom') && run.y < 0) continue;
    const from = sides.includes('right') ? Math.max(run.left, 0) : run.left;
    const to = sides.includes('left') ? Math.min(run.right, 0) : run.right;
    if (from > to) continue;
    brush.row(left + ((from + width) >> 1), top + ((run.y + height) >> 1), left + ((to + width) >> 1));
  }
}

function drawRounded(shape: Shape, radius: number): void {
  const [left, top, right, bottom] = shape.box;
  const wholeX = radius * 2 >= right - left - 1;
  const wholeY = (wholeX ? right - left : radius * 2) >= bottom - top - 1;
  const across = wholeX ? right - left : wholeY ? bottom - top : radius * 2;
  if (wholeX && wholeY) drawEllipse(shape);
  else if (across === 0) drawRectangle(shape);
  else drawRoundedRectangle(shape, { wholeX, wholeY, across });
}

interface Rounding {
  /** Left and right corners, or upper and lower ones, meet. */
  wholeX: boolean;
  wholeY: boolean;
  across: number;
}

function drawRoundedRectangle(shape: Shape, { wholeX, wholeY, across }: Rounding): void {
  const [left, top, right, bottom] = shape.box;
  const { fill, line, lineWidth } = shape;
  const inset = Math.floor(across / 2) + 1;

  const corners = (brush: Brush, width: number) => {
    const oval = (x: number, y: number) => ({ left: x, top: y, width: across, height: across, line: width });
    const draw = (x: number, y: number, sides: readonly Part[]) => drawRuns(brush, oval(x, y), sides);
    const farX = right - across;
    const farY = bottom - across;
    if (wholeX) {
      draw(left, top, ['top']);
      draw(left, farY, ['bottom']);
    } else if (wholeY) {
      draw(left, top, ['left']);
      draw(farX, top, ['right']);
    } else {
      draw(left, top, ['top', 'left']);
      draw(farX, top, ['top', 'right']);
      draw(farX, farY, ['bottom', 'right']);
      draw(left, farY, ['bottom', 'left']);
    }
  };

  if (fill !== null) {
    corners(fill, across * 2);
    if (wholeX) fill.block(left, top + inset, right, bottom - inset);
    else fill.block(left + inset, top, right - inset, bottom);
    if (!wholeX && !wholeY) {
      fill.block(left, top + inset, left + inset - 1, bottom - inset);
      fill.block(right - inset + 1, top + inset, right, bottom - inset);
    }
  }
  if (line !== null) {
    corners(line, lineWidth);
    if (!wholeX) {
      line.block(left + inset, top, right - inset, top + lineWidth - 1);
      line.block(left + inset, bottom - lineWidth + 1, right - inset, bottom);
    }
    if (!wholeY) {
      line.block(left, top + inset, left + lineWidth - 1, bottom - inset);
      line.block(right - lineWidth + 1, top + inset, right, bottom - inset);
    }
  }
}

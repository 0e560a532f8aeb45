import { aspectOf, type Shape } from '../kind-looks.ts';

export const POSTER_SIZES = 7;
const smallest = [96, 118, 142, 170, 204, 244, 296] as const;
/** Other shapes keep about the area of a poster. */
const stretch: Record<Exclude<Shape, 'row'>, number> = { poster: 1, square: 1.1, wide: 1.6 };
const NARROW = 600;
export const CAPTION_HEIGHT = 52;
const ROW_HEIGHT = 56;

export interface Geometry {
  columns: number;
  gap: number;
  cellWidth: number;
  pictureHeight: number;
  /** From one row to the next, gap included. */
  rowHeight: number;
}

/** How a grid fills a width. Cells share the width evenly, so a size is a wish, not a measure. */
export function gridGeometry(wish: {
  width: number;
  size: number;
  shape: Shape;
  captions: boolean;
}): Geometry {
  if (wish.shape === 'row') {
    return { columns: 1, gap: 0, cellWidth: wish.width, pictureHeight: ROW_HEIGHT, rowHeight: ROW_HEIGHT };
  }
  const narrow = wish.width < NARROW;
  const gap = narrow ? 12 : 16;
  const wanted = (smallest[wish.size] ?? smallest[3]) * stretch[wish.shape] * (narrow ? 0.6 : 1);
  const columns = Math.max(1, Math.floor((wish.width + gap) / (wanted + gap)));
  const cellWidth = (wish.width - gap * (columns - 1)) / columns;
  const pictureHeight = Math.round(cellWidth / aspectOf[wish.shape]);
  const rowHeight = pictureHeight + (wish.captions ? CAPTION_HEIGHT : 0) + gap;
  return { columns, gap, cellWidth, pictureHeight, rowHeight };
}

/** A row as it stands on the screen. */
export interface RowOnScreen {
  mapping: string;
  top: number;
  bottom: number;
}

/** Beside which row one would come to stand, and where the line for it is drawn. */
export interface DropPlace {
  beside: string;
  place: 'above' | 'below';
  y: number;
}

/** Where a row goes that is let go at a height; null where it would stay. */
export function dropPlaceAt(rows: readonly RowOnScreen[], dragged: string, y: number): DropPlace | null {
  const own = rows.findIndex(({ mapping }) => mapping === dragged);
  const at = rows.filter(({ top, bottom }) => (top + bottom) / 2 < y).length;
  if (own === -1 || at === own || at === own + 1) return null;
  const [here, last] = [rows[at], rows.at(-1)];
  if (here) return { beside: here.mapping, place: 'above', y: here.top };
  return last ? { beside: last.mapping, place: 'below', y: last.bottom } : null;
}

/** How near to an edge a list begins to scroll, and how fast right at it. */
const NEAR = 56;
const FASTEST = 14;

/** By how much a list scrolls in a frame while something is held at a height: the nearer to the edge the faster. */
export function scrollStep(y: number, { top, bottom }: { top: number; bottom: number }): number {
  const near = Math.min(NEAR, (bottom - top) / 3);
  const above = Math.max(0, top + near - y);
  const below = Math.max(0, y - (bottom - near));
  const speed = (beyond: number) => Math.ceil(FASTEST * Math.min(1, beyond / near));
  return above > 0 ? -speed(above) : below > 0 ? speed(below) : 0;
}

import type { Box } from '@marquee/contracts';
import type { PlaceChange } from '../../../../engine/placing.ts';
import { around, type Point, shifted } from './boxes.ts';
import { moveTogether } from './move.ts';
import type { Piece } from './piece.ts';
import { type Guides, linesAt, type SnapLine, snapped, type Targets, targetsOf } from './snap.ts';

/** Screen pixels within which a line draws an edge to itself. */
const PULL = 6;

export interface Drag {
  from: Point;
  pieces: readonly Piece[];
  /** Around all that moves, as it lay at first. */
  box: Box;
  targets: Targets;
}

/** Null when nothing of it may be moved. */
export function beginDrag(
  from: Point,
  moving: readonly Piece[],
  all: readonly Piece[],
  canvas: { width: number; height: number },
  guides: Guides,
): Drag | null {
  const pieces = moving.filter(({ fixed }) => fixed === null);
  const box = around(pieces.map(({ grip }) => grip));
  if (box === null) return null;
  const others = all.filter((piece) => !moving.includes(piece) && !covers(piece.grip, canvas));
  return {
    from,
    pieces,
    box,
    targets: targetsOf(
      canvas,
      others.map(({ grip }) => grip),
      guides,
    ),
  };
}

export function dragTo(
  { from, pieces, box, targets }: Drag,
  to: Point,
  { snap, zoom }: { snap: boolean; zoom: number },
): { changes: PlaceChange[]; lines: SnapLine[] } {
  const straight = { x: Math.round(to.x - from.x), y: Math.round(to.y - from.y) };
  const { changes, by } = moveTogether(
    pieces,
    snap ? snapped(box, straight, targets, PULL / zoom) : straight,
  );
  const [went] = by.values();
  return { changes, lines: snap && went !== undefined ? linesAt(shifted(box, went), targets) : [] };
}

/** Its edges are the canvas's own. */
export function covers({ x, y, width, height }: Box, canvas: { width: number; height: number }): boolean {
  return x <= 0 && y <= 0 && x + width >= canvas.width && y + height >= canvas.height;
}

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
  /** For copies: what is copied stays where it is, so they may come to lie beside it. */
  targetsOfCopies: Targets;
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
  const beside = (piece: Piece) => !covers(piece.grip, canvas);
  const linesOf = (some: readonly Piece[]) =>
    targetsOf(
      canvas,
      some.filter(beside).map(({ grip }) => grip),
      guides,
    );
  return {
    from,
    pieces,
    box,
    targets: linesOf(all.filter((piece) => !moving.includes(piece))),
    targetsOfCopies: linesOf(all),
  };
}

export function dragTo(
  { from, pieces, box, ...drag }: Drag,
  to: Point,
  { snap, zoom, copying }: { snap: boolean; zoom: number; copying: boolean },
): { changes: PlaceChange[]; lines: SnapLine[] } {
  const targets = copying ? drag.targetsOfCopies : drag.targets;
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

import { type PlaceChange, writtenOffset } from '../../../../engine/placing.ts';
import type { Point } from './boxes.ts';
import { type AxisPlace, movedBy, movedOffset, reach } from './offsets.ts';
import type { Piece } from './piece.ts';

export interface Moved {
  changes: PlaceChange[];
  /** How far each really goes. */
  by: ReadonlyMap<string, Point>;
}

/** Moves all by the same, as far as the first that Kometa would stop: what lies together stays together. */
export function moveTogether(pieces: readonly Piece[], by: Point): Moved {
  const free = pieces.filter(({ fixed }) => fixed === null);
  const common = {
    x: limited(by.x, free, 'horizontal'),
    y: limited(by.y, free, 'vertical'),
  };
  return moveEach(new Map(free.map((piece) => [piece, common])));
}

/** Moves each by its own. Both offsets are always told: Kometa wants both or neither. */
export function moveEach(wishes: ReadonlyMap<Piece, Point>): Moved {
  const changes: PlaceChange[] = [];
  const by = new Map<string, Point>();
  for (const [{ key, fixed, horizontal, vertical }, wish] of wishes) {
    if (fixed !== null) continue;
    const across = movedOffset(horizontal, wish.x);
    const down = movedOffset(vertical, wish.y);
    changes.push({ key, horizontal_offset: writtenOffset(across), vertical_offset: writtenOffset(down) });
    by.set(key, { x: movedBy(horizontal, across), y: movedBy(vertical, down) });
  }
  return { changes, by };
}

/** One press of an arrow key: percent offsets go by whole percents, or they would never move. */
export function strideOf(pieces: readonly Piece[], by: Point): Point {
  return { x: stride(by.x, pieces, 'horizontal'), y: stride(by.y, pieces, 'vertical') };
}

function stride(by: number, pieces: readonly Piece[], axis: 'horizontal' | 'vertical'): number {
  const smallest = Math.max(
    1,
    ...pieces.map((piece) => (piece[axis].offset.percent ? Math.ceil(piece[axis].canvas / 100) : 1)),
  );
  return Math.sign(by) * Math.max(Math.abs(by), by === 0 ? 0 : smallest);
}

function limited(by: number, pieces: readonly Piece[], axis: 'horizontal' | 'vertical'): number {
  return pieces.reduce((sofar, piece) => clamp(sofar, reach(piece[axis] satisfies AxisPlace)), by);
}

function clamp(value: number, { least, most }: { least: number; most: number }): number {
  return Math.min(most, Math.max(least, value)) + 0;
}

import type { Box } from '@marquee/contracts';
import { around, type Point } from './boxes.ts';
import type { Piece } from './piece.ts';

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';
export type Distribution = 'across' | 'down';

/** How far each goes to line up: with the others, or alone with the canvas. */
export function aligned(
  pieces: readonly Piece[],
  how: Alignment,
  canvas: { width: number; height: number },
): Map<Piece, Point> {
  const frame = pieces.length > 1 ? around(pieces.map(({ grip }) => grip)) : { x: 0, y: 0, ...canvas };
  return new Map(
    pieces.map((piece) => [piece, frame === null ? { x: 0, y: 0 } : toward(piece.grip, frame, how)]),
  );
}

function toward(box: Box, frame: Box, how: Alignment): Point {
  switch (how) {
    case 'left':
      return { x: frame.x - box.x, y: 0 };
    case 'centre':
      return { x: Math.round(frame.x + (frame.width - box.width) / 2) - box.x, y: 0 };
    case 'right':
      return { x: frame.x + frame.width - box.width - box.x, y: 0 };
    case 'top':
      return { x: 0, y: frame.y - box.y };
    case 'middle':
      return { x: 0, y: Math.round(frame.y + (frame.height - box.height) / 2) - box.y };
    case 'bottom':
      return { x: 0, y: frame.y + frame.height - box.height - box.y };
  }
}

/** The same room between one and the next; the outermost stay. */
export function distributed(pieces: readonly Piece[], how: Distribution): Map<Piece, Point> {
  const [start, size] = how === 'across' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const inOrder = [...pieces].sort((one, other) => one.grip[start] - other.grip[start]);
  const first = inOrder[0]?.grip;
  const last = inOrder.at(-1)?.grip;
  if (first === undefined || last === undefined || inOrder.length < 3) return new Map();
  const taken = inOrder.reduce((sum, { grip }) => sum + grip[size], 0);
  const room = (last[start] + last[size] - first[start] - taken) / (inOrder.length - 1);
  let next = first[start];
  return new Map(
    inOrder.map((piece) => {
      const by = Math.round(next) - piece.grip[start];
      next += piece.grip[size] + room;
      return [piece, how === 'across' ? { x: by, y: 0 } : { x: 0, y: by }];
    }),
  );
}

import type { Box } from '@marquee/contracts';
import type { PlaceChange } from '../../../../engine/placing.ts';
import type { Point } from './boxes.ts';
import type { Piece } from './piece.ts';

/** How an edge goes with the hand: 1 with it, 2 twice as far since the other edge goes away too, 0 not at all. */
type Growth = -2 | -1 | 0 | 1 | 2;

/** A place to pull at. Each stands for attributes that Kometa has; there are no others. */
export interface Handle {
  kind: 'back' | 'scale' | 'font';
  /** For words: which edge or corner. */
  edge: 'left' | 'right' | 'top' | 'bottom' | 'corner';
  at: Point;
  across: Growth;
  down: Growth;
}

/** Which side of a box moves when it grows, by how it is aligned. */
function free(align: string | null): { side: 'start' | 'end'; growth: Growth } {
  if (align === 'right' || align === 'bottom') return { side: 'start', growth: -1 };
  return { side: 'end', growth: align === 'center' ? 2 : 1 };
}

export function handlesOf(piece: Piece): Handle[] {
  if (piece.fixed === 'locked' || piece.fixed === 'whole') return [];
  const { definition, account } = piece;
  const handles: Handle[] = [];
  if (account.back !== null) handles.push(...backHandles(piece, account.back));
  if (account.content !== null && definition.kind !== 'backdrop')
    handles.push({ kind: definition.kind === 'text' ? 'font' : 'scale', ...corner(piece) });
  return handles;
}

function backHandles({ horizontal, vertical }: Piece, back: Box): Handle[] {
  const across = free(horizontal.align);
  const down = free(vertical.align);
  const middle = { x: back.x + back.width / 2, y: back.y + back.height / 2 };
  return [
    {
      kind: 'back',
      edge: across.side === 'start' ? 'left' : 'right',
      at: { x: across.side === 'start' ? back.x : back.x + back.width, y: middle.y },
      across: across.growth,
      down: 0,
    },
    {
      kind: 'back',
      edge: down.side === 'start' ? 'top' : 'bottom',
      at: { x: middle.x, y: down.side === 'start' ? back.y : back.y + back.height },
      across: 0,
      down: down.growth,
    },
  ];
}

/** Of the whole piece: the corner of small content may lie in the middle, where a hand takes hold to move it. */
function corner({ grip, horizontal, vertical }: Piece): Omit<Handle, 'kind'> {
  const across = free(horizontal.align);
  const down = free(vertical.align);
  return {
    edge: 'corner',
    at: {
      x: across.side === 'start' ? grip.x : grip.x + grip.width,
      y: down.side === 'start' ? grip.y : grip.y + grip.height,
    },
    across: across.growth,
    down: down.growth,
  };
}

/** What pulling a handle so far makes of the attributes. */
export function pulled(piece: Piece, handle: Handle, by: Point): PlaceChange {
  const grown = { x: by.x * handle.across, y: by.y * handle.down };
  if (handle.kind === 'back') return backChange(piece, handle, grown);
  const box = piece.account.content;
  if (box === null) return { key: piece.key };
  // The part of the pull that goes along the diagonal.
  const factor = Math.max(
    0.01,
    1 + (grown.x * box.width + grown.y * box.height) / (box.width ** 2 + box.height ** 2),
  );
  return handle.kind === 'font'
    ? { key: piece.key, font_size: Math.max(1, Math.round(piece.definition.fontSize * factor)) }
    : scaleChange(piece, box, factor);
}

function backChange({ key, definition, account }: Piece, { across }: Handle, grown: Point): PlaceChange {
  const { back } = account;
  const { backWidth, backHeight, backPadding } = definition;
  if (back === null) return { key };
  // Kometa's corners are both inside the box, and the padding comes on top of the width.
  const now = (given: number | null, drawn: number) => given ?? drawn - 1 - 2 * backPadding;
  return across !== 0
    ? { key, back_width: Math.max(0, Math.round(now(backWidth, back.width) + grown.x)) }
    : { key, back_height: Math.max(0, Math.round(now(backHeight, back.height) + grown.y)) };
}

/** One of the two keeps the ratio, so only what is there is written; both where both are there. */
function scaleChange({ key, definition }: Piece, box: Box, factor: number): PlaceChange {
  const { scaleWidth, scaleHeight } = definition;
  const scaled = (scale: typeof scaleWidth, drawn: number): number | string =>
    scale?.percent === true
      ? `${Math.max(1, Math.round(scale.value * factor))}%`
      : Math.max(1, Math.round(drawn * factor));
  return {
    key,
    ...((scaleWidth !== null || scaleHeight === null) && { scale_width: scaled(scaleWidth, box.width) }),
    ...(scaleHeight !== null && { scale_height: scaled(scaleHeight, box.height) }),
  };
}

import type { Point } from './geometry/boxes.ts';
import type { Drag } from './geometry/drag.ts';
import type { Piece } from './geometry/piece.ts';
import type { Handle } from './geometry/resize.ts';

/** What the hand is doing. Points are of the canvas, but for panning and pinching: there they are of the window. */
export type Gesture =
  | ({ kind: 'move'; began: boolean; stuck: Piece | null } & Drag)
  | { kind: 'stuck'; from: Point; piece: Piece }
  | { kind: 'pull'; from: Point; piece: Piece; handle: Handle }
  | { kind: 'catch'; from: Point; to: Point; adding: boolean }
  | { kind: 'pan'; last: Point }
  | { kind: 'pinch'; distance: number; middle: Point }
  | { kind: 'guide'; axis: 'x' | 'y'; index: number | null; at: number }
  | { kind: 'wipe' };

/** Where a press began. */
export type Pressed =
  | { on: 'ground' }
  | { on: 'piece'; piece: Piece }
  | { on: 'handle'; piece: Piece; handle: Handle }
  | { on: 'guide'; axis: 'x' | 'y'; index: number | null }
  | { on: 'wipe' };

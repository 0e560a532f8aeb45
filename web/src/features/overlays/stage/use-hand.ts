import { type PointerEvent, useCallback, useRef, useState } from 'react';
import type { PlaceChange } from '../../../engine/placing.ts';
import { between, type Point, touches } from './geometry/boxes.ts';
import { beginDrag, covers, dragTo } from './geometry/drag.ts';
import type { Piece } from './geometry/piece.ts';
import { pulled } from './geometry/resize.ts';
import { toCanvas } from './geometry/sight.ts';
import type { SnapLine } from './geometry/snap.ts';
import type { Gesture, Pressed } from './gesture.ts';
import { type GuideLines, withGuide } from './guides.ts';
import type { Looking } from './use-sight.ts';

/** Screen pixels that a hand may shake before a press becomes a drag. */
const SHAKE = 3;

export interface Ground {
  looking: Looking;
  canvas: { width: number; height: number };
  /** As they are drawn. */
  pieces: readonly Piece[];
  /** As they are by now. */
  current(): readonly Piece[];
  selection: readonly string[];
  onSelect(keys: readonly string[], how: 'replace' | 'toggle'): void;
  guides: GuideLines;
  onGuides(guides: GuideLines): void;
  onWipe(part: number): void;
  snapping: boolean;
  /** Draws with these changes, and says so once they are done. */
  place(changes: readonly PlaceChange[], phase: 'moving' | 'done', doing: Doing, movedAt?: number): void;
  takeBack(): void;
  explain(piece: Piece): void;
  hover(point: Point | null): void;
}
export interface Doing {
  what: 'move' | 'copy' | 'resize';
  pieces: readonly Piece[];
  /** For the undo list; else one is made of the rest. */
  name?: string;
}

/** What can be seen of a gesture while it lasts. */
export interface Felt {
  kind: Gesture['kind'] | null;
  copying: boolean;
  lines: readonly SnapLine[];
  caught: { from: Point; to: Point } | null;
  guide: { axis: 'x' | 'y'; at: number } | null;
}
const still: Felt = { kind: null, copying: false, lines: [], caught: null, guide: null };

/** Mouse, pen and fingers on the stage: moving, pulling, catching, panning, pinching, guides and the wipe. */
export function useHand(ground: Ground) {
  const now = useRef(ground);
  now.current = ground;
  const gesture = useRef<Gesture | null>(null);
  const fingers = useRef(new Map<number, Point>());
  const spaceHeld = useRef(false);
  const [felt, setFelt] = useState<Felt>(still);

  const begin = useCallback((next: Gesture) => {
    gesture.current = next;
    setFelt({
      ...still,
      kind: next.kind,
      caught: next.kind === 'catch' ? next : null,
      guide: next.kind === 'guide' ? next : null,
    });
  }, []);
  const end = useCallback(() => {
    gesture.current = null;
    setFelt(still);
  }, []);

  const press = useCallback(
    (event: PointerEvent, pressed: Pressed) => {
      event.stopPropagation();
      const { looking, current, selection, onSelect, canvas, guides } = now.current;
      const pieces = current();
      const point = pointIn(looking.element, event);
      fingers.current.set(event.pointerId, point);
      looking.element?.setPointerCapture(event.pointerId);
      const [one, other] = [...fingers.current.values()];
      if (one && other) return begin({ kind: 'pinch', ...pinchOf(one, other) });
      if (event.button === 1 || spaceHeld.current) {
        event.preventDefault();
        return begin({ kind: 'pan', last: point });
      }
      if (event.button !== 0) return;
      const from = toCanvas(looking.sight, point);
      switch (pressed.on) {
        case 'wipe':
          return begin({ kind: 'wipe' });
        case 'guide':
          return begin({ kind: 'guide', axis: pressed.axis, index: pressed.index, at: from[pressed.axis] });
        case 'handle':
          return begin({ kind: 'pull', from, piece: same(pieces, pressed.piece), handle: pressed.handle });
        case 'piece': {
          const piece = same(pieces, pressed.piece);
          if (event.shiftKey) return onSelect([piece.key], 'toggle');
          const chosen = selection.includes(piece.key);
          if (!chosen) onSelect([piece.key], 'replace');
          const moving = chosen ? pieces.filter(({ key }) => selection.includes(key)) : [piece];
          const drag = beginDrag(from, moving, pieces, canvas, guides);
          const stuck = moving.find(({ fixed }) => fixed !== null) ?? null;
          if (drag !== null) return begin({ kind: 'move', began: false, stuck, ...drag });
          return begin({ kind: 'stuck', from, piece: stuck ?? piece });
        }
        case 'ground':
          // A finger on the poster looks around; a mouse draws a frame.
          if (event.pointerType === 'touch') return begin({ kind: 'pan', last: point });
          return begin({ kind: 'catch', from, to: from, adding: event.shiftKey });
      }
    },
    [begin],
  );

  const move = useCallback(
    (event: PointerEvent) => {
      const { looking, place, snapping, hover, canvas, onWipe } = now.current;
      const point = pointIn(looking.element, event);
      const to = toCanvas(looking.sight, point);
      const doing = gesture.current;
      if (doing === null) return hover(to);
      if (fingers.current.has(event.pointerId)) fingers.current.set(event.pointerId, point);
      const far = (from: Point) => Math.hypot(to.x - from.x, to.y - from.y) * looking.sight.zoom >= SHAKE;
      switch (doing.kind) {
        case 'move': {
          if (!doing.began && !far(doing.from)) return;
          doing.began = true;
          const way = wayOf(event, snapping, looking.sight.zoom);
          const { changes, lines } = dragTo(doing, to, way);
          const { copying } = way;
          const what = copying ? 'copy' : 'move';
          place(changes, 'moving', { what, pieces: doing.pieces }, event.nativeEvent.timeStamp);
          // Drawn again only when there is something else to see: a page that renders keeps pixels waiting.
          return setFelt((before) =>
            before.kind === 'move' && before.copying === copying && sameLines(before.lines, lines)
              ? before
              : { ...still, kind: 'move', copying, lines },
          );
        }
        case 'stuck':
          if (!far(doing.from)) return;
          now.current.explain(doing.piece);
          return end();
        case 'pull': {
          const by = { x: to.x - doing.from.x, y: to.y - doing.from.y };
          const change = pulled(doing.piece, doing.handle, by);
          return place(
            [change],
            'moving',
            { what: 'resize', pieces: [doing.piece] },
            event.nativeEvent.timeStamp,
          );
        }
        case 'catch':
          doing.to = to;
          return setFelt({ ...still, kind: 'catch', caught: { from: doing.from, to } });
        case 'pan':
          looking.pan({ x: point.x - doing.last.x, y: point.y - doing.last.y });
          doing.last = point;
          return;
        case 'pinch': {
          const [one, other] = [...fingers.current.values()];
          if (!one || !other) return;
          const next = pinchOf(one, other);
          looking.zoomAt((looking.sight.zoom * next.distance) / doing.distance, doing.middle);
          looking.pan({ x: next.middle.x - doing.middle.x, y: next.middle.y - doing.middle.y });
          Object.assign(doing, next);
          return;
        }
        case 'guide':
          doing.at = to[doing.axis];
          return setFelt({ ...still, kind: 'guide', guide: { axis: doing.axis, at: Math.round(doing.at) } });
        case 'wipe':
          return onWipe(Math.min(1, Math.max(0, to.x / canvas.width)));
      }
    },
    [end],
  );

  const release = useCallback(
    (event: PointerEvent) => {
      fingers.current.delete(event.pointerId);
      const { looking, place, pieces, onSelect, onGuides, guides, canvas, snapping, explain } = now.current;
      const doing = gesture.current;
      if (doing === null) return;
      const to = toCanvas(looking.sight, pointIn(looking.element, event));
      switch (doing.kind) {
        case 'move': {
          if (!doing.began) break;
          const way = wayOf(event, snapping, looking.sight.zoom);
          const { changes } = dragTo(doing, to, way);
          place(changes, 'done', { what: way.copying ? 'copy' : 'move', pieces: doing.pieces });
          if (doing.stuck) explain(doing.stuck);
          break;
        }
        case 'pull': {
          const by = { x: to.x - doing.from.x, y: to.y - doing.from.y };
          if (by.x !== 0 || by.y !== 0)
            place([pulled(doing.piece, doing.handle, by)], 'done', { what: 'resize', pieces: [doing.piece] });
          break;
        }
        case 'catch': {
          const frame = between(doing.from, to);
          const caught = pieces.filter(({ grip }) => touches(grip, frame) && !covers(grip, canvas));
          onSelect(
            caught.map(({ key }) => key),
            doing.adding ? 'toggle' : 'replace',
          );
          break;
        }
        case 'guide':
          onGuides(withGuide(guides, doing, canvas));
          break;
        default:
      }
      end();
    },
    [end],
  );

  /** Escape, or a finger that the system took: everything as it was. */
  const cancel = useCallback(() => {
    const doing = gesture.current;
    fingers.current.clear();
    if (doing?.kind === 'move' || doing?.kind === 'pull') now.current.takeBack();
    if (doing !== null) end();
    return doing !== null;
  }, [end]);

  return { press, move, release, cancel, felt, spaceHeld, isBusy: () => gesture.current !== null };
}
export type Hand = ReturnType<typeof useHand>;

/** Alt leaves what is dragged where it is and takes a copy along; Ctrl or Cmd lets nothing draw it to itself. */
function wayOf({ altKey, ctrlKey, metaKey }: PointerEvent, snapping: boolean, zoom: number) {
  return { copying: altKey, snap: snapping && !ctrlKey && !metaKey, zoom };
}

function pinchOf(one: Point, other: Point) {
  return {
    distance: Math.max(1, Math.hypot(one.x - other.x, one.y - other.y)),
    middle: { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 },
  };
}

function pointIn(window: HTMLElement | null, { clientX, clientY }: PointerEvent): Point {
  const frame = window?.getBoundingClientRect();
  return { x: clientX - (frame?.left ?? 0), y: clientY - (frame?.top ?? 0) };
}

function sameLines(some: readonly SnapLine[], others: readonly SnapLine[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ axis, at }, index) => others[index]?.axis === axis && others[index]?.at === at)
  );
}

function same(pieces: readonly Piece[], piece: Piece): Piece {
  return pieces.find(({ key }) => key === piece.key) ?? piece;
}

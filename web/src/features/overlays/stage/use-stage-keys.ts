import { type KeyboardEvent, useCallback, useRef } from 'react';
import type { Point } from './geometry/boxes.ts';
import { moveTogether, strideOf } from './geometry/move.ts';
import type { Piece } from './geometry/piece.ts';
import type { Ground, Hand } from './use-hand.ts';

const ARROWS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** Screen pixels that an arrow moves the view when nothing is selected. */
const VIEW_STEP = 40;

/** Keys on the stage. A held arrow is one step for the undo list: it ends when the key is let go. */
export function useStageKeys(ground: Ground, hand: Hand) {
  const now = useRef(ground);
  now.current = ground;
  const nudge = useRef<{ what: 'move' | 'copy'; pieces: readonly Piece[]; by: Point } | null>(null);

  const finish = useCallback(() => {
    const done = nudge.current;
    nudge.current = null;
    if (done === null) return;
    const { changes } = moveTogether(done.pieces, done.by);
    now.current.place(changes, 'done', done);
  }, []);

  const arrow = (event: KeyboardEvent, way: Point) => {
    const { current, selection, looking, onSelect, explain, place } = now.current;
    const focused = keyOf(event.target);
    const wanted = focused !== null && !selection.includes(focused) ? [focused] : selection;
    if (wanted.length === 0) {
      looking.pan({ x: -way.x * VIEW_STEP, y: -way.y * VIEW_STEP });
      return;
    }
    if (wanted !== selection) onSelect(wanted, 'replace');
    const moving = current().filter(({ key }) => wanted.includes(key));
    const stuck = moving.find(({ fixed }) => fixed !== null);
    if (moving.every(({ fixed }) => fixed !== null)) {
      if (stuck) explain(stuck);
      return;
    }
    nudge.current ??= {
      what: event.altKey ? 'copy' : 'move',
      pieces: moving.filter(({ fixed }) => fixed === null),
      by: { x: 0, y: 0 },
    };
    const { what, pieces: free, by } = nudge.current;
    const length = event.shiftKey ? 10 : 1;
    const step = strideOf(free, { x: way.x * length, y: way.y * length });
    const { changes, by: went } = moveTogether(free, { x: by.x + step.x, y: by.y + step.y });
    // What Kometa stopped is not walked back first.
    const [real] = free.some(
      ({ horizontal, vertical }) => horizontal.offset.percent || vertical.offset.percent,
    )
      ? [{ x: by.x + step.x, y: by.y + step.y }]
      : went.values();
    nudge.current.by = real ?? by;
    place(changes, 'moving', { what, pieces: free }, event.nativeEvent.timeStamp);
  };

  const keyDown = (event: KeyboardEvent) => {
    const { looking, onSelect, selection } = now.current;
    if (event.ctrlKey || event.metaKey) return;
    const way = ARROWS[event.key];
    const acts: Record<string, () => void> = {
      '+': () => looking.zoomStep(1),
      '=': () => looking.zoomStep(1),
      '-': () => looking.zoomStep(-1),
      '0': looking.fit,
      '1': looking.full,
    };
    if (way !== undefined && !ownsArrows(event.target)) arrow(event, way);
    else if (event.key === ' ') {
      hand.spaceHeld.current = true;
      if (keyOf(event.target) !== null || isControl(event.target)) return;
    } else if (event.key === 'Escape') {
      if (!hand.cancel()) {
        if (selection.length === 0) return;
        onSelect([], 'replace');
      }
    } else {
      const act = acts[event.key];
      if (act === undefined) return;
      act();
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const keyUp = (event: KeyboardEvent) => {
    if (event.key === ' ') {
      // A button would take the end of a pan for a press.
      if (hand.isBusy()) event.preventDefault();
      hand.spaceHeld.current = false;
    }
    if (ARROWS[event.key] !== undefined) finish();
  };
  return { onKeyDown: keyDown, onKeyUp: keyUp, finish };
}

/** The overlay that has the focus. */
function keyOf(target: EventTarget): string | null {
  return target instanceof HTMLElement ? (target.dataset.overlay ?? null) : null;
}

function isControl(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches('button, input, [role="slider"]');
}

function ownsArrows(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches('input, [role="separator"]');
}

import {
  type MouseEvent as ReactMouseEvent,
  type PointerEvent as ReactPointerEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { frame } from '../../../theme/tokens.ts';
import { type DropPlace, dropPlaceAt, scrollStep } from './drop-place.ts';

/** Pixels that a hand may shake before a press becomes a drag. */
const SHAKE = 4;

interface Press {
  pointerId: number;
  mapping: string;
  startY: number;
  y: number;
}

/** What can be seen of a drag while it lasts. */
export interface RowDrag {
  mapping: string;
  /** Which row it is, from 0. */
  row: number;
  /** Its height counts from the top of the list. */
  drop: DropPlace | null;
}

/**
 * Rows taken hold of with a mouse or a pen anywhere, with a finger at their handle; elsewhere a finger scrolls. Held at
 * an edge the list scrolls; Escape lets everything stay. Rows are the elements with `data-mapping`.
 */
export function useRowDrag(onDrop: (mapping: string, drop: DropPlace) => void) {
  const [drag, setDrag] = useState<RowDrag | null>(null);
  const around = useRef<HTMLDivElement>(null);
  const press = useRef<Press | null>(null);
  /** The click that follows a drag selects nothing. */
  const dragged = useRef(false);

  const look = useCallback(() => {
    const { current: held } = press;
    if (!held || !around.current) return;
    const { mapping } = held;
    const rows = rowsIn(around.current);
    const row = rows.findIndex((one) => one.mapping === mapping);
    const onScreen = dropPlaceAt(rows, mapping, held.y);
    const top = around.current.getBoundingClientRect().top;
    const drop = onScreen && { ...onScreen, y: onScreen.y - top };
    setDrag((before) =>
      before?.mapping === mapping && before.drop?.y === drop?.y ? before : { mapping, row, drop },
    );
  }, []);
  const end = useCallback(() => {
    press.current = null;
    setDrag(null);
  }, []);

  const dragging = drag !== null;
  useEffect(() => {
    if (!dragging) return;
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // For the page it would mean to select nothing.
      event.preventDefault();
      event.stopPropagation();
      end();
    };
    window.addEventListener('keydown', cancel, { capture: true });
    return () => window.removeEventListener('keydown', cancel, { capture: true });
  }, [dragging, end]);

  useEffect(() => {
    if (!dragging || !around.current) return;
    const scroller = scrollerOf(around.current);
    let next = requestAnimationFrame(function step() {
      const by = press.current ? scrollStep(press.current.y, edgesOf(scroller)) : 0;
      if (by !== 0) {
        scroller.scrollTop += by;
        look();
      }
      next = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(next);
  }, [dragging, look]);

  const handlers = {
    onPointerDown(event: ReactPointerEvent) {
      dragged.current = false;
      const mapping = event.isPrimary && event.button === 0 ? takenHoldOf(event) : null;
      if (mapping === null) return;
      press.current = { pointerId: event.pointerId, mapping, startY: event.clientY, y: event.clientY };
    },
    onPointerMove(event: ReactPointerEvent) {
      const { current: held } = press;
      if (!held || held.pointerId !== event.pointerId) return;
      // Let go where nobody heard of it.
      if (event.buttons === 0) return end();
      held.y = event.clientY;
      if (!dragged.current) {
        if (Math.abs(held.y - held.startY) < SHAKE) return;
        dragged.current = true;
        around.current?.setPointerCapture(event.pointerId);
      }
      look();
    },
    onPointerUp(event: ReactPointerEvent) {
      if (press.current?.pointerId !== event.pointerId) return;
      if (drag?.drop) onDrop(drag.mapping, drag.drop);
      end();
    },
    onPointerCancel: end,
    onClickCapture(event: ReactMouseEvent) {
      // A key clicks without a press.
      if (!dragged.current || event.detail === 0) return;
      dragged.current = false;
      event.stopPropagation();
    },
  };
  return { around, drag, handlers };
}

/** The row under a press that may become a drag. */
function takenHoldOf({ target, pointerType }: ReactPointerEvent): string | null {
  if (!(target instanceof Element)) return null;
  const handle = target.closest('[data-drag-handle]');
  if (!handle && (pointerType === 'touch' || target.closest('input, [data-layer-acts]'))) return null;
  return target.closest<HTMLElement>('[data-mapping]')?.dataset.mapping ?? null;
}

function rowsIn(around: HTMLElement) {
  return [...around.querySelectorAll<HTMLElement>('[data-mapping]')].map((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return { mapping: row.dataset.mapping ?? '', top, bottom };
  });
}

function scrollerOf(element: HTMLElement): Element {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}

/** Of a page what its bars leave free. */
function edgesOf(scroller: Element): { top: number; bottom: number } {
  if (scroller === document.scrollingElement) {
    return { top: 2 * frame.topBar, bottom: window.innerHeight - frame.bottomBar };
  }
  const { top, bottom } = scroller.getBoundingClientRect();
  return { top: Math.max(0, top), bottom: Math.min(window.innerHeight, bottom) };
}

import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { isTyping } from '../typing.ts';
import { moveBy } from './moves.ts';
import { useScrollMemory } from './scroll-memory.ts';

interface Ground {
  gridRef: RefObject<HTMLElement | null>;
  total: number;
  columns: number;
  rowHeight: number;
}

/** Which entry the keyboard is on: one stop for Tab, arrows inside, remembered when coming back. */
export function useActiveCell({ gridRef, total, columns, rowHeight }: Ground) {
  const memory = useScrollMemory();
  const [active, setActive] = useState(memory.remembered?.active ?? 0);
  const focusWanted = useRef<number | null>(null);
  const bringToView = useRef<(row: number) => void>(() => {});

  const focusIfThere = useCallback(() => {
    if (focusWanted.current === null) return;
    const cell = gridRef.current?.querySelector<HTMLElement>(`[data-index="${focusWanted.current}"] > *`);
    cell?.focus({ preventScroll: true });
    // A placeholder keeps the wish alive: the focus moves on to the entry when it arrives.
    if (cell instanceof HTMLAnchorElement) focusWanted.current = null;
  }, [gridRef]);
  useLayoutEffect(focusIfThere);

  const go = useCallback(
    (index: number) => {
      focusWanted.current = index;
      setActive(index);
      memory.setActive(index);
      bringToView.current(Math.floor(index / columns));
      focusIfThere();
    },
    [columns, memory.setActive, focusIfThere],
  );

  const ground = useRef({ total, columns, rowHeight, active });
  ground.current = { total, columns, rowHeight, active };
  const step = useCallback(
    (event: { key: string; ctrlKey: boolean; metaKey: boolean; preventDefault(): void }) => {
      const { rowHeight: high, active: from, ...rest } = ground.current;
      const rowsPerScreen = Math.max(1, Math.floor((window.innerHeight - 140) / high));
      const to = moveBy(event, from, { ...rest, rowsPerScreen });
      if (to === undefined) return;
      event.preventDefault();
      go(to);
    },
    [go],
  );

  useEffect(() => {
    // j and k work from anywhere on the page; the first press only enters the grid.
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'j' && event.key !== 'k') return;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (gridRef.current?.contains(document.activeElement)) step(event);
      else go(ground.current.active);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [gridRef, go, step]);

  return {
    active: Math.min(active, Math.max(0, total - 1)),
    bringToView,
    remembered: memory.remembered,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'j' && event.key !== 'k' && !event.altKey) step(event);
    },
    onFocus: (event: FocusEvent<HTMLElement>) => {
      const index = Number(event.target.closest<HTMLElement>('[data-index]')?.dataset.index);
      if (Number.isNaN(index) || index === active) return;
      setActive(index);
      memory.setActive(index);
    },
  };
}

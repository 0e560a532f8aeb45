import { type FocusEvent, useCallback, useEffect, useRef } from 'react';
import type { Piece } from './geometry/piece.ts';

/**
 * Keeps the focus on what is selected, for those who work by key: it goes along to a copy, and to what is selected
 * instead when the overlay that had it is gone. Tab moves it without selecting, and is left alone.
 */
export function useFollowFocus(
  element: HTMLElement | null,
  selection: readonly string[],
  pieces: readonly Piece[],
) {
  /** The overlay that has the focus, or had it when it went. */
  const focused = useRef<string | null>(null);
  const before = useRef(selection);
  const left = useRef(false);

  useEffect(() => {
    const key = focused.current;
    const deselected = key !== null && before.current.includes(key) && !selection.includes(key);
    before.current = selection;
    if (key === null || !element || !isHere(element)) return;
    left.current = selection.length > 0 && (left.current || deselected);
    const gone = !pieces.some((piece) => piece.key === key);
    if (!left.current && !gone) return;
    const next = pieces.find((piece) => selection.includes(piece.key));
    const box = next && boxes(element).find(({ dataset }) => dataset.overlay === next.key);
    if (box) box.focus();
    else if (gone) element.focus();
  }, [element, selection, pieces]);

  const onFocus = useCallback(({ target }: FocusEvent<HTMLElement>) => {
    focused.current = target.dataset.overlay ?? null;
    left.current = false;
  }, []);
  const onBlur = useCallback(() => {
    focused.current = null;
  }, []);
  return { onFocus, onBlur };
}

function boxes(element: HTMLElement): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>('[data-overlay]')];
}

/** Nobody has put the focus elsewhere; what is taken off the page leaves it with the whole of it. */
function isHere(element: HTMLElement): boolean {
  const { activeElement, body } = element.ownerDocument;
  return activeElement === null || activeElement === body || element.contains(activeElement);
}

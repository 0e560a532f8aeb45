import { useEffect } from 'react';
import { isTyping } from '../../../ui/typing.ts';
import type { Selection } from './use-selection.ts';

/** `x` chooses the one that the keyboard is on; with Shift, all up to it. Escape lets all go. */
export function useChooseKey(selection: Selection | null, active: string | undefined): void {
  useEffect(() => {
    if (!selection) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key.toLowerCase() === 'x' && active !== undefined) selection.toggle(active, event.shiftKey);
      if (event.key === 'Escape' && !event.defaultPrevented) selection.none();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [selection, active]);
}

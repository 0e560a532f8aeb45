import { lazy, Suspense, useEffect, useState } from 'react';
import { isTyping } from '../../ui/typing.ts';
import { onPaletteAsked } from './open-palette.ts';

const PaletteDialog = lazy(() => import('./palette-dialog.tsx'));

/** Ctrl or Cmd and K from anywhere, also while somebody writes; `/` where the page has no search of its own. */
function isWish(event: KeyboardEvent): boolean {
  if (event.altKey) return false;
  const command = event.ctrlKey || event.metaKey;
  if (command) return event.key.toLowerCase() === 'k';
  return event.key === '/' && !event.defaultPrevented && !isTyping(event.target);
}

/** Loaded when it is first asked for. */
export function Palette() {
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = () => {
      setAsked(true);
      setOpen(true);
    };
    const onKey = (event: KeyboardEvent) => {
      if (!isWish(event)) return;
      // Browsers put their own search there.
      event.preventDefault();
      show();
    };
    window.addEventListener('keydown', onKey);
    const stop = onPaletteAsked(show);
    return () => {
      window.removeEventListener('keydown', onKey);
      stop();
    };
  }, []);
  return asked ? (
    <Suspense fallback={null}>
      <PaletteDialog open={open} onClose={() => setOpen(false)} />
    </Suspense>
  ) : null;
}

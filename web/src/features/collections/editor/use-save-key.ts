import { useEffect, useRef } from 'react';

/** Ctrl or Cmd with S saves, also while one types. */
export function useSaveKey(ready: boolean, save: () => void): void {
  const now = useRef({ ready, save });
  now.current = { ready, save };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      if (now.current.ready) now.current.save();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

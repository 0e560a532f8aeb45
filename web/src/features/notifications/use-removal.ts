import { useCallback, useEffect, useRef, useState } from 'react';

/** Long enough to read what went and to take it back. */
const UNDO_MS = 6000;

/** What is to be removed goes from sight at once, and for good only when nobody takes it back. */
export function useRemoval(remove: (id: string) => void) {
  const [going, setGoing] = useState<string | null>(null);
  const latest = useRef(remove);
  latest.current = remove;

  const settle = useCallback((id: string | null) => {
    if (id !== null) latest.current(id);
  }, []);
  useEffect(() => {
    if (going === null) return;
    const timer = setTimeout(() => {
      settle(going);
      setGoing(null);
    }, UNDO_MS);
    return () => clearTimeout(timer);
  }, [going, settle]);

  return {
    going,
    /** The one before it can no longer be taken back. */
    begin: (id: string) => {
      settle(going);
      setGoing(id);
    },
    undo: () => setGoing(null),
  };
}

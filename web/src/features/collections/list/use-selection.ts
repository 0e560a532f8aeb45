import type { CollectionSummary } from '@marquee/contracts';
import { useCallback, useMemo, useRef, useState } from 'react';

/** Which collections are chosen. Those that a filter hides are not among them: nobody changes what is not seen. */
export function useSelection(shown: readonly CollectionSummary[]) {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(() => shown.filter(({ id }) => marked.has(id)), [shown, marked]);
  const last = useRef<string | null>(null);
  const places = useRef(shown);
  places.current = shown;
  /** With `to`, from the one that was pressed last up to this one. */
  const toggle = useCallback((id: string, to: boolean) => {
    setMarked((was) => {
      const next = new Set(was);
      const on = !was.has(id);
      const range = to ? between(places.current, last.current, id) : [id];
      for (const one of range) {
        if (on) next.add(one);
        else next.delete(one);
      }
      return next;
    });
    last.current = id;
  }, []);
  const all = useCallback(() => setMarked(new Set(places.current.map(({ id }) => id))), []);
  const none = useCallback(() => setMarked(new Set()), []);
  const ids = useMemo(() => new Set(chosen.map(({ id }) => id)), [chosen]);
  return { chosen, ids, toggle, all, none };
}
export type Selection = ReturnType<typeof useSelection>;

function between(shown: readonly CollectionSummary[], from: string | null, to: string): string[] {
  const first = shown.findIndex(({ id }) => id === from);
  const second = shown.findIndex(({ id }) => id === to);
  if (first === -1 || second === -1) return [to];
  return shown.slice(Math.min(first, second), Math.max(first, second) + 1).map(({ id }) => id);
}

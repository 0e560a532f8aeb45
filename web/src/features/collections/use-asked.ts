import type { SerializedError } from '@reduxjs/toolkit';
import { useEffect, useRef, useState } from 'react';
import type { CallProblem } from '../../api/call-problem.ts';

const PAUSE_MS = 400;

interface Asked<R> {
  data: R | undefined;
  error: CallProblem | SerializedError | undefined;
  /** What is shown is of an earlier question. */
  asking: boolean;
}

interface Asking<R> {
  abort(): void;
  then(tell: (outcome: { data?: R; error?: CallProblem | SerializedError | undefined }) => void): unknown;
}

/** The answer to a question that changes while somebody types: asked after a pause, and called off when it is stale. */
export function useAsked<W, R>(ask: (wish: W) => Asking<R>, wish: W | null, again = 0): Asked<R> {
  const [told, setTold] = useState<Omit<Asked<R>, 'asking'> & { wish: W | null; again: number }>({
    data: undefined,
    error: undefined,
    wish: null,
    again,
  });
  const begin = useRef(ask);
  begin.current = ask;
  useEffect(() => {
    if (wish === null) return;
    let asking: Asking<R> | null = null;
    let stale = false;
    const timer = setTimeout(() => {
      asking = begin.current(wish);
      asking.then(({ data, error }) => {
        if (!stale) setTold({ data, error, wish, again });
      });
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
      asking?.abort();
    };
  }, [wish, again]);
  return {
    data: told.data,
    error: told.error,
    asking: wish !== null && (told.wish !== wish || told.again !== again),
  };
}

import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { z } from 'zod';

const Remembered = z.object({ scrollY: z.number(), active: z.int().nonnegative() });
export type Remembered = z.infer<typeof Remembered>;

const keyOf = (locationKey: string) => `marquee-scroll:${locationKey}`;

/** Where the person was in this step of the browser's history, over leaving and over loading the page again. */
export function useScrollMemory(): { remembered: Remembered | undefined; setActive(active: number): void } {
  const { key } = useLocation();
  const current = useRef({ key, scrollY: window.scrollY, active: 0 });
  current.current.key = key;
  const remembered = useRef(recall(key));

  useEffect(() => {
    const here = current.current;
    here.active = remembered.current?.active ?? 0;
    here.scrollY = remembered.current?.scrollY ?? window.scrollY;
    const onScroll = () => {
      here.scrollY = window.scrollY;
    };
    const keep = () => {
      sessionStorage.setItem(keyOf(here.key), JSON.stringify({ scrollY: here.scrollY, active: here.active }));
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('pagehide', keep);
    return () => {
      keep();
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('pagehide', keep);
    };
  }, []);

  const setActive = useCallback((active: number) => {
    current.current.active = active;
  }, []);
  return { remembered: remembered.current, setActive };
}

/** Back to where one was, as soon as the grid has its height. Call it last: what else that moves the page goes first. */
export function useRestoredScroll(remembered: Remembered | undefined, ready: boolean): void {
  const done = useRef(false);
  useLayoutEffect(() => {
    if (done.current || !ready) return;
    done.current = true;
    if (remembered) window.scrollTo(0, remembered.scrollY);
  }, [remembered, ready]);
}

function recall(locationKey: string): Remembered | undefined {
  const text = sessionStorage.getItem(keyOf(locationKey));
  return text === null ? undefined : Remembered.safeParse(JSON.parse(text)).data;
}

import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Point } from './geometry/boxes.ts';
import { centred, fitted, nextStop, panned, type Sight, zoomedAt } from './geometry/sight.ts';

interface Size {
  width: number;
  height: number;
}
const WHEEL_STEP = 1.0015;

/** How the canvas is looked at through its window: fitted until somebody chooses otherwise. */
export function useSight(canvas: Size) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [chosen, setChosen] = useState<Sight | null>(null);
  const { width, height } = canvas;

  useLayoutEffect(() => {
    if (!element) return;
    const look = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);

  const sight = chosen ?? fitted({ width, height }, size);
  const now = useRef({ sight, size });
  now.current = { sight, size };

  const zoomAt = useCallback((zoom: number, point?: Point) => {
    const { sight, size } = now.current;
    setChosen(zoomedAt(sight, point ?? { x: size.width / 2, y: size.height / 2 }, zoom));
  }, []);
  const zoomStep = useCallback((way: 1 | -1) => zoomAt(nextStop(now.current.sight.zoom, way)), [zoomAt]);
  const pan = useCallback(
    (by: Point) =>
      setChosen((before) => panned(before ?? now.current.sight, by, { width, height }, now.current.size)),
    [width, height],
  );
  const fit = useCallback(() => setChosen(null), []);
  const full = useCallback(() => setChosen(centred({ width, height }, now.current.size, 1)), [width, height]);

  // React listens to wheels passively; a passive listener cannot keep the page from scrolling.
  useLayoutEffect(() => {
    if (!element) return;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const point = { x: event.clientX - left, y: event.clientY - top };
      if (event.ctrlKey || event.metaKey) zoomAt(now.current.sight.zoom * WHEEL_STEP ** -event.deltaY, point);
      else if (event.shiftKey) pan({ x: -event.deltaY, y: 0 });
      else pan({ x: -event.deltaX, y: -event.deltaY });
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [element, pan, zoomAt]);

  return { setElement, element, size, sight, zoomAt, zoomStep, pan, fit, full, isFitted: chosen === null };
}
export type Looking = ReturnType<typeof useSight>;

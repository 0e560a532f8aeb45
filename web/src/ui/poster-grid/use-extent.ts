import { type RefObject, useLayoutEffect, useState } from 'react';

/** Width of an element and where its top is in the document, kept up to date. */
export function useExtent(ref: RefObject<HTMLElement | null>): { width: number; top: number } {
  const [extent, setExtent] = useState({ width: 0, top: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const box = element.getBoundingClientRect();
      const next = { width: element.clientWidth, top: Math.round(box.top + window.scrollY) };
      setExtent((was) => (was.width === next.width && was.top === next.top ? was : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // What stands above may grow (a notice, a progress line) without this element changing its size.
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [ref]);
  return extent;
}

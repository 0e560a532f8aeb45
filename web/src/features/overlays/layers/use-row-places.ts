import { type RefObject, useLayoutEffect, useState } from 'react';
import type { RowPlace } from './relation-lines.ts';

const none: ReadonlyMap<string, RowPlace> = new Map();

/** Where the rows of a list stand within what is positioned around it, also after they have wrapped anew. */
export function useRowPlaces(
  around: RefObject<HTMLElement | null>,
  rows: unknown,
): ReadonlyMap<string, RowPlace> {
  const [places, setPlaces] = useState(none);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are other elements
  useLayoutEffect(() => {
    const elements = [...(around.current?.querySelectorAll<HTMLElement>('[data-mapping]') ?? [])];
    const measure = () => {
      const now = new Map(
        elements.map((row) => [row.dataset.mapping ?? '', { top: row.offsetTop, height: row.offsetHeight }]),
      );
      setPlaces((before) => (same(before, now) ? before : now));
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const element of elements) observer.observe(element);
    return () => observer.disconnect();
  }, [around, rows]);
  return places;
}

function same(some: ReadonlyMap<string, RowPlace>, others: ReadonlyMap<string, RowPlace>): boolean {
  return (
    some.size === others.size &&
    [...some].every(([mapping, { top, height }]) => {
      const other = others.get(mapping);
      return other?.top === top && other.height === height;
    })
  );
}

import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { Geometry } from './geometry.ts';

interface Wanted {
  total: number;
  geometry: Geometry;
  extent: { width: number; top: number };
  /** Height of what lies over the top of the screen. */
  covered: number;
  /** Kept in the document even when it is off the screen, so that Tab finds the grid. */
  activeRow: number;
}

/** The rows to draw, in the scroll of the window. */
export function useGridRows({ total, geometry, extent, covered, activeRow }: Wanted) {
  const { columns, rowHeight, gap } = geometry;
  const count = Math.ceil(total / columns);
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => rowHeight,
    overscan: 3,
    scrollMargin: extent.top,
    scrollPaddingStart: covered + gap,
    scrollPaddingEnd: gap * 2,
    rangeExtractor: useCallback(
      (range: Range) => {
        const rows = defaultRangeExtractor(range);
        return activeRow < range.count && !rows.includes(activeRow)
          ? [activeRow, ...rows].sort((a, b) => a - b)
          : rows;
      },
      [activeRow],
    ),
  });

  // What was at the top stays there when the columns change, whether by the slider or by the window.
  const anchor = useRef(0);
  const drawn = useRef<{ columns: number; rowHeight: number } | null>(null);
  useLayoutEffect(() => {
    const before = drawn.current;
    if (count === 0 || (before?.rowHeight === rowHeight && before.columns === columns)) return;
    drawn.current = { columns, rowHeight };
    // The first time there is nothing to keep: where to be is for the memory of the place to say.
    if (!before) return;
    const scrolledIn = window.scrollY > extent.top;
    virtualizer.measure();
    if (scrolledIn)
      window.scrollTo(0, extent.top - covered + Math.floor(anchor.current / columns) * rowHeight);
  }, [count, columns, rowHeight, virtualizer, extent.top, covered]);
  useEffect(() => {
    const remember = () => {
      if (!drawn.current) return;
      const { columns: shown, rowHeight: high } = drawn.current;
      const row = Math.max(0, Math.round((window.scrollY - extent.top + covered) / high));
      anchor.current = row * shown;
    };
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
  }, [extent.top, covered]);

  const rows = virtualizer.getVirtualItems();
  return {
    height: count * rowHeight,
    visible: rows.map((row) => ({ index: row.index, start: row.start - extent.top })),
    lastRow: rows.at(-1)?.index ?? 0,
    bringToView: (row: number) => virtualizer.scrollToIndex(row, { align: 'auto' }),
  };
}

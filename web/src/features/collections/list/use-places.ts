import { type RefObject, useMemo } from 'react';
import { frame } from '../../../theme/tokens.ts';
import { useRestoredScroll } from '../../../ui/poster-grid/scroll-memory.ts';
import { useActiveCell } from '../../../ui/poster-grid/use-active-cell.ts';
import { useExtent } from '../../../ui/poster-grid/use-extent.ts';
import { useGridRows } from '../../../ui/poster-grid/use-grid-rows.ts';

interface Ground {
  ref: RefObject<HTMLElement | null>;
  total: number;
  /** Narrower than this they stand in fewer columns; 0 for one column. */
  leastWidth: number;
  height: number;
  gap: number;
  /** What covers the top of the screen besides the top bar, px. */
  covered: number;
}

/** Which rows of a long list are drawn, and which place of it the keyboard is on. */
export function usePlaces({ ref, total, leastWidth, height, gap, covered }: Ground) {
  const extent = useExtent(ref);
  const measured = extent.width > 0;
  const columns = leastWidth === 0 ? 1 : Math.max(1, Math.floor((extent.width + gap) / (leastWidth + gap)));
  const geometry = useMemo(
    () => ({
      columns,
      gap,
      cellWidth: (extent.width - gap * (columns - 1)) / columns,
      pictureHeight: height,
      rowHeight: height + gap,
    }),
    [columns, gap, extent.width, height],
  );
  const cell = useActiveCell({ gridRef: ref, total, columns, rowHeight: geometry.rowHeight });
  const rows = useGridRows({
    total: measured ? total : 0,
    geometry,
    extent,
    covered: frame.topBar + covered,
    activeRow: Math.floor(cell.active / columns),
  });
  cell.bringToView.current = rows.bringToView;
  useRestoredScroll(cell.remembered, measured);
  return {
    columns,
    height: Math.max(0, rows.height - gap),
    rows: measured ? rows.visible : [],
    active: cell.active,
    keys: { onKeyDown: cell.onKeyDown, onFocus: cell.onFocus },
  };
}

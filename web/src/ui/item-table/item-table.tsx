import type { ItemSort, ItemSummary } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { frame } from '../../theme/tokens.ts';
import { useRestoredScroll } from '../poster-grid/scroll-memory.ts';
import { useActiveCell } from '../poster-grid/use-active-cell.ts';
import { useExtent } from '../poster-grid/use-extent.ts';
import { useGridRows } from '../poster-grid/use-grid-rows.ts';
import { TableHead } from './table-head.tsx';
import { HEAD_HEIGHT, LINE_HEIGHT, TableLine } from './table-line.tsx';
import { TableRow } from './table-row.tsx';

interface ItemTableProps {
  label: string;
  total: number;
  entries: readonly ItemSummary[];
  sort: ItemSort;
  /** What covers the top of the screen besides the top bar, px. */
  covered: number;
  onSort(sort: ItemSort): void;
  /** The table shows, or is about to show, entries up to this one. */
  onNeed(end: number): void;
}

/** Any number of entries as a table that draws only the lines on the screen, walked like the grid. */
export function ItemTable({ label, total, entries, sort, covered, onSort, onNeed }: ItemTableProps) {
  const { t } = useTranslation();
  const ref = useRef<HTMLDivElement>(null);
  const extent = useExtent(ref);
  const measured = extent.width > 0;
  const geometry = {
    columns: 1,
    gap: 0,
    cellWidth: extent.width,
    pictureHeight: LINE_HEIGHT,
    rowHeight: LINE_HEIGHT,
  };
  const cell = useActiveCell({ gridRef: ref, total, columns: 1, rowHeight: LINE_HEIGHT });
  const rows = useGridRows({
    total: measured ? total : 0,
    geometry,
    extent,
    covered: frame.topBar + covered + HEAD_HEIGHT,
    activeRow: cell.active,
  });
  cell.bringToView.current = rows.bringToView;
  useRestoredScroll(cell.remembered, measured);
  const end = Math.min(total, rows.lastRow + 1);
  useEffect(() => {
    if (measured) onNeed(end);
  }, [measured, end, onNeed]);

  return (
    <Box role="grid" aria-label={label} aria-rowcount={total + 1} data-testid="item-table" data-total={total}>
      <TableHead sort={sort} top={frame.topBar + covered} onSort={onSort} />
      <Box
        ref={ref}
        role="rowgroup"
        onKeyDown={cell.onKeyDown}
        onFocus={cell.onFocus}
        sx={{ position: 'relative' }}
        style={{ height: rows.height }}
      >
        {measured &&
          rows.visible.map(({ index, start }) => {
            const item = entries[index];
            return (
              <Box
                key={item?.id ?? index}
                role="row"
                aria-rowindex={index + 2}
                sx={{ position: 'absolute', insetInline: 0, top: 0 }}
                style={{ transform: `translateY(${start}px)` }}
              >
                {item ? (
                  <TableRow item={item} index={index} tabIndex={index === cell.active ? 0 : -1} />
                ) : (
                  <TableLine sx={{ height: LINE_HEIGHT }}>
                    <Box role="gridcell" />
                    <Box role="gridcell" data-index={index}>
                      <Skeleton
                        width={`${30 + ((index * 7) % 30)}%`}
                        height={14}
                        animation={false}
                        aria-label={t('cell.loading')}
                      />
                    </Box>
                  </TableLine>
                )}
              </Box>
            );
          })}
      </Box>
    </Box>
  );
}

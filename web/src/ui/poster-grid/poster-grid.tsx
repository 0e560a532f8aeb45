import type { ItemSummary } from '@marquee/contracts';
import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useEffect, useMemo, useRef } from 'react';
import { frame } from '../../theme/tokens.ts';
import type { KindLook } from '../kind-looks.ts';
import { EmptyCell } from './empty-cell.tsx';
import { gridGeometry } from './geometry.ts';
import { PosterCell } from './poster-cell.tsx';
import { useRestoredScroll } from './scroll-memory.ts';
import { TrackRow } from './track-row.tsx';
import { useActiveCell } from './use-active-cell.ts';
import { useExtent } from './use-extent.ts';
import { useGridRows } from './use-grid-rows.ts';

interface PosterGridProps {
  label: string;
  total: number;
  entries: readonly ItemSummary[];
  look: KindLook;
  size: number;
  within: 'library' | 'parent';
  /** What covers the top of the screen besides the top bar, px. */
  covered?: number;
  /** The grid shows, or is about to show, entries up to this one. */
  onNeed(end: number): void;
}

/** Any number of entries as a grid that draws only the rows on the screen and is walked by keyboard. */
export function PosterGrid(props: PosterGridProps) {
  const { total, entries, look, onNeed } = props;
  const noHover = useMediaQuery('(hover: none)', { noSsr: true });
  const captions = look.shape !== 'row' && (look.caption === 'always' || noHover);
  const ref = useRef<HTMLDivElement>(null);
  const extent = useExtent(ref);
  const geometry = useMemo(
    () => gridGeometry({ width: extent.width, size: props.size, shape: look.shape, captions }),
    [extent.width, props.size, look.shape, captions],
  );
  const { columns, gap, rowHeight } = geometry;
  const top = frame.topBar + (props.covered ?? 0);
  const measured = extent.width > 0;
  const cell = useActiveCell({ gridRef: ref, total, columns, rowHeight });
  // Rows of a grid without a width would be thin and countless, and ask for pages that nobody sees.
  const rows = useGridRows({
    total: measured ? total : 0,
    geometry,
    extent,
    covered: top,
    activeRow: Math.floor(cell.active / columns),
  });
  cell.bringToView.current = rows.bringToView;
  useRestoredScroll(cell.remembered, measured);

  const end = Math.min(total, (rows.lastRow + 1) * columns);
  useEffect(() => {
    if (measured) onNeed(end);
  }, [measured, end, onNeed]);

  const place = (index: number) => {
    const item = entries[index];
    const tabIndex = index === cell.active ? 0 : -1;
    if (!item) {
      const row = look.shape === 'row';
      return <EmptyCell seed={index} geometry={geometry} captions={captions} row={row} tabIndex={tabIndex} />;
    }
    if (look.shape === 'row') return <TrackRow item={item} within={props.within} tabIndex={tabIndex} />;
    return (
      <PosterCell
        item={item}
        geometry={geometry}
        captions={captions}
        within={props.within}
        tabIndex={tabIndex}
      />
    );
  };

  return (
    <Box
      ref={ref}
      role="grid"
      aria-label={props.label}
      aria-rowcount={Math.ceil(total / columns)}
      aria-colcount={columns}
      data-testid="poster-grid"
      data-total={total}
      onKeyDown={cell.onKeyDown}
      onFocus={cell.onFocus}
      sx={{ position: 'relative', height: Math.max(0, rows.height - gap) }}
    >
      {measured &&
        rows.visible.map((row) => (
          <Box
            key={row.index}
            role="row"
            aria-rowindex={row.index + 1}
            style={{
              position: 'absolute',
              insetInline: 0,
              height: rowHeight - gap,
              transform: `translateY(${row.start}px)`,
              display: 'grid',
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
              columnGap: gap,
            }}
          >
            {indexesOf(row.index, columns, total).map((index) => (
              <Box
                key={entries[index]?.id ?? index}
                role="gridcell"
                aria-colindex={(index % columns) + 1}
                data-index={index}
              >
                {place(index)}
              </Box>
            ))}
          </Box>
        ))}
    </Box>
  );
}

function indexesOf(row: number, columns: number, total: number): number[] {
  const first = row * columns;
  return Array.from({ length: Math.max(0, Math.min(columns, total - first)) }, (_, place) => first + place);
}

import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { KindLook } from '../kind-looks.ts';
import { EmptyCell } from './empty-cell.tsx';
import { gridGeometry } from './geometry.ts';
import { useExtent } from './use-extent.ts';

/** A screenful of places, exactly where the posters will be. */
export function PosterGridSkeleton({ look, size }: { look: KindLook; size: number }) {
  const { t } = useTranslation();
  const noHover = useMediaQuery('(hover: none)', { noSsr: true });
  const captions = look.shape !== 'row' && (look.caption === 'always' || noHover);
  const ref = useRef<HTMLDivElement>(null);
  const { width } = useExtent(ref);
  const geometry = gridGeometry({ width, size, shape: look.shape, captions });
  const rows = Math.ceil(window.innerHeight / geometry.rowHeight);
  const places = width === 0 ? [] : Array.from({ length: rows * geometry.columns }, (_, place) => place);
  return (
    <Box
      ref={ref}
      role="status"
      aria-busy="true"
      aria-label={t('cell.loading')}
      data-testid="poster-grid-skeleton"
      sx={{
        height: '100dvh',
        overflow: 'hidden',
        display: 'grid',
        alignContent: 'start',
        gridTemplateColumns: `repeat(${geometry.columns}, minmax(0, 1fr))`,
        gap: `${geometry.gap}px`,
      }}
    >
      {places.map((place) => (
        <EmptyCell
          key={place}
          seed={place}
          geometry={geometry}
          captions={captions}
          row={look.shape === 'row'}
          tabIndex={-1}
        />
      ))}
    </Box>
  );
}

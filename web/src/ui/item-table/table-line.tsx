import { styled } from '@mui/material/styles';
import { columns } from './columns.ts';

const THUMB = 40;
export const LINE_HEIGHT = 60;
export const HEAD_HEIGHT = 40;

const widths = ['xs', 'sm', 'md', 'lg'] as const;

/** One line of the table: its columns are the same everywhere, fewer on narrow screens. */
export const TableLine = styled('div')(({ theme }) => ({
  display: 'grid',
  alignItems: 'center',
  columnGap: theme.spacing(4),
  paddingInline: theme.spacing(3),
  ...Object.fromEntries(
    widths.map((width, place) => {
      const shown = columns.filter(({ from }) => widths.indexOf(from) <= place);
      const tracks = shown.map((column) => `${column.width}px`).join(' ');
      return [theme.breakpoints.up(width), { gridTemplateColumns: `${THUMB}px minmax(0, 1fr) ${tracks}` }];
    }),
  ),
}));

/** Hides a column where its line has no place for it. */
export const shownFrom = (from: (typeof widths)[number]) =>
  ({ display: { xs: from === 'xs' ? 'block' : 'none', [from]: 'block' } }) as const;

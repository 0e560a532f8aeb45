import type { ItemSort } from '@marquee/contracts';
import ArrowDownwardRounded from '@mui/icons-material/ArrowDownwardRounded';
import ArrowUpwardRounded from '@mui/icons-material/ArrowUpwardRounded';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useTranslation } from 'react-i18next';
import { columns, directionOf, nextSort } from './columns.ts';
import { HEAD_HEIGHT, shownFrom, TableLine } from './table-line.tsx';

const arrows = { ascending: ArrowUpwardRounded, descending: ArrowDownwardRounded };

/** Stays in sight; a column that can be sorted is a button that says which way it is. */
export function TableHead(props: { sort: ItemSort; top: number; onSort(sort: ItemSort): void }) {
  const { t } = useTranslation();
  const headings = [{ name: 'title', from: 'xs', sort: 'title' } as const, ...columns];
  return (
    <TableLine
      role="row"
      aria-rowindex={1}
      sx={{
        position: { sm: 'sticky' },
        top: props.top,
        zIndex: 1,
        height: HEAD_HEIGHT,
        bgcolor: 'background.default',
        borderBottom: 1,
        borderColor: 'line',
        typography: 'body2',
        color: 'text.low',
      }}
    >
      <Box role="columnheader" aria-label={t('list.poster')} />
      {headings.map(({ name, from, sort: field }) => {
        const direction = field ? directionOf(field, props.sort) : undefined;
        const Arrow = direction && direction !== 'none' ? arrows[direction] : undefined;
        return (
          <Box
            key={name}
            role="columnheader"
            {...(direction && { 'aria-sort': direction })}
            sx={{ ...shownFrom(from), whiteSpace: 'nowrap' }}
          >
            {field ? (
              <ButtonBase
                onClick={() => props.onSort(nextSort(field, props.sort))}
                sx={{
                  typography: 'body2',
                  height: 32,
                  gap: 1,
                  color: Arrow ? 'text.primary' : 'inherit',
                  '&:hover': { color: 'text.primary' },
                }}
              >
                {t(`list.columns.${name}`)}
                {Arrow && <Arrow sx={{ fontSize: 14 }} aria-hidden />}
              </ButtonBase>
            ) : (
              t(`list.columns.${name}`)
            )}
          </Box>
        );
      })}
    </TableLine>
  );
}

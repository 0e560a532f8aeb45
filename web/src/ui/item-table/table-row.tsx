import type { ItemSummary } from '@marquee/contracts';
import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Age } from '../age.tsx';
import { itemWords } from '../item-words.ts';
import { aspectOf, kindLooks } from '../kind-looks.ts';
import { Poster } from '../poster.tsx';
import { columns } from './columns.ts';
import { LINE_HEIGHT, shownFrom, TableLine } from './table-line.tsx';

/** The link is as wide as its line, so that the whole line can be pressed. */
const Whole = styled(Link)(({ theme }) => ({
  color: 'inherit',
  textDecoration: 'none',
  '&::after': { content: '""', position: 'absolute', inset: 0, borderRadius: theme.shape.borderRadius },
  '&:focus-visible': { outline: 'none' },
  '&:focus-visible::after': { outline: `2px solid ${theme.vars.palette.focus}`, outlineOffset: -2 },
}));

export const TableRow = memo(function TableRow(props: {
  item: ItemSummary;
  index: number;
  tabIndex: 0 | -1;
}) {
  const { item } = props;
  const { t } = useTranslation();
  const words = itemWords(item, t, 'library');
  const { shape } = kindLooks[item.kind];
  const aspect = aspectOf[shape === 'row' ? 'square' : shape];
  const width = Math.min(40, Math.round((LINE_HEIGHT - 12) * aspect));
  return (
    <TableLine
      sx={{ height: LINE_HEIGHT, position: 'relative', borderRadius: 1, '&:hover': { bgcolor: 'raised' } }}
    >
      <Box role="gridcell" sx={{ width, aspectRatio: aspect, borderRadius: 0.5, overflow: 'hidden' }}>
        <Poster item={item} width={width} />
      </Box>
      <Box role="gridcell" data-index={props.index} sx={{ minWidth: 0 }}>
        <Whole to={`/items/${item.id}`} tabIndex={props.tabIndex} data-testid="poster" draggable={false}>
          <Typography component="span" noWrap sx={{ display: 'block', fontWeight: 'fontWeightMedium' }}>
            {words.title}
          </Typography>
        </Whole>
        {item.kind !== 'movie' && (
          <Typography component="div" variant="caption" noWrap color="textDisabled">
            {words.line}
          </Typography>
        )}
      </Box>
      {columns.map(({ name, from, told }) => (
        <Box
          key={name}
          role="gridcell"
          sx={{ ...shownFrom(from), color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}
        >
          {name === 'added' && item.addedAt ? <Age at={item.addedAt} /> : (told(item) ?? '–')}
        </Box>
      ))}
    </TableLine>
  );
});

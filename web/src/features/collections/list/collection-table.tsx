import ArrowDownwardRounded from '@mui/icons-material/ArrowDownwardRounded';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { frame } from '../../../theme/tokens.ts';
import { NeedChips } from '../need-chips.tsx';
import { ChooseBox } from './choose-box.tsx';
import { CollectionLink } from './collection-link.tsx';
import { BuilderChips, OffMark, ProblemMark, VisibleMarks } from './collection-marks.tsx';
import type { Wish } from './collection-wish.ts';
import { type EntryProps, type ListProps, nothingToggles } from './list-props.ts';
import { useChooseKey } from './use-choose-key.ts';
import { usePlaces } from './use-places.ts';

const LINE_HEIGHT = 56;
const HEAD_HEIGHT = 40;

const columns = [
  { name: 'builders', width: 'minmax(0, 1.6fr)', from: 'sm', sort: 'builder' },
  { name: 'file', width: 'minmax(0, 1.6fr)', from: 'md', sort: 'file' },
  { name: 'needs', width: 'minmax(0, 1.2fr)', from: 'lg', sort: null },
  { name: 'schedule', width: 'minmax(0, 1.2fr)', from: 'lg', sort: null },
  { name: 'order', width: '96px', from: 'xl', sort: 'order' },
  { name: 'visible', width: '64px', from: 'lg', sort: null },
  { name: 'problems', width: '72px', from: 'sm', sort: 'problems' },
] as const;
const widths = ['xs', 'sm', 'md', 'lg', 'xl'] as const;
const shownFrom = (from: (typeof columns)[number]['from']) =>
  ({ display: { xs: 'none', [from]: 'flex' } }) as const;

const Line = styled('div')(({ theme }) => ({
  display: 'grid',
  alignItems: 'center',
  columnGap: theme.spacing(4),
  paddingInline: theme.spacing(2),
  '& > *': { minWidth: 0, overflow: 'hidden' },
  ...Object.fromEntries(
    widths.map((width, place) => {
      const shown = columns.filter(({ from }) => widths.indexOf(from) <= place);
      return [
        theme.breakpoints.up(width),
        { gridTemplateColumns: `36px minmax(0, 2.4fr) ${shown.map((column) => column.width).join(' ')}` },
      ];
    }),
  ),
}));

/** Any number of collections as a table, of which only the lines on the screen are drawn. */
export function CollectionTable(props: ListProps & { sort: Wish['sort']; onSort(sort: Wish['sort']): void }) {
  const { collections, posterOf, selection, covered } = props;
  const { t } = useTranslation();
  const ref = useRef<HTMLDivElement>(null);
  const total = collections.length;
  const places = usePlaces({
    ref,
    total,
    leastWidth: 0,
    height: LINE_HEIGHT,
    gap: 0,
    covered: covered + HEAD_HEIGHT,
  });
  useChooseKey(selection, collections[places.active]?.id);
  return (
    <Box
      role="grid"
      aria-label={t('collections.title')}
      aria-rowcount={total + 1}
      data-testid="collection-list"
      data-total={total}
    >
      <Head sort={props.sort} top={frame.topBar + covered} onSort={props.onSort} />
      <Box
        ref={ref}
        role="rowgroup"
        {...places.keys}
        sx={{ position: 'relative' }}
        style={{ height: places.height }}
      >
        {places.rows.map(({ index, start }) => {
          const one = collections[index];
          return (
            one && (
              <Box
                key={one.id}
                role="row"
                aria-rowindex={index + 2}
                style={{ position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }}
              >
                <CollectionLine
                  one={one}
                  poster={posterOf(one)}
                  index={index}
                  tabIndex={index === places.active ? 0 : -1}
                  chosen={selection?.ids.has(one.id) ?? null}
                  onToggle={selection?.toggle ?? nothingToggles}
                />
              </Box>
            )
          );
        })}
      </Box>
    </Box>
  );
}

const CollectionLine = memo(function CollectionLine(props: EntryProps) {
  const { one, chosen } = props;
  return (
    <Line
      sx={{
        height: LINE_HEIGHT,
        position: 'relative',
        borderRadius: 1,
        bgcolor: chosen ? 'raised' : 'transparent',
        '&:hover': { bgcolor: 'raised' },
      }}
    >
      <Box role="gridcell">
        {chosen !== null && (
          <ChooseBox
            title={one.title}
            checked={chosen}
            tabIndex={props.tabIndex}
            onToggle={(to) => props.onToggle(one.id, to)}
          />
        )}
      </Box>
      <Box role="gridcell" sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Box sx={{ minWidth: 0 }} data-index={props.index}>
          <CollectionLink
            one={one}
            mayEdit={chosen !== null}
            poster={props.poster}
            tabIndex={props.tabIndex}
          />
        </Box>
        <OffMark enabled={one.enabled} />
      </Box>
      <Box role="gridcell" sx={shownFrom('sm')}>
        <BuilderChips one={one} most={2} />
      </Box>
      <Box role="gridcell" sx={shownFrom('md')}>
        <Typography variant="body2" color="textSecondary" noWrap title={one.file}>
          {one.file}
        </Typography>
      </Box>
      <Box role="gridcell" sx={shownFrom('lg')}>
        <NeedChips needs={one.needs} most={2} />
      </Box>
      <Box role="gridcell" sx={shownFrom('lg')}>
        <Typography variant="body2" color="textSecondary" noWrap title={one.schedule ?? undefined}>
          {one.schedule ?? '–'}
        </Typography>
      </Box>
      <Box role="gridcell" sx={shownFrom('xl')}>
        <Typography variant="body2" color="textSecondary" noWrap>
          {one.order ?? '–'}
        </Typography>
      </Box>
      <Box role="gridcell" sx={shownFrom('lg')}>
        <VisibleMarks visible={one.visible} />
      </Box>
      <Box role="gridcell" sx={shownFrom('sm')}>
        <ProblemMark problems={one.problems} />
      </Box>
    </Line>
  );
});

function Head(props: { sort: Wish['sort']; top: number; onSort(sort: Wish['sort']): void }) {
  const { t } = useTranslation();
  const title = { name: 'title', from: null, sort: 'name' } as const;
  return (
    <Line
      role="row"
      aria-rowindex={1}
      sx={{
        position: { sm: 'sticky' },
        top: props.top,
        zIndex: 2,
        height: HEAD_HEIGHT,
        bgcolor: 'background.default',
        borderBottom: 1,
        borderColor: 'line',
        typography: 'body2',
        color: 'text.low',
      }}
    >
      <Box role="columnheader" aria-label={t('collections.columns.choose')} />
      {[title, ...columns].map(({ name, from, sort }) => {
        const on = sort !== null && (props.sort === sort || props.sort === `-${sort}`);
        return (
          <Box
            key={name}
            role="columnheader"
            {...(sort && { 'aria-sort': on ? (props.sort === sort ? 'ascending' : 'descending') : 'none' })}
            sx={{ ...(from && shownFrom(from)), whiteSpace: 'nowrap' }}
          >
            {sort ? (
              <ButtonBase
                onClick={() => props.onSort(sort === 'name' && props.sort === 'name' ? '-name' : sort)}
                sx={{
                  typography: 'body2',
                  height: 32,
                  gap: 1,
                  color: on ? 'text.primary' : 'inherit',
                  '&:hover': { color: 'text.primary' },
                }}
              >
                {t(`collections.columns.${name}`)}
                {on && (
                  <ArrowDownwardRounded
                    aria-hidden
                    sx={{ fontSize: 14, rotate: props.sort.startsWith('-') ? '180deg' : 'none' }}
                  />
                )}
              </ButtonBase>
            ) : (
              t(`collections.columns.${name}`)
            )}
          </Box>
        );
      })}
    </Line>
  );
}

import type { ItemSummary, Library } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFewQuery } from '../../api/libraries.ts';
import { motion, radius } from '../../theme/tokens.ts';
import { Age } from '../../ui/age.tsx';
import { aspectOf, kindLooks } from '../../ui/kind-looks.ts';
import { Poster } from '../../ui/poster.tsx';
import { DashboardSection } from './dashboard-section.tsx';

const HEIGHT = 204;
const EACH = 12;
const SHOWN = 18;

const Strip = styled('ul')(({ theme }) => ({
  listStyle: 'none',
  margin: theme.spacing(0, -2),
  // Room for the focus ring and for a poster that lifts.
  padding: theme.spacing(2),
  display: 'flex',
  gap: theme.spacing(4),
  overflowX: 'auto',
  scrollbarWidth: 'thin',
  scrollPaddingInline: theme.spacing(2),
}));

const Tile = styled(Link)(({ theme }) => ({
  display: 'block',
  color: 'inherit',
  textDecoration: 'none',
  borderRadius: radius.control,
  '& .picture': {
    height: HEIGHT,
    borderRadius: radius.control,
    overflow: 'hidden',
    transition: `transform ${motion.state}ms ${motion.easing}`,
  },
  '@media (hover: hover)': { '&:hover .picture': { transform: 'translateY(-4px)' } },
  '&:focus-visible': { outline: 'none' },
  '&:focus-visible .picture': { outline: `2px solid ${theme.vars.palette.focus}`, outlineOffset: 2 },
}));

/** The newest of all libraries, side by side. */
export function RecentlyAdded({ libraries }: { libraries: readonly Library[] }) {
  const { t } = useTranslation();
  const libraryIds = useMemo(() => libraries.map(({ id }) => id), [libraries]);
  const { data } = useFewQuery(
    { libraryIds, sort: '-added', limit: EACH },
    { skip: libraryIds.length === 0 },
  );
  const newest = useMemo(() => data && newestFirst(data).slice(0, SHOWN), [data]);
  if (newest?.length === 0) return null;
  return (
    <DashboardSection title={t('dashboard.added')}>
      <Strip aria-busy={!newest}>
        {newest
          ? newest.map((item) => <Added key={item.id} item={item} />)
          : Array.from({ length: 8 }, (_, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: places without anything in them.
              <li key={place}>
                <Skeleton width={HEIGHT * aspectOf.poster} height={HEIGHT} />
              </li>
            ))}
      </Strip>
    </DashboardSection>
  );
}

function Added({ item }: { item: ItemSummary }) {
  const { shape } = kindLooks[item.kind];
  const width = Math.round(HEIGHT * aspectOf[shape === 'row' ? 'square' : shape]);
  return (
    <Box component="li" sx={{ flex: 'none', width }}>
      <Tile to={`/items/${item.id}`} data-testid="added">
        <div className="picture">
          <Poster item={item} width={width} />
        </div>
        <Typography variant="body2" noWrap sx={{ mt: 2, fontWeight: 'fontWeightMedium' }}>
          {item.title}
        </Typography>
        <Typography variant="caption" component="div" color="textDisabled" noWrap>
          {item.addedAt && <Age at={item.addedAt} />}
        </Typography>
      </Tile>
    </Box>
  );
}

function newestFirst(items: readonly ItemSummary[]): ItemSummary[] {
  return [...items].sort((one, other) => (other.addedAt ?? '').localeCompare(one.addedAt ?? ''));
}

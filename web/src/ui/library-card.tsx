import type { Library } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatCount } from '../i18n/format.ts';
import { motion, radius } from '../theme/tokens.ts';
import { Age } from './age.tsx';
import { Collage } from './collage.tsx';
import { LibraryIcon } from './library-icon.tsx';
import { toldCounts } from './told-counts.ts';

const HEIGHT = 176;

const Whole = styled(Link)(({ theme }) => ({
  display: 'flex',
  height: HEIGHT,
  color: 'inherit',
  textDecoration: 'none',
  borderRadius: radius.card,
  transition: `background-color ${motion.state}ms ${motion.easing}`,
  '&:hover': { backgroundColor: theme.vars.palette.raised },
}));

export function LibraryCard({ library }: { library: Library }) {
  const { t } = useTranslation();
  return (
    <Card component="li" data-testid="library-card" sx={{ overflow: 'visible' }}>
      <Whole to={`/libraries/${library.id}`}>
        <Box
          sx={{
            p: 5,
            flex: '1 0 auto',
            maxWidth: '60%',
            minWidth: 168,
            display: 'flex',
            flexDirection: 'column',
            gap: 1,
          }}
        >
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
            <LibraryIcon kind={library.kind} sx={{ fontSize: 20, color: 'text.low' }} />
            <Typography variant="h2" noWrap>
              {library.title}
            </Typography>
          </Box>
          {toldCounts(library).map(({ kind, count }) => (
            <Typography key={kind} color="textSecondary" sx={{ fontVariantNumeric: 'tabular-nums' }}>
              {formatCount(count)} {t(`kinds.${kind}`, { count })}
            </Typography>
          ))}
          {library.updatedAt && (
            <Typography variant="caption" color="textDisabled" sx={{ mt: 'auto' }}>
              {t('libraries.updated', { age: '' })}
              <Age at={library.updatedAt} />
            </Typography>
          )}
        </Box>
        <Collage itemIds={library.collage} square={library.kind === 'artist'} height={HEIGHT} />
      </Whole>
    </Card>
  );
}

export function LibraryCardSkeleton() {
  return (
    <Card component="li">
      <Box sx={{ height: HEIGHT, p: 5, display: 'flex', flexDirection: 'column', gap: 3 }}>
        <Skeleton width={140} height={22} />
        <Skeleton width={80} height={14} />
      </Box>
    </Card>
  );
}

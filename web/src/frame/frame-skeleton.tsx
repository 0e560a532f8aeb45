import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTranslation } from 'react-i18next';
import { useAppSelector } from '../app/store.ts';
import { frame } from '../theme/tokens.ts';
import { OfflineBar } from './notices.tsx';
import { PageSkeleton } from './page-skeleton.tsx';

/** The frame while it is not known yet whether somebody is signed in: its shape, and nothing of what is in it. */
export function FrameSkeleton() {
  const { t } = useTranslation();
  const wide = useMediaQuery('(min-width: 900px)', { noSsr: true });
  const open = useAppSelector((state) => state.settings.railOpen);
  return (
    <Box
      role="status"
      aria-busy="true"
      aria-label={t('cell.loading')}
      sx={{ display: 'flex', minHeight: '100dvh' }}
    >
      {wide && (
        <Box
          sx={{
            width: open ? frame.railOpen : frame.railFolded,
            flex: 'none',
            p: 3,
            bgcolor: 'background.paper',
            borderRight: 1,
            borderColor: 'line',
          }}
        >
          <Skeleton width={26} height={26} sx={{ mx: '7px', mb: 5 }} />
          {[0, 1, 2, 3].map((place) => (
            <Skeleton key={place} height={32} sx={{ mb: 2 }} />
          ))}
        </Box>
      )}
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ height: frame.topBar, borderBottom: 1, borderColor: 'line' }} />
        <OfflineBar />
        <Box sx={{ px: { xs: 4, sm: 6, md: 8 }, pt: { xs: 4, md: 6 } }}>
          <PageSkeleton />
        </Box>
      </Box>
    </Box>
  );
}

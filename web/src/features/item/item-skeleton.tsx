import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTranslation } from 'react-i18next';

export function ItemSkeleton() {
  const { t } = useTranslation();
  return (
    <Box
      role="status"
      aria-busy="true"
      aria-label={t('cell.loading')}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'auto 1fr' },
        gap: { xs: 5, md: 8 },
        pt: { xs: 0, md: 8 },
      }}
    >
      <Skeleton sx={{ width: { xs: 180, md: 260 }, height: 'auto', aspectRatio: '2 / 3' }} />
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
        <Skeleton width="min(100%, 380px)" height={44} />
        <Skeleton width="min(100%, 280px)" height={28} />
        <Skeleton width="min(100%, 560px)" height={72} />
      </Box>
    </Box>
  );
}

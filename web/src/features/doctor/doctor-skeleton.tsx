import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTranslation } from 'react-i18next';

export function DoctorSkeleton() {
  const { t } = useTranslation();
  return (
    <Box role="status" aria-busy="true" aria-label={t('cell.loading')}>
      <Skeleton width={140} height={38} sx={{ mb: 6 }} />
      <Skeleton width="100%" height={176} sx={{ mb: 8 }} />
      {[96, 160, 120].map((height) => (
        <Box key={height} sx={{ mb: 8 }}>
          <Skeleton width={180} height={26} sx={{ mb: 3 }} />
          <Skeleton width="100%" height={height} />
        </Box>
      ))}
    </Box>
  );
}

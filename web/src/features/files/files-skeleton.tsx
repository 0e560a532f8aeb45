import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTranslation } from 'react-i18next';
import { FilesFrame } from './files-frame.tsx';

const widths = [40, 62, 55, 70, 48, 66, 52];

export function FilesSkeleton() {
  const { t } = useTranslation();
  return (
    <FilesFrame>
      <Box
        role="status"
        aria-busy="true"
        aria-label={t('cell.loading')}
        sx={{
          p: 4,
          width: { xs: '100%', md: 272 },
          borderRight: { md: 1 },
          borderColor: { md: 'line' },
          bgcolor: { md: 'background.paper' },
        }}
      >
        <Skeleton width={90} height={36} sx={{ mb: 3 }} />
        {widths.map((width) => (
          <Skeleton key={width} width={`${width}%`} height={18} sx={{ mb: 3 }} />
        ))}
      </Box>
    </FilesFrame>
  );
}

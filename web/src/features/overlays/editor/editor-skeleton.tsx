import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTranslation } from 'react-i18next';
import { EditorFrame } from './editor-frame.tsx';

export function EditorSkeleton() {
  const { t } = useTranslation();
  return (
    <EditorFrame>
      <Box
        role="status"
        aria-busy="true"
        aria-label={t('cell.loading')}
        sx={{ flex: 1, display: 'flex', flexDirection: 'column', p: 3, gap: 3 }}
      >
        <Skeleton height={40} />
        <Box sx={{ flex: 1, display: 'flex', gap: 3 }}>
          <Skeleton width={264} height="100%" sx={{ display: { xs: 'none', lg: 'block' } }} />
          <Skeleton height="100%" sx={{ flex: 1 }} />
          <Skeleton width={344} height="100%" sx={{ display: { xs: 'none', md: 'block' } }} />
        </Box>
      </Box>
    </EditorFrame>
  );
}

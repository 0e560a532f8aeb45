import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.ts';
import type { useRenderBatch } from './use-render-batch.ts';

/** How far a batch is, in words and as a line. */
export function BatchProgress({ batch, stop }: Pick<ReturnType<typeof useRenderBatch>, 'batch' | 'stop'>) {
  const { t } = useTranslation();
  const [done, total] = [batch?.done ?? 0, batch?.total ?? 0];
  return (
    <Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 1 }}>
        <Typography role="status" variant="body2" sx={{ flex: 1, fontVariantNumeric: 'tabular-nums' }}>
          {total === 0
            ? t('overlays.batch.waiting')
            : t('overlays.batch.running', { done: formatCount(done), total: formatCount(total) })}
        </Typography>
        <Button size="small" onClick={stop}>
          {t('overlays.batch.stop')}
        </Button>
      </Box>
      <LinearProgress
        variant="determinate"
        aria-label={t('overlays.batch.label')}
        value={total === 0 ? 0 : (100 * done) / total}
      />
    </Box>
  );
}

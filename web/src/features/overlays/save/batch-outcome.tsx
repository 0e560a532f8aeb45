import type { RenderBatchResult } from '@marquee/contracts';
import WarningAmberRounded from '@mui/icons-material/WarningAmberRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.ts';

/** What kept a batch from being whole, with the way to have it again; nothing where all went well. */
export function BatchOutcome({ batch, onAgain }: { batch: RenderBatchResult; onAgain(): void }) {
  const { t } = useTranslation();
  const words = wordsFor(batch, t);
  if (words === null) return null;
  return (
    <Box role="alert" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, mb: 3 }}>
      <WarningAmberRounded fontSize="small" sx={{ color: 'warning.main' }} aria-hidden />
      <Typography variant="body2" sx={{ flex: '1 1 200px' }}>
        {words}
      </Typography>
      <Button size="small" variant="outlined" onClick={onAgain}>
        {t('tryAgain')}
      </Button>
    </Box>
  );
}

function wordsFor({ state, done, total, message, failures }: RenderBatchResult, t: TFunction): string | null {
  if (state === 'cancelled')
    return t('overlays.batch.stopped', { done: formatCount(done), total: formatCount(total) });
  if (state === 'failed') return t('overlays.batch.broke', { message });
  const [first] = failures;
  return first ? t('overlays.batch.failures', { count: failures.length, message: first.message }) : null;
}

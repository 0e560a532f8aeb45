import type { PrepareJob } from '@marquee/contracts';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import CloseRounded from '@mui/icons-material/CloseRounded';
import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import ImageOutlined from '@mui/icons-material/ImageOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { formatCount, formatDuration } from '../../i18n/format.ts';
import { jobDismissed, selectJobs } from '../../live/live-slice.ts';
import { timeLeft } from './time-left.ts';

/** The poster job of this library: how far, how long still, and how it ended. */
export function PrepareProgress({ libraryId }: { libraryId: string }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const job = useAppSelector(selectJobs)[libraryId];
  if (!job) return null;
  const ended = job.endedAt !== null;
  const left = ended ? null : timeLeft(job, Date.now());
  return (
    <Box
      data-testid="prepare-progress"
      data-state={job.state}
      sx={{
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'line',
        borderRadius: 1,
        px: 4,
        py: 3,
        my: 3,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, minHeight: 32 }}>
        <StateIcon state={job.state} />
        <Typography role="status" sx={{ flex: 1, fontVariantNumeric: 'tabular-nums' }}>
          {sentence(job, t)}
        </Typography>
        {left !== null && (
          <Typography variant="body2" color="textDisabled" sx={{ fontVariantNumeric: 'tabular-nums' }}>
            {t('prepare.left', { time: formatDuration(left) })}
          </Typography>
        )}
        {ended && (
          <IconButton aria-label={t('prepare.dismiss')} onClick={() => dispatch(jobDismissed(libraryId))}>
            <CloseRounded fontSize="small" />
          </IconButton>
        )}
      </Box>
      {!ended && (
        <LinearProgress
          variant="determinate"
          aria-label={t('prepare.label')}
          value={job.total === 0 ? 0 : (100 * job.done) / job.total}
          sx={{ mt: 2 }}
        />
      )}
    </Box>
  );
}

function StateIcon({ state }: { state: PrepareJob['state'] }) {
  if (state === 'succeeded')
    return <CheckCircleOutlined fontSize="small" sx={{ color: 'success.main' }} aria-hidden />;
  if (state === 'failed')
    return <ErrorOutlineRounded fontSize="small" sx={{ color: 'error.main' }} aria-hidden />;
  return <ImageOutlined fontSize="small" sx={{ color: 'text.low' }} aria-hidden />;
}

function sentence(job: PrepareJob, t: TFunction): string {
  const done = formatCount(job.done);
  const total = formatCount(job.total);
  const ready = job.done - job.failed;
  const told: Record<PrepareJob['state'], () => string> = {
    queued: () => t('prepare.waiting'),
    running: () => t('prepare.running', { done, total }),
    succeeded: () =>
      job.failed > 0
        ? t('prepare.someFailed', { ready: formatCount(ready), count: job.failed })
        : t('prepare.succeeded', { count: ready }),
    failed: () => t('prepare.failed', { message: job.message }),
    cancelled: () => t('prepare.cancelled', { done, total }),
  };
  return told[job.state]();
}

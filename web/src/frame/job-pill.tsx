import ButtonBase from '@mui/material/ButtonBase';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAppSelector } from '../app/store.ts';
import { selectJobs } from '../live/live-slice.ts';

/** Long work stays in sight after one leaves its page. */
export function JobPill() {
  const { t } = useTranslation();
  const jobs = useAppSelector(selectJobs);
  const job = Object.values(jobs).find(({ state }) => state === 'queued' || state === 'running');
  if (!job) return null;
  const percent = job.total === 0 ? 0 : Math.floor((100 * job.done) / job.total);
  return (
    <ButtonBase
      {...{ component: Link, to: `/libraries/${job.libraryId}` }}
      aria-label={t('frame.jobs', { percent })}
      sx={{
        gap: 2,
        px: 3,
        height: 32,
        borderRadius: 1,
        bgcolor: 'raised',
        '&:hover': { bgcolor: 'line' },
      }}
    >
      <LinearProgress variant="determinate" value={percent} sx={{ width: 48 }} aria-hidden />
      <Typography
        variant="body2"
        sx={{ fontVariantNumeric: 'tabular-nums', minWidth: '4ch' }}
        color="textSecondary"
      >
        {percent} %
      </Typography>
    </ButtonBase>
  );
}

import type { Library } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import LinearProgress from '@mui/material/LinearProgress';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useAppSelector } from '../../app/store.ts';
import { formatCount } from '../../i18n/format.ts';
import { selectJobs } from '../../live/live-slice.ts';
import { DashboardSection } from './dashboard-section.tsx';

/** What Marquee is doing right now. */
export function RunningJobs({ libraries }: { libraries: readonly Library[] }) {
  const { t } = useTranslation();
  const jobs = Object.values(useAppSelector(selectJobs)).filter(({ endedAt }) => endedAt === null);
  if (jobs.length === 0) return null;
  return (
    <DashboardSection title={t('dashboard.running')}>
      {jobs.map((job) => (
        <Card key={job.id} data-testid="running-job" sx={{ p: 4, '& + &': { mt: 3 } }}>
          <Box sx={{ display: 'flex', gap: 3, mb: 3, fontVariantNumeric: 'tabular-nums' }}>
            <Link component={RouterLink} to={`/libraries/${job.libraryId}`} sx={{ flex: 1 }} noWrap>
              {libraries.find(({ id }) => id === job.libraryId)?.title ?? job.libraryId}
            </Link>
            <Typography color="textSecondary">
              {job.state === 'queued'
                ? t('prepare.waiting')
                : t('prepare.running', { done: formatCount(job.done), total: formatCount(job.total) })}
            </Typography>
          </Box>
          <LinearProgress
            variant="determinate"
            aria-label={t('prepare.label')}
            value={job.total === 0 ? 0 : (100 * job.done) / job.total}
          />
        </Card>
      ))}
    </DashboardSection>
  );
}

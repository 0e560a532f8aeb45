import { allows } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useConfigOverviewQuery, useConfigProblemsQuery } from '../../api/config-files.ts';
import { useLibrariesQuery, useServersQuery } from '../../api/libraries.ts';
import { useSystemStatusQuery } from '../../api/system.ts';
import { useAppSelector } from '../../app/store.ts';
import { usePlace } from '../../frame/place.tsx';
import { selectJobs } from '../../live/live-slice.ts';
import { selectRole } from '../../session/session-slice.ts';
import { LibraryCards } from '../../ui/library-cards.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { DashboardSection } from './dashboard-section.tsx';
import { Greeting } from './greeting.tsx';
import { NeedsAttention } from './needs-attention.tsx';
import { QuickActions } from './quick-actions.tsx';
import { RecentNews } from './recent-news.tsx';
import { RecentlyAdded } from './recently-added.tsx';
import { RunningJobs } from './running-jobs.tsx';
import { SeeAPoster } from './see-a-poster.tsx';
import { SystemGlance } from './system-glance.tsx';
import { concernsOf } from './what-needs-attention.ts';

export default function DashboardPage() {
  const { t } = useTranslation();
  usePlace([{ label: t('dashboard.title') }]);
  const libraries = useLibrariesQuery();
  const { data: servers = [] } = useServersQuery();
  const { data: status, isError: statusFailed } = useSystemStatusQuery();
  const mayEdit = allows('editor', useAppSelector(selectRole));
  const { data: found } = useConfigProblemsQuery({}, { skip: !mayEdit });
  const { data: folder } = useConfigOverviewQuery(undefined, { skip: !mayEdit });
  const jobs = Object.values(useAppSelector(selectJobs));
  const known = libraries.data ?? [];
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 4, mb: 6 }}>
        <Greeting libraries={libraries.data} status={status} known={!libraries.isLoading} />
        <QuickActions />
      </Box>
      <NeedsAttention
        concerns={concernsOf({ status, servers, jobs, problems: found?.problems ?? [], folder })}
      />
      {servers.some(({ demo }) => demo) && <SeeAPoster />}
      <RunningJobs libraries={known} />
      <DashboardSection
        title={t('libraries.title')}
        more={
          <Button component={Link} to="/libraries">
            {t('dashboard.allLibraries')}
          </Button>
        }
      >
        {libraries.data || !libraries.error ? (
          <LibraryCards leastWidth={340} libraries={libraries.data} />
        ) : (
          <ProblemNotice error={libraries.error} onRetry={libraries.refetch} />
        )}
      </DashboardSection>
      {known.length > 0 && <RecentlyAdded libraries={known} />}
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
          columnGap: 6,
        }}
      >
        <RecentNews />
        <SystemGlance status={status} failed={statusFailed} />
      </Box>
    </>
  );
}

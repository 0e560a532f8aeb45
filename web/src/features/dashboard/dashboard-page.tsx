import type { Library } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLibrariesQuery, useServersQuery } from '../../api/libraries.ts';
import { useSystemStatusQuery } from '../../api/system.ts';
import { useAppSelector } from '../../app/store.ts';
import { usePlace } from '../../frame/place.tsx';
import { selectJobs } from '../../live/live-slice.ts';
import { LibraryCard, LibraryCardSkeleton } from '../../ui/library-card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { DashboardSection } from './dashboard-section.tsx';
import { Greeting } from './greeting.tsx';
import { NeedsAttention } from './needs-attention.tsx';
import { QuickActions } from './quick-actions.tsx';
import { RecentNews } from './recent-news.tsx';
import { RecentlyAdded } from './recently-added.tsx';
import { RunningJobs } from './running-jobs.tsx';
import { SystemGlance } from './system-glance.tsx';
import { concernsOf } from './what-needs-attention.ts';

export default function DashboardPage() {
  const { t } = useTranslation();
  usePlace([{ label: t('dashboard.title') }]);
  const libraries = useLibrariesQuery();
  const { data: servers = [] } = useServersQuery();
  const { data: status, isError: statusFailed } = useSystemStatusQuery();
  const jobs = Object.values(useAppSelector(selectJobs));
  const known = libraries.data ?? [];
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 4, mb: 6 }}>
        <Greeting libraries={libraries.data} status={status} known={!libraries.isLoading} />
        <QuickActions />
      </Box>
      <NeedsAttention concerns={concernsOf({ status, servers, jobs })} />
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
          <Libraries libraries={libraries.data} />
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

function Libraries({ libraries }: { libraries: readonly Library[] | undefined }) {
  const { t } = useTranslation();
  if (libraries?.length === 0) return <Notice title={t('libraries.none')} what={t('libraries.noneWhat')} />;
  return (
    <Box
      component="ul"
      aria-busy={!libraries}
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 340px), 1fr))',
        gap: { xs: 4, md: 6 },
      }}
    >
      {libraries
        ? libraries.map((library) => <LibraryCard key={library.id} library={library} />)
        : [0, 1, 2].map((place) => <LibraryCardSkeleton key={place} />)}
    </Box>
  );
}

import type { SystemStatus } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useSystemStatusQuery } from '../../api/system.ts';
import { usePlace } from '../../frame/place.tsx';
import { Age } from '../../ui/age.tsx';
import { InstallationCard } from '../../ui/installation-card.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { DiskCard } from './disk-card.tsx';
import { ServiceCard } from './service-card.tsx';

const EVERY_MS = 10_000;

export default function SystemPage() {
  const { t } = useTranslation();
  usePlace([{ label: t('system.title') }]);
  const { data, error, refetch, fulfilledTimeStamp } = useSystemStatusQuery(undefined, {
    pollingInterval: EVERY_MS,
    skipPollingIfUnfocused: true,
    refetchOnMountOrArgChange: true,
  });
  if (!data && error) return <ProblemNotice error={error} onRetry={refetch} />;
  return data ? <Loaded status={data} checkedAt={fulfilledTimeStamp ?? Date.now()} /> : <Loading />;
}

const summaries = { ok: 'system.allWell', degraded: 'system.degraded', down: 'system.down' } as const;

function Loaded({ status, checkedAt }: { status: SystemStatus; checkedAt: number }) {
  const { t } = useTranslation();
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 1 }}>
        <StateMark state={status.state} size={28} />
        <Typography variant="h1">{t(summaries[status.state])}</Typography>
      </Box>
      <Typography variant="body2" color="textDisabled" sx={{ mb: 6 }}>
        {t('system.checked', { age: '' })}
        <Age at={new Date(checkedAt).toISOString()} />
      </Typography>
      <Box sx={cards}>
        <InstallationCard status={status} />
        <DiskCard disk={status.disk} />
        {status.services.map((service) => (
          <ServiceCard key={service.name} service={service} />
        ))}
      </Box>
    </>
  );
}

function Loading() {
  const { t } = useTranslation();
  return (
    <Box role="status" aria-busy="true" aria-label={t('cell.loading')}>
      <Skeleton width={260} height={34} sx={{ mb: 11 }} />
      <Box sx={cards}>
        {[180, 176, 140, 136].map((height) => (
          <Skeleton key={height} width="100%" height={height} />
        ))}
      </Box>
    </Box>
  );
}

/** Columns rather than rows: cards differ much in height. */
const cards = {
  columnWidth: { xs: 'auto', sm: 440 },
  columnGap: { xs: '16px', md: '24px' },
  '& > *': { breakInside: 'avoid', mb: { xs: 4, md: 6 } },
};

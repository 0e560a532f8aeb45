import '../../i18n/doctor-words.ts';
import '../../i18n/files-words.ts';
import type { ConfigDoctor } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TabButton from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useConfigDoctorQuery } from '../../api/config-doctor.ts';
import { usePlace } from '../../frame/place.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { DoctorSkeleton } from './doctor-skeleton.tsx';
import { Findings } from './findings/findings.tsx';
import { FirstLook } from './report/first-look.tsx';
import { Report } from './report/report.tsx';
import { Secrets } from './secrets/secrets.tsx';

export default function DoctorPage() {
  const { t } = useTranslation();
  usePlace([{ label: t('doctor.title') }]);
  const { data, error, refetch } = useConfigDoctorQuery(undefined, { refetchOnMountOrArgChange: true });
  if (!data) return error ? <ProblemNotice error={error} onRetry={refetch} /> : <DoctorSkeleton />;
  return <Examined doctor={data} />;
}

function Examined({ doctor }: { doctor: ConfigDoctor }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const tab = tabs.find((one) => one === search.get('tab')) ?? 'findings';
  if (!doctor.hasConfig) return <NoConfig />;
  return (
    <>
      <Typography variant="h1" sx={{ mb: 3 }}>
        {t('doctor.title')}
      </Typography>
      <Tabs
        value={tab}
        aria-label={t('doctor.parts')}
        onChange={(_event, next: Tab) => setSearch(next === 'findings' ? {} : { tab: next })}
        sx={{ mb: 6, borderBottom: 1, borderColor: 'line' }}
      >
        {tabs.map((one) => (
          <TabButton
            key={one}
            value={one}
            id={`tab-${one}`}
            aria-controls={`panel-${one}`}
            label={t(words[one])}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        {tab === 'findings' && <FirstLook />}
        {tab === 'findings' && <Findings doctor={doctor} />}
        {tab === 'secrets' && <Secrets />}
        {tab === 'here' && <Report />}
      </Box>
    </>
  );
}

const tabs = ['findings', 'here', 'secrets'] as const;
type Tab = (typeof tabs)[number];
const words = {
  findings: 'doctor.findings',
  here: 'doctor.report.title',
  secrets: 'doctor.secrets.title',
} as const;

function NoConfig() {
  const { t } = useTranslation();
  return (
    <Notice
      title={t('doctor.none.title')}
      what={t('doctor.none.what')}
      action={
        <Button component={Link} to="/start" variant="contained">
          {t('doctor.none.make')}
        </Button>
      }
    />
  );
}

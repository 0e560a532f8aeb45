import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useSettingsQuery } from '../../api/settings.ts';
import { usePlace } from '../../frame/place.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SettingsForm } from './settings-form.tsx';
import { SettingsLinks } from './settings-links.tsx';

export default function SettingsPage() {
  const { t } = useTranslation();
  usePlace([{ label: t('settings.title') }]);
  const { data, error, refetch } = useSettingsQuery(undefined, { refetchOnMountOrArgChange: true });
  return (
    <>
      <Typography variant="h1" sx={{ mb: 6 }}>
        {t('settings.title')}
      </Typography>
      {!data && error && <ProblemNotice error={error} onRetry={refetch} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <SettingsLinks />
          <SettingsForm read={data} reload={() => refetch()} />
        </>
      )}
    </>
  );
}

function Loading() {
  const { t } = useTranslation();
  return (
    <Box role="status" aria-busy="true" aria-label={t('cell.loading')}>
      <Skeleton width="100%" height={72} sx={{ mb: 6 }} />
      {[120, 220, 260].map((height) => (
        <Skeleton key={height} width="100%" height={height} sx={{ mb: 6 }} />
      ))}
    </Box>
  );
}

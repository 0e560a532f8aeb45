import '../../i18n/start-words.ts';
import type { ConfigStart } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useConfigStartQuery } from '../../api/config-start.ts';
import { usePlace } from '../../frame/place.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { StartForm } from './start-form.tsx';
import { isKometas } from './start-wish.ts';

export default function StartPage() {
  const { t } = useTranslation();
  usePlace([{ label: t('start.title') }]);
  const { data, error, refetch } = useConfigStartQuery(undefined, { refetchOnMountOrArgChange: true });
  if (!data) return error ? <ProblemNotice error={error} onRetry={refetch} /> : <Loading />;
  return <Begin start={data} />;
}

function Begin({ start }: { start: ConfigStart }) {
  const { t } = useTranslation();
  const servers = start.servers.filter(({ libraries }) => libraries.some(({ kind }) => isKometas(kind)));
  const [first] = servers;
  if (start.hasConfig) {
    return (
      <Notice
        title={t('start.there.title')}
        what={t('start.there.what')}
        action={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 3 }}>
            <Button component={Link} to="/files?file=config.yml" variant="outlined">
              {t('start.there.files')}
            </Button>
            <Button component={Link} to="/doctor" variant="contained">
              {t('start.there.doctor')}
            </Button>
          </Box>
        }
      />
    );
  }
  if (!first) {
    return (
      <Notice
        title={t('start.none.title')}
        what={t('start.none.what')}
        action={
          <Button component={Link} to="/files" variant="outlined">
            {t('start.none.files')}
          </Button>
        }
      />
    );
  }
  return <StartForm start={start} servers={servers} first={first} />;
}

function Loading() {
  const { t } = useTranslation();
  return (
    <Box role="status" aria-busy="true" aria-label={t('cell.loading')} sx={{ maxWidth: 760 }}>
      <Skeleton width={280} height={38} sx={{ mb: 6 }} />
      {[220, 220, 140, 110].map((height, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places that hold nothing yet.
        <Skeleton key={place} width="100%" height={height} sx={{ mb: 6 }} />
      ))}
    </Box>
  );
}

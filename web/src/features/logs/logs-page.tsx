import type { LogFilter } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../../frame/place.tsx';
import { frame } from '../../theme/tokens.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { LogFilterBar } from './log-filter-bar.tsx';
import { LogView } from './log-view.tsx';
import { useLogLines } from './use-log-lines.ts';

export default function LogsPage() {
  const { t } = useTranslation();
  usePlace([{ label: t('settings.title'), to: '/settings' }, { label: t('logs.title') }]);
  const [filter, setFilter] = useState<LogFilter>({});
  const { lines, live, error, refetch, ...older } = useLogLines(filter);
  const narrowed = Object.values(filter).some((value) => value !== undefined);
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: 'column',
        gap: 4,
        height: {
          xs: `calc(100dvh - ${frame.topBar}px - ${frame.bottomBar}px - 56px)`,
          md: `calc(100dvh - ${frame.topBar}px - 72px)`,
        },
        minHeight: 360,
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 4, rowGap: 2 }}>
        <Typography variant="h1">{t('logs.title')}</Typography>
        <Typography role="status" variant="body2" color="textDisabled" sx={{ flex: '1 1 240px' }}>
          {live ? t('logs.live') : t('logs.notLive')}
        </Typography>
        <LogFilterBar filter={filter} onChange={setFilter} />
      </Box>
      {lines && lines.length > 0 && (
        <LogView
          key={JSON.stringify(filter)}
          lines={lines}
          hasOlder={older.hasOlder}
          loadingOlder={older.loadingOlder}
          onOlder={() => void older.showOlder()}
        />
      )}
      {lines?.length === 0 && (
        <Notice
          title={narrowed ? t('logs.nothing') : t('logs.none')}
          what={narrowed ? t('logs.nothingWhat') : t('logs.noneWhat')}
          action={
            narrowed && (
              <Button variant="outlined" onClick={() => setFilter({})}>
                {t('library.clear')}
              </Button>
            )
          }
        />
      )}
      {!lines && error && <ProblemNotice error={error} onRetry={refetch} />}
      {!lines && !error && (
        <Box role="status" aria-busy="true" aria-label={t('cell.loading')} sx={{ flex: 1 }}>
          <Skeleton width="100%" height="100%" />
        </Box>
      )}
    </Box>
  );
}

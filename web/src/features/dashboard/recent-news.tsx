import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Link from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useNotificationsInfiniteQuery } from '../../api/notifications.ts';
import { Age } from '../../ui/age.tsx';
import { notificationWords } from '../notifications/notification-words.ts';
import { openNotifications } from '../notifications/open-notifications.ts';
import { SeverityMark } from '../notifications/severity-mark.tsx';
import { DashboardSection } from './dashboard-section.tsx';

const SHOWN = 6;

export function RecentNews() {
  const { t } = useTranslation();
  const { data, isError } = useNotificationsInfiniteQuery();
  const news = data?.pages[0]?.entries.slice(0, SHOWN);
  const more = (data?.pages[0]?.total ?? 0) > SHOWN;
  return (
    <DashboardSection
      title={t('dashboard.news')}
      more={more && <Button onClick={openNotifications}>{t('dashboard.allNews')}</Button>}
    >
      <Card component="ul" aria-busy={!news && !isError} sx={{ listStyle: 'none', m: 0, px: 4, py: 1 }}>
        {news?.map((entry) => (
          <Box
            key={entry.id}
            component="li"
            data-testid="news"
            sx={{ display: 'flex', gap: 3, py: 3, '& + &': { borderTop: 1, borderColor: 'line' } }}
          >
            <SeverityMark severity={entry.severity} />
            <Typography sx={{ flex: 1, minWidth: 0 }}>
              {entry.link ? (
                <Link component={RouterLink} to={entry.link}>
                  {notificationWords(entry, t)}
                </Link>
              ) : (
                notificationWords(entry, t)
              )}
            </Typography>
            <Typography variant="body2" color="textDisabled" noWrap>
              <Age at={entry.at} />
            </Typography>
          </Box>
        ))}
        {news?.length === 0 && <Quiet words={t('dashboard.noNews')} />}
        {!news && isError && <Quiet words={t('dashboard.newsFailed')} />}
        {!news &&
          !isError &&
          [80, 64, 72].map((width) => (
            <Box key={width} component="li" sx={{ py: 3 }}>
              <Skeleton width={`${width}%`} height={20} />
            </Box>
          ))}
      </Card>
    </DashboardSection>
  );
}

function Quiet({ words }: { words: string }) {
  return (
    <Typography component="li" color="textSecondary" sx={{ py: 3 }}>
      {words}
    </Typography>
  );
}

import CloseRounded from '@mui/icons-material/CloseRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import {
  useMarkAllNotificationsMutation,
  useMarkNotificationMutation,
  useNotificationsInfiniteQuery,
  useRemoveNotificationMutation,
} from '../../api/notifications.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemLine } from '../../ui/problem-line.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { NotificationList } from './notification-list.tsx';
import { UndoLine } from './undo-line.tsx';
import { useRemoval } from './use-removal.ts';

const WIDTH = 400;

export default function NotificationsDrawer({ open, onClose }: { open: boolean; onClose(): void }) {
  const { t } = useTranslation();
  const query = useNotificationsInfiniteQuery();
  const [mark, marking] = useMarkNotificationMutation();
  const [markAll, markingAll] = useMarkAllNotificationsMutation();
  const [remove, removing] = useRemoveNotificationMutation();
  const removal = useRemoval((notificationId) => void remove({ notificationId }));
  const entries = query.data?.pages.flatMap((page) => page.entries).filter(({ id }) => id !== removal.going);
  const failed = [marking, markingAll, removing].find(({ error }) => error);
  return (
    <Drawer
      anchor="right"
      open={open}
      onClose={onClose}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': 'notifications-title',
          sx: { width: { xs: '100%', sm: WIDTH }, bgcolor: 'raised', borderLeft: 1, borderColor: 'line' },
        },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 4, pt: 3, pb: 2 }}>
        <Typography id="notifications-title" variant="h2" sx={{ flex: 1 }}>
          {t('notifications.title')}
        </Typography>
        {(query.data?.pages[0]?.unread ?? 0) > 0 && (
          <Button size="small" onClick={() => void markAll()}>
            {t('notifications.markAll')}
          </Button>
        )}
        <IconButton aria-label={t('close')} onClick={onClose}>
          <CloseRounded />
        </IconButton>
      </Box>
      <Box sx={{ flex: 1, overflowY: 'auto', px: 1, pb: 16 }}>
        {!entries && query.error && <ProblemNotice error={query.error} onRetry={query.refetch} />}
        {!entries && !query.error && <Waiting />}
        {entries?.length === 0 && !query.hasNextPage && (
          <Notice title={t('notifications.none')} what={t('notifications.noneWhat')} />
        )}
        {entries && (
          <NotificationList
            entries={entries}
            onRead={(notificationId, read) => void mark({ notificationId, body: { read } })}
            onRemove={removal.begin}
            onFollow={({ id: notificationId, read }) => {
              if (!read) void mark({ notificationId, body: { read: true } });
              onClose();
            }}
          />
        )}
        {query.hasNextPage && (
          <Box sx={{ display: 'grid', placeItems: 'center', py: 3 }}>
            <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
              {t('notifications.older')}
            </Button>
          </Box>
        )}
      </Box>
      {removal.going !== null && <UndoLine words={t('notifications.removed')} onUndo={removal.undo} />}
      {failed?.error && <ProblemLine error={failed.error} onClose={failed.reset} />}
    </Drawer>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <Box role="status" aria-busy="true" aria-label={t('cell.loading')} sx={{ px: 4, pt: 4 }}>
      {[72, 88, 60, 80].map((width) => (
        <Box key={width} sx={{ display: 'flex', gap: 3, py: 3 }}>
          <Skeleton width={18} height={18} />
          <Skeleton width={`${width}%`} height={34} />
        </Box>
      ))}
    </Box>
  );
}

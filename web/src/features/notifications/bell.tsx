import NotificationsNoneRounded from '@mui/icons-material/NotificationsNoneRounded';
import Badge from '@mui/material/Badge';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotificationsInfiniteQuery } from '../../api/notifications.ts';
import { useAppDispatch } from '../../app/store.ts';
import { followNotifications } from '../../live/notification-socket.ts';
import { onNotificationsAsked } from './open-notifications.ts';

const NotificationsDrawer = lazy(() => import('./notifications-drawer.tsx'));

/** How many are unread, and the way to them. */
export function Bell() {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const { data } = useNotificationsInfiniteQuery();
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  const unread = data?.pages[0]?.unread ?? 0;
  const label = unread === 0 ? t('notifications.title') : t('notifications.bell', { count: unread });
  const show = useCallback(() => {
    setAsked(true);
    setOpen(true);
  }, []);
  useEffect(() => followNotifications(dispatch), [dispatch]);
  useEffect(() => onNotificationsAsked(show), [show]);
  return (
    <>
      <Tooltip title={label}>
        <IconButton aria-label={label} aria-haspopup="dialog" aria-expanded={open} onClick={show}>
          <Badge badgeContent={unread || null} max={99} color="primary" overlap="circular" sx={small}>
            <NotificationsNoneRounded fontSize="small" />
          </Badge>
        </IconButton>
      </Tooltip>
      {asked && (
        <Suspense fallback={null}>
          <NotificationsDrawer open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** The bell stays to be seen behind its count. */
const small = { '& .MuiBadge-badge': { top: -1, right: -2, minWidth: 16, height: 16, px: 1 } };

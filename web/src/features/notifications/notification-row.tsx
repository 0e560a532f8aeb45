import type { Notification } from '@marquee/contracts';
import CloseRounded from '@mui/icons-material/CloseRounded';
import DraftsOutlined from '@mui/icons-material/DraftsOutlined';
import MarkEmailUnreadOutlined from '@mui/icons-material/MarkEmailUnreadOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { Age } from '../../ui/age.tsx';
import { notificationDetail, notificationWords } from './notification-words.ts';
import { SeverityMark } from './severity-mark.tsx';

export function NotificationRow(props: {
  notification: Notification;
  onRead(read: boolean): void;
  onRemove(): void;
  onFollow(): void;
}) {
  const { notification } = props;
  const { read, link } = notification;
  const { t } = useTranslation();
  const words = notificationWords(notification, t);
  const detail = notificationDetail(notification);
  const mark = read ? t('notifications.markUnread') : t('notifications.markRead');
  return (
    <Box
      component="li"
      data-testid="notification"
      data-read={read}
      sx={{
        display: 'flex',
        gap: 3,
        px: 4,
        py: 3,
        borderRadius: 1,
        '&:hover, &:focus-within': { bgcolor: 'line' },
      }}
    >
      <SeverityMark severity={notification.severity} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography
          sx={{
            fontWeight: read ? 'fontWeightRegular' : 'fontWeightMedium',
            color: read ? 'text.secondary' : 'text.primary',
          }}
        >
          {link ? (
            <Link component={RouterLink} to={link} onClick={props.onFollow}>
              {words}
            </Link>
          ) : (
            words
          )}
        </Typography>
        {detail && (
          <Typography variant="body2" color="textSecondary">
            {detail}
          </Typography>
        )}
        <Typography variant="caption" color="textDisabled">
          {!read && `${t('notifications.unread')} · `}
          <Age at={notification.at} />
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', flex: 'none', mt: -2, mr: -2 }}>
        <Tooltip title={mark}>
          <IconButton aria-label={mark} onClick={() => props.onRead(!read)}>
            {read ? <MarkEmailUnreadOutlined fontSize="small" /> : <DraftsOutlined fontSize="small" />}
          </IconButton>
        </Tooltip>
        <Tooltip title={t('notifications.remove')}>
          <IconButton aria-label={t('notifications.remove')} onClick={props.onRemove}>
            <CloseRounded fontSize="small" />
          </IconButton>
        </Tooltip>
      </Box>
    </Box>
  );
}

import type { Notification } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatDayName } from '../../i18n/format.ts';
import { useNow } from '../../ui/now.ts';
import { byDay } from './by-day.ts';
import { NotificationRow } from './notification-row.tsx';

export function NotificationList(props: {
  entries: readonly Notification[];
  onRead(id: string, read: boolean): void;
  onRemove(id: string): void;
  onFollow(entry: Notification): void;
}) {
  const now = useNow();
  return byDay(props.entries).map(({ at, entries }) => (
    <section key={at} aria-label={formatDayName(at, now)}>
      <Typography variant="caption" component="h3" color="textDisabled" sx={{ px: 4, pt: 4, pb: 1 }}>
        {formatDayName(at, now)}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {entries.map((entry) => (
          <NotificationRow
            key={entry.id}
            notification={entry}
            onRead={(read) => props.onRead(entry.id, read)}
            onRemove={() => props.onRemove(entry.id)}
            onFollow={() => props.onFollow(entry)}
          />
        ))}
      </Box>
    </section>
  ));
}

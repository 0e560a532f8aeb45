import { notificationAdded } from '@marquee/contracts';
import { api } from '../api/api.ts';
import { notificationArrived } from '../api/notifications.ts';
import { askTicket } from '../api/tickets.ts';
import type { AppDispatch } from '../app/store.ts';
import { followSocket, type Socket } from './ticket-socket.ts';

/** New notifications of the person who is signed in, as they come. */
export function followNotifications(dispatch: AppDispatch, open?: (url: string) => Socket): () => void {
  let openedBefore = false;
  return followSocket({
    path: '/ws/notifications',
    ticket: () => dispatch(askTicket('/ws/notifications')),
    ...(open && { open }),
    onOpen() {
      // Whatever came during a cut was told to nobody.
      if (openedBefore) dispatch(api.util.invalidateTags(['Notifications']));
      openedBefore = true;
    },
    onEvent({ data }) {
      const added = notificationAdded.payload.safeParse(data).data;
      if (added) dispatch(notificationArrived(added.notification, added.unread));
    },
  });
}

import { notificationRoutes, problem } from '@marquee/contracts';
import { listName, readCursor, type ServiceApp, writeCursor } from '@marquee/service-kit';
import type { NotificationStore } from './notification-store.ts';

/** Only ever one's own: somebody else's do not exist. */
export function serveNotifications(
  service: Pick<ServiceApp, 'serve'>,
  { store }: { store: NotificationStore },
): void {
  service.serve(notificationRoutes.list, async ({ principal: { id }, query }) => {
    const list = listName({ list: 'notifications', of: id, unread: query.unread });
    const unreadOnly = query.unread === 'true';
    const before = readCursor(list, query.cursor);
    const [rows, total, unread] = await Promise.all([
      // One more than is shown tells whether a next page is there.
      store.page(id, { unreadOnly, before, limit: query.limit + 1 }),
      store.count(id, unreadOnly),
      store.count(id, true),
    ]);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      entries: shown.map(({ notification }) => notification),
      total,
      nextCursor: rows.length > query.limit && last ? writeCursor(list, last.seq) : null,
      unread,
    };
  });
  service.serve(notificationRoutes.read, async ({ principal, params, body }) => {
    const marked = await store.markRead(principal.id, params.notificationId, body.read);
    if (marked === undefined) throw problem('notification.not-found');
    return marked;
  });
  service.serve(notificationRoutes.readAll, async ({ principal }) => ({
    marked: await store.markAllRead(principal.id),
  }));
  service.serve(notificationRoutes.remove, async ({ principal, params }) => {
    if (!(await store.remove(principal.id, params.notificationId))) throw problem('notification.not-found');
    return {};
  });
}

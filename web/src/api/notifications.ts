import { type Notification, notificationRoutes, type ReplyOf } from '@marquee/contracts';
import type { AppThunk } from '../app/store.ts';
import { api } from './api.ts';
import { callRoute } from './call-route.ts';

type Page = ReplyOf<typeof notificationRoutes.list>;
interface PageStart {
  cursor?: string;
}

const PAGE = 50;
const listCall = callRoute(notificationRoutes.list);

const listApi = api.injectEndpoints({
  endpoints: (build) => ({
    notifications: build.infiniteQuery<Page, void, PageStart>({
      infiniteQueryOptions: {
        initialPageParam: {},
        getNextPageParam: ({ nextCursor }): PageStart | undefined =>
          nextCursor === null ? undefined : { cursor: nextCursor },
      },
      query: ({ pageParam }) => listCall.query({ ...pageParam, limit: PAGE }),
      transformResponse: listCall.transformResponse,
      providesTags: ['Notifications'],
    }),
  }),
});

const notificationsApi = listApi.injectEndpoints({
  endpoints: (build) => ({
    markNotification: build.mutation({
      ...callRoute(notificationRoutes.read),
      onQueryStarted: ({ notificationId, body }, { dispatch, queryFulfilled }) =>
        changeUntilRefused(
          dispatch(
            changed((known) => known.map((one) => (one.id === notificationId ? { ...one, ...body } : one))),
          ),
          queryFulfilled,
        ),
    }),
    markAllNotifications: build.mutation({
      ...callRoute(notificationRoutes.readAll),
      onQueryStarted: (_nothing, { dispatch, queryFulfilled }) =>
        changeUntilRefused(
          dispatch(changed((known) => known.map((one) => ({ ...one, read: true })), 0)),
          queryFulfilled,
        ),
    }),
    removeNotification: build.mutation({
      ...callRoute(notificationRoutes.remove),
      onQueryStarted: ({ notificationId }, { dispatch, queryFulfilled }) =>
        changeUntilRefused(
          dispatch(changed((known) => known.filter(({ id }) => id !== notificationId))),
          queryFulfilled,
        ),
    }),
  }),
});

/** Changes every loaded page, and keeps the count of unread ones true to it. */
function changed(change: (known: Notification[]) => Notification[], unread?: number) {
  return listApi.util.updateQueryData('notifications', undefined, ({ pages }) => {
    const before = unreadIn(pages);
    for (const page of pages) page.entries = change(page.entries);
    const total = unread ?? Math.max(0, (pages[0]?.unread ?? 0) + unreadIn(pages) - before);
    for (const page of pages) page.unread = total;
  });
}

function unreadIn(pages: readonly Page[]): number {
  return pages.reduce((sum, { entries }) => sum + entries.filter(({ read }) => !read).length, 0);
}

async function changeUntilRefused(change: { undo(): void }, answered: Promise<unknown>): Promise<void> {
  try {
    await answered;
  } catch {
    // Whoever made the call shows why; here only the picture is put right.
    change.undo();
  }
}

/** One arrived live: it stands at the top, once. */
export function notificationArrived(notification: Notification, unread: number): AppThunk<void> {
  return (dispatch) => {
    dispatch(
      listApi.util.updateQueryData('notifications', undefined, ({ pages }) => {
        const [first] = pages;
        if (!first) return;
        for (const page of pages) {
          page.entries = page.entries.filter(({ id }) => id !== notification.id);
          page.unread = unread;
        }
        first.entries.unshift(notification);
      }),
    );
  };
}

export const { useNotificationsInfiniteQuery } = listApi;
export const { useMarkNotificationMutation, useMarkAllNotificationsMutation, useRemoveNotificationMutation } =
  notificationsApi;

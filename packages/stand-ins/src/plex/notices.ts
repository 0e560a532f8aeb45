import type { Notice } from './world/ports.ts';

const entryOf = (notice: Notice): [string, Record<string, string | number>] =>
  notice.type === 'timeline'
    ? [
        'TimelineEntry',
        {
          identifier: 'com.plexapp.plugins.library',
          sectionID: String(notice.sectionId),
          itemID: String(notice.itemId),
          type: notice.itemType,
          title: notice.title,
          state: notice.state,
        },
      ]
    : [
        'PlaySessionStateNotification',
        {
          sessionKey: String(notice.sessionKey),
          ratingKey: String(notice.ratingKey),
          key: `/library/metadata/${notice.ratingKey}`,
          viewOffset: notice.viewOffset,
          state: notice.state,
        },
      ];

/** The message a WebSocket listener gets. */
export const writeNotice = (notice: Notice): string => {
  const [name, entry] = entryOf(notice);
  return JSON.stringify({ NotificationContainer: { type: notice.type, size: 1, [name]: [entry] } });
};

/** The same as a server-sent event. */
export const writeNoticeEvent = (notice: Notice): string =>
  `event: ${notice.type}\ndata: ${writeNotice(notice)}\n\n`;

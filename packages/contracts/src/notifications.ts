import { z } from 'zod';
import { topic } from './events.ts';
import { PageQuery, pageOf } from './paging.ts';
import { route } from './route.ts';

export const NotificationId = z
  .string()
  .regex(/^[\w-]{22}$/)
  .meta({ id: 'NotificationId', examples: ['n5f2bQ0n7mX2b9c1d4e5f6'] });

/** The words are made where they are shown, from `kind` and `facts`, in the reader's language. */
export const Notification = z
  .object({
    id: NotificationId,
    at: z.iso.datetime(),
    kind: z.enum([
      'service-down',
      'service-back',
      'posters-prepared',
      'posters-failed',
      'new-sign-in',
      'session-reused',
      'api-key-made',
      'role-changed',
    ]),
    severity: z.enum(['ok', 'info', 'warn', 'error']),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
    link: z.string().nullable().describe('Where in Marquee to look: /system, /libraries/demo.1 …'),
    read: z.boolean(),
  })
  .meta({ id: 'Notification' });
export type Notification = z.infer<typeof Notification>;

/** What /ws/notifications sends as stream events, to the one person it is for. */
export const notificationAdded = topic(
  'notification.added',
  z.object({ userId: z.string(), notification: Notification, unread: z.int().nonnegative() }),
);

const example = {
  id: 'n5f2bQ0n7mX2b9c1d4e5f6',
  at: '2026-11-21T05:10:00.000Z',
  kind: 'posters-prepared' as const,
  severity: 'ok' as const,
  facts: { library: 'Films', count: 68 },
  link: '/libraries/demo.1',
  read: false,
};
const params = z.object({ notificationId: NotificationId });
const tag = 'Notifications';

export const notificationRoutes = {
  list: route({
    method: 'get',
    path: '/notifications',
    summary: 'Your notifications, newest first',
    tag,
    role: 'viewer',
    query: PageQuery.extend({
      unread: z.enum(['true', 'false']).default('false').describe('Only unread ones'),
    }),
    reply: pageOf(Notification).extend({
      unread: z.int().nonnegative().describe('How many are unread in all'),
    }),
    errors: ['request.bad-cursor'],
    examples: { reply: { entries: [example], total: 1, nextCursor: null, unread: 1 } },
  }),
  read: route({
    method: 'put',
    path: '/notifications/:notificationId/read',
    summary: 'Mark one as read or unread',
    tag,
    role: 'viewer',
    params,
    body: z.object({ read: z.boolean() }).meta({ id: 'ReadNotification' }),
    reply: Notification,
    errors: ['notification.not-found'],
    examples: {
      params: { notificationId: example.id },
      body: { read: true },
      reply: { ...example, read: true },
    },
  }),
  readAll: route({
    method: 'post',
    path: '/notifications/read-all',
    summary: 'Mark all as read',
    tag,
    role: 'viewer',
    reply: z.object({ marked: z.int().nonnegative() }),
    examples: { reply: { marked: 4 } },
  }),
  remove: route({
    method: 'delete',
    path: '/notifications/:notificationId',
    summary: 'Remove one',
    tag,
    role: 'viewer',
    params,
    reply: z.object({}),
    errors: ['notification.not-found'],
    examples: { params: { notificationId: example.id }, reply: {} },
  }),
};

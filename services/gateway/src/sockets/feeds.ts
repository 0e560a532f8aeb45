import {
  LOG_LINE_TOPIC,
  LogFilter,
  notificationAdded,
  type Principal,
  problem,
  type SocketPath,
  type StreamEvent,
} from '@marquee/contracts';
import type { EventLog } from '../live/event-log.ts';
import { parseTopics, watchEvents } from '../live/watch.ts';
import type { LogBook } from '../logs/log-book.ts';
import type { Notifications } from '../notifications/notifications.ts';

type Send = (event: StreamEvent) => void;

/** Reads what the address asks for, and throws when that cannot be; then sends until stopped. */
export type Feed = (principal: Principal, query: URLSearchParams) => (send: Send) => () => void;

export interface FeedPorts {
  events: EventLog;
  notifications: Pick<Notifications, 'listen'>;
  logs: Pick<LogBook, 'listen' | 'since'>;
}

/** What is heard at each address. */
export function createFeeds({ events, notifications, logs }: FeedPorts): Record<SocketPath, Feed> {
  return {
    '/ws/status': (principal, query) => (send) =>
      watchEvents(
        events,
        {
          principal,
          topics: parseTopics(query.get('topics') ?? undefined),
          lastEventId: query.get('since') ?? undefined,
        },
        send,
      ),

    '/ws/notifications': (principal) => (send) =>
      notifications.listen(principal.id, (added) => {
        const { id, at } = added.notification;
        send({ id, topic: notificationAdded.name, at, data: added });
      }),

    '/ws/logs': (_principal, query) => {
      const filter = readFilter(query);
      const since = query.get('since');
      return (send) => {
        const tell = (line: ReturnType<LogBook['since']>[number]) =>
          send({ id: line.id, topic: LOG_LINE_TOPIC, at: line.at, data: line });
        if (since !== null) for (const line of logs.since(filter, since)) tell(line);
        return logs.listen(filter, tell);
      };
    },
  };
}

function readFilter(query: URLSearchParams): LogFilter {
  const parsed = LogFilter.safeParse(Object.fromEntries(query));
  if (parsed.success) return parsed.data;
  throw problem('request.invalid', {
    details: parsed.error.issues.map(({ path, message }) => ({
      message,
      path: ['query', ...path].join('.'),
    })),
  });
}

import { systemRoutes } from '@marquee/contracts';
import { events, type ServiceApp } from '@marquee/service-kit';
import type { EventLog } from './event-log.ts';
import { parseTopics, watchEvents } from './watch.ts';

/** /api/events: server-sent events that go on after a cut. */
export function serveEvents(service: ServiceApp, log: EventLog): void {
  service.serve(systemRoutes.events, async ({ query, principal }) =>
    events(({ send, signal, lastEventId }) => {
      const stop = watchEvents(log, { principal, topics: parseTopics(query.topics), lastEventId }, (event) =>
        send({ id: event.id, data: event }),
      );
      signal.addEventListener('abort', stop, { once: true });
    }),
  );
}

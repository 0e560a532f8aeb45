import { systemRoutes } from '@marquee/contracts';
import { events, type ServiceApp } from '@marquee/service-kit';
import type { EventLog } from './event-log.ts';
import type { Vigil } from './vigil.ts';
import { parseTopics, watchEvents } from './watch.ts';

/** /api/events: server-sent events that go on after a cut, and end with the session. */
export function serveEvents(
  service: Pick<ServiceApp, 'serve'>,
  log: EventLog,
  vigil: Pick<Vigil, 'watch'>,
): void {
  service.serve(systemRoutes.events, async ({ query, principal }) =>
    events(({ send, close, signal, lastEventId }) => {
      const stop = watchEvents(log, { principal, topics: parseTopics(query.topics), lastEventId }, (event) =>
        send({ id: event.id, data: event }),
      );
      const stopWatching = vigil.watch(principal, close);
      for (const over of [stop, stopWatching]) signal.addEventListener('abort', over, { once: true });
    }),
  );
}

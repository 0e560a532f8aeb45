import { liveTopics } from '@marquee/contracts';
import type { Bus, Subscription } from '@marquee/service-kit';
import type { EventLog } from './event-log.ts';

/** Writes every live topic of the bus into the event log. */
export async function relayEvents(bus: Bus, log: EventLog): Promise<Subscription> {
  const subscriptions = await Promise.all(
    liveTopics.map(({ topic, libraryOf }) =>
      bus.subscribe(topic, {}, (payload) => {
        log.append(topic.name, payload, libraryOf(payload));
      }),
    ),
  );
  return {
    async stop() {
      await Promise.all(subscriptions.map((subscription) => subscription.stop()));
    },
  };
}

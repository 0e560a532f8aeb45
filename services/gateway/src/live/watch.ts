import { allows, liveTopics, mayHearLibrary, type Principal, type StreamEvent } from '@marquee/contracts';
import type { EventLog, LoggedEvent } from './event-log.ts';

const GAP_TOPIC = 'gap';

const roleOfTopic = new Map(liveTopics.map(({ topic, role }) => [topic.name, role]));

function mayHear(principal: Principal, entry: LoggedEvent): boolean {
  const role = roleOfTopic.get(entry.event.topic);
  return role !== undefined && allows(role, principal.role) && mayHearLibrary(principal, entry.libraryId);
}

/**
 * Sends one person what they may hear: first what they missed, then what comes. Both transports use it.
 * Returns the function that ends it.
 */
export function watchEvents(
  log: EventLog,
  options: { principal: Principal; topics: ReadonlySet<string> | undefined; lastEventId: string | undefined },
  send: (event: StreamEvent) => void,
): () => void {
  const wanted = (entry: LoggedEvent) =>
    (options.topics === undefined || options.topics.has(entry.event.topic)) &&
    mayHear(options.principal, entry);
  const { events, gap, resumeId } = log.since(options.lastEventId);
  if (gap) {
    send({
      id: resumeId,
      topic: GAP_TOPIC,
      at: new Date().toISOString(),
      data: { message: 'Some events are no longer kept. Load what you show afresh.' },
    });
  }
  for (const entry of events.filter(wanted)) send(entry.event);
  return log.listen((entry) => {
    if (wanted(entry)) send(entry.event);
  });
}

export function parseTopics(text: string | undefined): ReadonlySet<string> | undefined {
  const names =
    text
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean) ?? [];
  return names.length > 0 ? new Set(names) : undefined;
}

import { setTimeout as pause } from 'node:timers/promises';
import { joinId, libraryChanged } from '@marquee/contracts';
import type { PlexEvent } from '@marquee/plex';
import type { Bus, Logger } from '@marquee/service-kit';
import { createChanges } from './changes.ts';
import { changesOf } from './plex-changes.ts';
import type { PlexMemory } from './plex-memory.ts';
import type { PlexServer } from './plex-servers.ts';

export interface WatchPorts {
  memory: PlexMemory;
  bus: Bus;
  log: Logger;
  /** How long changes are gathered before they are told. */
  gatherMs?: number;
}

// Only a refused token ends a subscription, and a new one may be made valid at any time.
const AFTER_REFUSAL_MS = 60_000;

/** Listens to one server until `signal` aborts: forgets at once what changed, and tells the others a moment later. */
export async function watchServer(ports: WatchPorts, server: PlexServer, signal: AbortSignal): Promise<void> {
  const { log, gatherMs = 300 } = ports;
  const changes = createChanges();
  let telling: Promise<void> | undefined;

  // One telling at a time: while the broker is away changes gather, and a section is told once.
  const tell = async () => {
    while (!changes.isEmpty() && (await rest(gatherMs, signal)))
      await publishAll(ports, server, changes.take());
    telling = undefined;
  };
  const heed = async (event: PlexEvent) => {
    for (const change of await changesIn(ports, server, event)) changes.note(change);
    if (telling === undefined && !changes.isEmpty()) telling = tell();
  };

  do {
    try {
      for await (const event of server.client.notifications.subscribe({ signal })) await heed(event);
    } catch (cause) {
      log.warn({ err: cause, server: server.id }, 'Plex does not tell us of changes');
    }
  } while (await rest(AFTER_REFUSAL_MS, signal));
  await telling;
}

async function changesIn({ memory, log }: WatchPorts, server: PlexServer, event: PlexEvent) {
  const changes = changesOf(event);
  if (changes !== 'anything') {
    for (const { sectionId, ratingKey } of changes) {
      memory.forgetSection(server, sectionId);
      if (ratingKey !== null) memory.forgetItem(server, ratingKey);
    }
    return changes;
  }
  memory.forgetServer(server);
  try {
    const sections = await server.client.sections.list();
    return sections.map(({ key }) => ({ sectionId: key, ratingKey: null }));
  } catch (cause) {
    log.warn({ err: cause, server: server.id }, 'What changed on Plex meanwhile is not known');
    return [];
  }
}

async function publishAll(
  { bus, log }: WatchPorts,
  server: PlexServer,
  changes: { sectionId: string; ratingKey: string | null }[],
): Promise<void> {
  for (const { sectionId, ratingKey } of changes) {
    const change = {
      serverId: server.id,
      libraryId: joinId(server.id, sectionId),
      itemId: ratingKey === null ? null : joinId(server.id, ratingKey),
    };
    // A hint that may be lost: whoever misses it sees the change a little later.
    await bus.publish(libraryChanged, change).catch((cause: unknown) => {
      log.warn({ err: cause, ...change }, 'A change of a library could not be told');
    });
  }
}

/** True after the time, false when it was cut short. */
function rest(ms: number, signal: AbortSignal): Promise<boolean> {
  return pause(ms, true, { signal, ref: false }).catch((cause: unknown) => {
    if (signal.aborted) return false;
    throw cause;
  });
}

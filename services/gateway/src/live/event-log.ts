import { randomBytes } from 'node:crypto';
import type { StreamEvent } from '@marquee/contracts';

export interface LoggedEvent {
  seq: number;
  event: StreamEvent;
  /** The library it speaks of, or null. */
  libraryId: string | null;
}

export interface Replay {
  events: LoggedEvent[];
  /** True when events between `lastEventId` and the first of these are gone. */
  gap: boolean;
  /** Coming back with this id replays exactly `events`. */
  resumeId: string;
}

type Listener = (entry: LoggedEvent) => void;

/**
 * The last events in order, so that a stream cut in the middle goes on without a line lost or doubled.
 * Ids carry the epoch of this process: after a restart an old id is a gap, and is said to be one.
 */
export function createEventLog({ capacity = 5000, now = () => new Date() } = {}) {
  const epoch = randomBytes(4).toString('hex');
  const kept: LoggedEvent[] = [];
  const listeners = new Set<Listener>();
  let seq = 0;

  return {
    append(topic: string, data: unknown, libraryId: string | null = null): LoggedEvent {
      seq += 1;
      const entry = {
        seq,
        libraryId,
        event: { id: `${epoch}-${seq}`, topic, at: now().toISOString(), data },
      };
      kept.push(entry);
      if (kept.length > capacity) kept.shift();
      for (const listener of listeners) listener(entry);
      return entry;
    },

    /** Everything after `lastEventId`; nothing at all for a fresh listener. */
    since(lastEventId: string | undefined): Replay {
      if (lastEventId === undefined) return { events: [], gap: false, resumeId: `${epoch}-${seq}` };
      const [itsEpoch, itsSeq] = lastEventId.split('-');
      const from = Number(itsSeq);
      const known = itsEpoch === epoch && Number.isSafeInteger(from) && from >= 0 && from <= seq;
      const events = known ? kept.filter((entry) => entry.seq > from) : [...kept];
      const gap = !known || events.length < seq - from;
      return { events, gap, resumeId: `${epoch}-${(events[0]?.seq ?? seq + 1) - 1}` };
    },

    listen(listener: Listener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type EventLog = ReturnType<typeof createEventLog>;

import type { Notification } from '@marquee/contracts';

export interface Day {
  /** The first one of that day, for its name. */
  at: string;
  entries: Notification[];
}

/** Newest first, a group for each day of the reader's own calendar. */
export function byDay(entries: readonly Notification[]): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const last = days.at(-1);
    if (last && dayOf(last.at) === dayOf(entry.at)) last.entries.push(entry);
    else days.push({ at: entry.at, entries: [entry] });
  }
  return days;
}

function dayOf(at: string): string {
  return new Date(at).toDateString();
}

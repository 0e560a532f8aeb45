export interface Tally {
  acknowledged: number;
  /** Sent, and the answer never came. */
  cut: number;
  /** Of those that were cut: done all the same. */
  doneAllTheSame: number;
  lost: number;
}

interface Entry {
  kind: string;
  /** The value that the last 2xx spoke of; undefined while there was none. */
  acknowledged: string | undefined;
  sent: string;
}

/** What a product was asked for and said it had done: what must be found again after it was killed. */
export interface Ledger {
  /** Notes a write before it is sent: `subject` is to have `value`. */
  send(kind: string, subject: string, value: string): void;
  acknowledge(subject: string): void;
  /** It was never sent after all. */
  takeBack(subject: string): void;
  /** Counts what is not as acknowledged or as last sent, and goes on from what is there. */
  compare(found: (subject: string) => string): void;
  tallies: ReadonlyMap<string, Tally>;
}

/** The value of whatever is not there. */
export const ABSENT = 'absent';

export function createLedger(): Ledger {
  const entries = new Map<string, Entry>();
  const tallies = new Map<string, Tally>();

  function tallyOf(kind: string): Tally {
    const tally = tallies.get(kind) ?? { acknowledged: 0, cut: 0, doneAllTheSame: 0, lost: 0 };
    tallies.set(kind, tally);
    return tally;
  }

  return {
    tallies,
    send(kind, subject, value) {
      entries.set(subject, { kind, acknowledged: entries.get(subject)?.acknowledged, sent: value });
    },
    acknowledge(subject) {
      const entry = entries.get(subject);
      if (!entry) throw new Error(`Nothing was sent about ${subject}`);
      entry.acknowledged = entry.sent;
      tallyOf(entry.kind).acknowledged += 1;
    },
    takeBack(subject) {
      const entry = entries.get(subject);
      if (entry?.acknowledged === undefined) entries.delete(subject);
      else entry.sent = entry.acknowledged;
    },
    compare(found) {
      for (const [subject, entry] of entries) {
        const tally = tallyOf(entry.kind);
        const value = found(subject);
        const wasCut = entry.sent !== entry.acknowledged;
        if (wasCut) tally.cut += 1;
        if (wasCut && value === entry.sent) tally.doneAllTheSame += 1;
        else if (value !== (entry.acknowledged ?? ABSENT)) tally.lost += 1;
        if (value === ABSENT) entries.delete(subject);
        else entries.set(subject, { ...entry, acknowledged: value, sent: value });
      }
    },
  };
}

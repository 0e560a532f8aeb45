/** What became of a text that is not saved. */
export type DraftState = 'waiting' | 'kept' | 'failed';

interface Ports {
  keep(id: string, text: string, baseEtag: string): Promise<boolean>;
  drop(id: string): Promise<unknown>;
  onState(id: string, state: DraftState | null): void;
}

export interface DraftKeeper {
  /** Something was typed; what, is told after a pause. */
  touched(id: string): void;
  changed(id: string, text: string, baseEtag: string): void;
  /** A draft from an earlier visit is on the desk. */
  found(id: string): void;
  /** The text is what Marquee has: no draft is wanted any more. */
  settled(id: string): void;
  end(): void;
}

const PAUSE_MS = 1_000;

/** Keeps what is typed as drafts, a moment after the last change, one call at a time for each file. */
export function createDraftKeeper({ keep, drop, onState }: Ports): DraftKeeper {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const withDraft = new Set<string>();
  /** Counts what happened to a file, so that a late answer is known as one. */
  const turns = new Map<string, number>();
  const calls = new Map<string, Promise<unknown>>();
  const turn = (id: string) => {
    const next = (turns.get(id) ?? 0) + 1;
    turns.set(id, next);
    clearTimeout(timers.get(id));
    timers.delete(id);
    return next;
  };
  const after = (id: string, call: () => Promise<unknown>) => {
    const next = (calls.get(id) ?? Promise.resolve()).then(call);
    calls.set(id, next);
    return next;
  };
  return {
    touched(id) {
      turn(id);
      onState(id, 'waiting');
    },
    changed(id, text, baseEtag) {
      const mine = turn(id);
      const send = async () => {
        if (turns.get(id) !== mine) return;
        const done = await keep(id, text, baseEtag);
        if (done) withDraft.add(id);
        if (turns.get(id) === mine) onState(id, done ? 'kept' : 'failed');
      };
      timers.set(
        id,
        setTimeout(() => void after(id, send), PAUSE_MS),
      );
    },
    found(id) {
      turn(id);
      withDraft.add(id);
      onState(id, 'kept');
    },
    settled(id) {
      const waited = timers.has(id);
      turn(id);
      onState(id, null);
      // One that is on its way is waited for, or it would come after its end.
      if (waited || withDraft.has(id) || calls.has(id)) {
        void after(id, async () => (withDraft.delete(id) ? drop(id) : undefined));
      }
    },
    end() {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

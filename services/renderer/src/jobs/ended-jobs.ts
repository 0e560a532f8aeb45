import { type RenderResult, renderEnded } from '@marquee/contracts';
import type { Bus, Subscription } from '@marquee/service-kit';

export type Ended = { ok: true; result: RenderResult } | { ok: false; code: string; message: string };
type Listener = (ended: Ended) => void;

/** Who waits for which drawing. What is told while nobody waits is let go: it lies among the results. */
export interface EndedJobs {
  /** Calls once, when the job ends. Returns how to stop waiting. */
  onEnd(key: string, listener: Listener): () => void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createEndedJobs(bus: Bus): EndedJobs {
  const listeners = new Map<string, Set<Listener>>();
  let hearing: Subscription | undefined;
  return {
    onEnd(key, listener) {
      const waiting = listeners.get(key) ?? new Set();
      listeners.set(key, waiting.add(listener));
      return () => {
        waiting.delete(listener);
        if (waiting.size === 0) listeners.delete(key);
      };
    },
    async start() {
      hearing = await bus.subscribe(renderEnded, {}, ({ key, result, failure }) => {
        const waiting = listeners.get(key);
        if (waiting === undefined) return;
        listeners.delete(key);
        const ended: Ended =
          result !== null
            ? { ok: true, result }
            : { ok: false, ...(failure ?? { code: 'render.failed', message: 'The drawing failed' }) };
        for (const listener of waiting) listener(ended);
      });
    },
    stop: async () => hearing?.stop(),
  };
}

import type { Principal } from '@marquee/contracts';
import type { Logger } from '@marquee/service-kit';

const LOOK_EVERY_MS = 5000;

export interface VigilPorts {
  /** Calls with the id of a session, or of an API key, the moment it ends. */
  onEnd(listener: (id: string) => void): () => void;
  /** The person as they are now; undefined when session or key is over. */
  current(principal: Principal): Promise<Principal | undefined>;
  log: Pick<Logger, 'error'>;
  everyMs?: number;
}

interface Watched {
  principal: Principal;
  whenOver: () => void;
}

/**
 * Watches over whoever holds a stream or socket open: it is over the moment their session ends, and within five
 * seconds of any other change of what they may do.
 */
export function createVigil({ onEnd, current, log, everyMs = LOOK_EVERY_MS }: VigilPorts) {
  /** By session or key. */
  const watched = new Map<string, Set<Watched>>();
  let looking = false;

  function end(id: string, those: (one: Watched) => boolean = () => true): void {
    for (const one of [...(watched.get(id) ?? [])].filter(those)) {
      forget(id, one);
      one.whenOver();
    }
  }

  function forget(id: string, one: Watched): void {
    const all = watched.get(id);
    all?.delete(one);
    if (all?.size === 0) watched.delete(id);
  }

  async function look(): Promise<void> {
    for (const [id, all] of [...watched]) {
      const [first] = all;
      if (first === undefined) continue;
      const now = await current(first.principal);
      end(id, ({ principal }) => now === undefined || rightsOf(now) !== rightsOf(principal));
    }
  }

  const timer = setInterval(() => {
    // A slow look is not overtaken by the next one.
    if (looking) return;
    looking = true;
    look()
      .catch((error: unknown) => log.error({ err: error }, 'Open streams could not be looked after'))
      .finally(() => {
        looking = false;
      });
  }, everyMs);
  timer.unref();
  const stopHearing = onEnd((id) => end(id));

  return {
    current,
    /** Calls once, unless stopped before. */
    watch(principal: Principal, whenOver: () => void): () => void {
      const { id } = principal.via;
      const one = { principal, whenOver };
      const all = watched.get(id) ?? new Set();
      watched.set(id, all.add(one));
      return () => forget(id, one);
    },
    close(): void {
      clearInterval(timer);
      stopHearing();
      watched.clear();
    },
  };
}
export type Vigil = ReturnType<typeof createVigil>;

function rightsOf({ role, libraries }: Principal): string {
  return JSON.stringify([role, libraries === 'all' ? libraries : libraries.toSorted()]);
}

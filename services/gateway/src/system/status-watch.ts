import { type ServiceStatus, statusChanged } from '@marquee/contracts';
import type { Bus } from '@marquee/service-kit';

export interface StatusSource {
  name: string;
  read(): Promise<ServiceStatus>;
}

/** Looks at every service now and then and announces what has changed. */
export function createStatusWatch(ports: {
  sources: readonly StatusSource[];
  bus: Bus;
  intervalMs: number;
  onError: (error: unknown) => void;
}) {
  const last = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<ServiceStatus[]> | undefined;

  async function look(): Promise<ServiceStatus[]> {
    const statuses = await Promise.all(ports.sources.map((source) => source.read()));
    for (const { name, state, message } of statuses) {
      const seen = `${state} ${message}`;
      const before = last.get(name);
      last.set(name, seen);
      if (before !== undefined && before !== seen) {
        await ports.bus.publish(statusChanged, { name, state, message }).catch(ports.onError);
      }
    }
    return statuses;
  }

  /** Callers at the same moment share one look. */
  function current(): Promise<ServiceStatus[]> {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  return {
    current,
    start() {
      timer = setInterval(() => void current().catch(ports.onError), ports.intervalMs);
      timer.unref();
    },
    stop() {
      clearInterval(timer);
    },
  };
}

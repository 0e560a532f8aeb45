import type { Logger, ServiceApp } from '@marquee/service-kit';
import type { Upstream } from '../forward/upstream.ts';
import { statusOf, unreachable } from './status.ts';
import type { StatusSource } from './status-watch.ts';

/** Every service's own word on how it is, the gateway's first. */
export function statusSources(
  own: Pick<ServiceApp, 'readiness'>,
  upstreams: Record<string, Upstream>,
  log: Logger,
): StatusSource[] {
  return [
    { name: 'gateway', read: async () => statusOf(await own.readiness()) },
    ...Object.entries(upstreams).map(([name, upstream]) => ({
      name,
      read: () =>
        upstream.readiness().then(statusOf, (error: unknown) => {
          log.warn({ err: error, upstream: name }, 'A service does not answer');
          return unreachable(
            name,
            `The ${name} service does not answer. Look at its log; it is asked again by itself.`,
          );
        }),
    })),
  ];
}

import {
  DEFAULT_MAX_BODY_BYTES,
  DEFAULT_TIMEOUT_MS,
  type Principal,
  routesOfService,
} from '@marquee/contracts';
import type { HttpRequest, ServiceApp } from '@marquee/service-kit';
import type { Upstreams } from '../ports.ts';
import type { Upstream } from './upstream.ts';

/** Every route of every other service, straight through: the route table is the forwarding table. */
export function serveForwardedRoutes(
  service: Pick<ServiceApp, 'pass'>,
  upstreams: Upstreams,
  passOn: (request: HttpRequest, principal: Principal) => void,
): void {
  for (const [name, upstream] of Object.entries(upstreams) as [keyof Upstreams, Upstream][]) {
    for (const route of Object.values(routesOfService[name])) {
      service.pass(route, async ({ request, requestId, principal }, response) => {
        // The service knows the request by the same id, and logs it under that.
        request.headers['x-request-id'] = requestId;
        passOn(request, principal);
        await upstream.forward(request, response, {
          timeoutMs: route.replyKind === 'events' ? undefined : (route.timeoutMs ?? DEFAULT_TIMEOUT_MS),
          maxBodyBytes: route.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES,
        });
      });
    }
  }
}

import { Problem } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';

// How the Plex client begins a detail: the log needs to know where it was, a browser must not.
const WHERE = /^(GET|POST|PUT|DELETE|WebSocket) \S+: /;

/** Routes answer what went wrong at Plex, never at which of its addresses. */
export function withoutPlexAddress(serve: ServiceApp['serve']): ServiceApp['serve'] {
  return (route, handler) =>
    serve(route, async (call) => {
      try {
        return await handler(call);
      } catch (cause) {
        throw hidden(cause);
      }
    });
}

function hidden(cause: unknown): unknown {
  if (!(cause instanceof Problem) || !cause.details.some(({ message }) => WHERE.test(message))) return cause;
  const { code, message, headers } = cause;
  const details = cause.details.map((detail) => ({ ...detail, message: detail.message.replace(WHERE, '') }));
  return new Problem(code, { message, details, headers, cause });
}

import { Problem } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';

/** Whoever tries to get out of the config folder leaves a line in the log with their name. */
export function noteEscapes(serve: ServiceApp['serve']): ServiceApp['serve'] {
  return (route, handler) =>
    serve(route, async (call) => {
      try {
        return await handler(call);
      } catch (cause) {
        if (cause instanceof Problem && cause.code === 'config.outside-folder') {
          call.log.warn(
            { by: call.principal.id, details: cause.details },
            'A way out of the config folder was refused',
          );
        }
        throw cause;
      }
    });
}

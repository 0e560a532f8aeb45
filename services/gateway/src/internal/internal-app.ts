import { createHash, timingSafeEqual } from 'node:crypto';
import { internalRoutes, type Principal } from '@marquee/contracts';
import {
  type Authenticate,
  bearerOf,
  createServiceApp,
  type Logger,
  type ServiceApp,
} from '@marquee/service-kit';
import type { SettingsOfMarquee } from '../settings/settings.ts';

export interface InternalPorts {
  settings: Pick<SettingsOfMarquee, 'plexServers'>;
  /** Shared by all services of one installation. */
  serviceKey: string;
  log: Logger;
  version: string;
}

const SERVICE: Principal = {
  id: 'service',
  name: 'A service of Marquee',
  role: 'admin',
  libraries: 'all',
  via: { kind: 'nobody', id: '' },
};

/** What the gateway tells the other services, on a port that no browser is led to. */
export function createInternalApp({ settings, serviceKey, log, version }: InternalPorts): ServiceApp {
  const service = createServiceApp({
    name: 'gateway-internal',
    version,
    log,
    authenticate: byServiceKey(serviceKey),
  });
  service.serve(internalRoutes.plexServers, () => settings.plexServers());
  return service;
}

function byServiceKey(serviceKey: string): Authenticate {
  const expected = digest(serviceKey);
  return async (request) => {
    const given = bearerOf(request);
    return given !== undefined && timingSafeEqual(digest(given), expected) ? SERVICE : undefined;
  };
}

/** Of one length whatever the key, so that comparing takes the same time for every guess. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

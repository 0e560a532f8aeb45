import { FEATURES, type Feature, type Health, type SystemStatus, systemRoutes } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';
import type { OpenSettings } from '../open-settings.ts';
import type { GatewayPorts } from '../ports.ts';
import { worstOf } from './status.ts';
import type { createStatusWatch } from './status-watch.ts';

type Watch = Pick<ReturnType<typeof createStatusWatch>, 'current'>;

export function serveSystem(
  service: ServiceApp,
  ports: Pick<GatewayPorts, 'version' | 'hasDemo' | 'mode' | 'diskSpace'> & Pick<OpenSettings, 'settings'>,
  watch: Watch,
): void {
  const comesAlong = (feature: Feature) => feature !== 'demo-library' || ports.hasDemo;
  const startedAt = new Date().toISOString();
  const showsDemo = async () => ports.hasDemo && (await ports.settings.plexMode()) !== 'servers';
  const health = async (): Promise<Health> => ({
    status: worstOf((await watch.current()).map(({ state }) => state)) === 'ok' ? 'ok' : 'degraded',
    name: (await ports.settings.general()).instanceName,
    version: ports.version,
    features: FEATURES.filter(comesAlong),
    demo: await showsDemo(),
  });

  service.serve(systemRoutes.health, health);
  service.serve(systemRoutes.healthAlias, health);
  service.serve(systemRoutes.status, async (): Promise<SystemStatus> => {
    const [services, disk] = await Promise.all([watch.current(), ports.diskSpace()]);
    return {
      state: worstOf(services.map(({ state }) => (state === 'down' ? 'degraded' : state))),
      version: ports.version,
      node: process.version,
      mode: ports.mode,
      demo: await showsDemo(),
      startedAt,
      services,
      disk,
    };
  });
}

import { configStartRoutes } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';
import type { SavePorts } from '../files/save-file.ts';
import type { PlexPorts } from '../servers/server-info.ts';
import { makeConfig } from './make-config.ts';
import { proposeStart } from './propose.ts';

export function serveStart(
  { serve }: Pick<ServiceApp, 'serve'>,
  ports: PlexPorts & { saving: SavePorts },
): void {
  const { folder } = ports.saving;
  serve(configStartRoutes.propose, ({ principal }) => proposeStart({ ...ports, folder }, principal));
  serve(configStartRoutes.make, ({ body, principal }) => makeConfig(ports, body, principal));
}

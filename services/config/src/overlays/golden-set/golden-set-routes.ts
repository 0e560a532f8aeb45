import { overlayFileRoutes } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';
import type { Kysely } from 'kysely';
import type { ConfigDb } from '../../migrations/config-db.ts';
import type { PlexPorts } from '../../servers/server-info.ts';
import { goldenSetFor, saveGoldenSet } from './golden-set.ts';

export function serveGoldenSet(
  { serve }: Pick<ServiceApp, 'serve'>,
  ports: PlexPorts & { db: Kysely<ConfigDb> },
): void {
  serve(overlayFileRoutes.goldenSet, ({ principal }) => goldenSetFor(ports, principal));
  serve(overlayFileRoutes.saveGoldenSet, ({ principal, body }) =>
    saveGoldenSet(ports, principal, body.itemIds),
  );
}

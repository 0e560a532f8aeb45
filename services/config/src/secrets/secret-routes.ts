import { configSecretRoutes } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';
import type { SavePorts } from '../files/save-file.ts';
import { listSecrets } from './list-secrets.ts';
import { moveSecrets, restoreSecrets } from './move-secrets.ts';

export function serveSecrets({ serve }: Pick<ServiceApp, 'serve'>, saving: SavePorts): void {
  serve(configSecretRoutes.list, () => listSecrets(saving));
  serve(configSecretRoutes.move, ({ body, principal }) =>
    moveSecrets(saving, { ...body, by: principal.id, author: principal.name }),
  );
  serve(configSecretRoutes.restore, ({ body, principal }) =>
    restoreSecrets(saving, { ...body, by: principal.id, author: principal.name }),
  );
}

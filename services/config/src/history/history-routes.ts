import { configVersionRoutes } from '@marquee/contracts';
import { answer, type ServiceApp } from '@marquee/service-kit';
import { noteEscapes } from '../files/note-escapes.ts';
import type { SavePorts } from '../files/save-file.ts';
import { restoreAll, restoreFile } from './restore.ts';
import { listVersions, versionText } from './view-version.ts';

export function serveHistory(service: Pick<ServiceApp, 'serve'>, saving: SavePorts): void {
  const { history, outside } = saving;
  const serve = noteEscapes(service.serve);

  serve(configVersionRoutes.versions, async ({ query }) => {
    await outside.noteAll();
    return await listVersions(history, query);
  });
  serve(configVersionRoutes.text, ({ params }) => versionText(history, params));
  serve(configVersionRoutes.restoreFile, async ({ params, body, ifMatch, principal }) => {
    const deed = { by: principal.id, author: principal.name };
    const restored = await restoreFile(saving, { ...params, ...body, ifMatch, ...deed });
    return answer(restored, { etag: restored.file.etag });
  });
  serve(configVersionRoutes.restoreAll, ({ body, principal }) =>
    restoreAll(saving, { ...body, by: principal.id, author: principal.name }),
  );
}

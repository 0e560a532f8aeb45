import { configCompareRoutes, configVersionRoutes } from '@marquee/contracts';
import { answer, type ServiceApp } from '@marquee/service-kit';
import { noteEscapes } from '../files/note-escapes.ts';
import { compareFile, compareVersions } from './compare-versions.ts';
import { restoreAll, restoreFile } from './restore.ts';
import { type UndoPorts, undoVersion } from './undo.ts';
import { findAnyVersion, listVersions, versionText, versionView } from './view-version.ts';

export function serveHistory(service: Pick<ServiceApp, 'serve'>, { saving, desk }: UndoPorts): void {
  const { history, outside } = saving;
  const serve = noteEscapes(service.serve);

  serve(configVersionRoutes.versions, async ({ query }) => {
    await outside.noteAll();
    return await listVersions(history, query);
  });
  serve(configVersionRoutes.version, async ({ params }) =>
    versionView(await findAnyVersion(history, params.versionId)),
  );
  serve(configVersionRoutes.text, ({ params }) => versionText(history, params));
  serve(configCompareRoutes.folder, async ({ query }) => {
    await outside.noteAll();
    return await compareVersions(history, query);
  });
  serve(configCompareRoutes.file, async ({ params, query }) => {
    await outside.noteAll();
    return await compareFile(history, { ...params, ...query });
  });
  serve(configVersionRoutes.restoreFile, async ({ params, body, ifMatch, principal }) => {
    const deed = { by: principal.id, author: principal.name };
    const restored = await restoreFile(saving, { ...params, ...body, ifMatch, ...deed });
    return answer(restored, { etag: restored.file.etag });
  });
  serve(configVersionRoutes.restoreAll, ({ body, principal }) =>
    restoreAll(saving, { ...body, by: principal.id, author: principal.name }),
  );
  serve(configVersionRoutes.undo, ({ params, principal }) =>
    undoVersion({ saving, desk }, { ...params, by: principal.id, author: principal.name }),
  );
}

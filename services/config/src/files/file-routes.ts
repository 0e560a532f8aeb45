import { configRoutes } from '@marquee/contracts';
import { answer, type ServiceApp } from '@marquee/service-kit';
import type { Drafts } from './drafts.ts';
import { moveFile, removeFile } from './move-file.ts';
import { noteEscapes } from './note-escapes.ts';
import { listFiles, overviewOf } from './overview.ts';
import { noteRead, readFile } from './read-file.ts';
import { createFile, type SavePorts, saveFile } from './save-file.ts';

export function serveFiles(
  service: Pick<ServiceApp, 'serve'>,
  { saving, drafts }: { saving: SavePorts; drafts: Drafts },
): void {
  const { folder } = saving;
  const serve = noteEscapes(service.serve);

  serve(configRoutes.overview, () => overviewOf(folder));
  serve(configRoutes.list, () => listFiles(folder));
  serve(configRoutes.read, async ({ params, log }) => {
    const file = await readFile(folder, params.fileId);
    await noteRead(saving, file).catch((cause: unknown) =>
      log.warn({ err: cause, file: file.path }, 'A change from outside was not noted'),
    );
    return answer(file, { etag: file.etag });
  });
  serve(configRoutes.create, async ({ body, principal }) => {
    const file = await createFile(saving, { ...body, by: principal.id, author: principal.name });
    return answer(file, { etag: file.etag });
  });
  serve(configRoutes.write, async ({ params, body, ifMatch, principal }) => {
    const file = await saveFile(saving, {
      ...params,
      ...body,
      ifMatch,
      by: principal.id,
      author: principal.name,
    });
    return answer(file, { etag: file.etag });
  });
  serve(configRoutes.move, async ({ params, body: { path, message }, ifMatch, principal }) => {
    const deed = { by: principal.id, author: principal.name, message };
    const file = await moveFile({ ...saving, drafts }, { ...params, to: path, ifMatch, ...deed });
    return answer(file, { etag: file.etag });
  });
  serve(configRoutes.remove, ({ params, ifMatch, principal }) =>
    removeFile(saving, { ...params, ifMatch, by: principal.id, author: principal.name }),
  );
  serve(configRoutes.draft, ({ params, principal }) => drafts.find(principal.id, params.fileId));
  serve(configRoutes.saveDraft, ({ params, body, principal }) =>
    drafts.save(principal.id, { ...params, ...body }),
  );
  serve(configRoutes.dropDraft, ({ params, principal }) => drafts.drop(principal.id, params.fileId));
}

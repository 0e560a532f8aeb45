import { configRoutes } from '@marquee/contracts';
import { answer, type ServiceApp } from '@marquee/service-kit';
import { noteEscapes } from './note-escapes.ts';
import { listFiles, overviewOf } from './overview.ts';
import { readFile } from './read-file.ts';
import { createFile, type SavePorts, saveFile } from './save-file.ts';

export function serveFiles(service: Pick<ServiceApp, 'serve'>, saving: SavePorts): void {
  const { folder } = saving;
  const serve = noteEscapes(service.serve);

  serve(configRoutes.overview, () => overviewOf(folder));
  serve(configRoutes.list, () => listFiles(folder));
  serve(configRoutes.read, async ({ params }) => {
    const file = await readFile(folder, params.fileId);
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
}

import { configRoutes, fileSaved } from '@marquee/contracts';
import { answer, type Outbox, type ServiceApp } from '@marquee/service-kit';
import type { Kysely } from 'kysely';
import type { ConfigDb } from '../migrations/config-db.ts';
import type { ConfigFolder } from './config-folder.ts';
import { noteEscapes } from './note-escapes.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { listFiles, overviewOf } from './overview.ts';
import { readFile } from './read-file.ts';
import { createFile, type SavePorts, saveFile } from './save-file.ts';

export interface FileRoutePorts {
  folder: ConfigFolder;
  db: Kysely<ConfigDb>;
  outbox: Outbox<ConfigDb>;
}

export function serveFiles(service: Pick<ServiceApp, 'serve'>, { folder, db, outbox }: FileRoutePorts): void {
  const serve = noteEscapes(service.serve);
  const saving: SavePorts = {
    folder,
    inTurn: oneAtATime(),
    announce: (saved, by) =>
      db.transaction().execute(async (trx) => {
        await outbox.add(trx, fileSaved, { fileId: saved.id, path: saved.path, etag: saved.etag, by });
      }),
  };

  serve(configRoutes.overview, () => overviewOf(folder));
  serve(configRoutes.list, () => listFiles(folder));
  serve(configRoutes.read, async ({ params }) => {
    const file = await readFile(folder, params.fileId);
    return answer(file, { etag: file.etag });
  });
  serve(configRoutes.create, async ({ body, principal }) => {
    const file = await createFile(saving, { ...body, by: principal.id });
    return answer(file, { etag: file.etag });
  });
  serve(configRoutes.write, async ({ params, body, ifMatch, principal }) => {
    const file = await saveFile(saving, { ...params, ...body, ifMatch, by: principal.id });
    return answer(file, { etag: file.etag });
  });
}

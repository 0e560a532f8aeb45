import { fileSaved, overlayFileRoutes } from '@marquee/contracts';
import type { Outbox, ServiceApp } from '@marquee/service-kit';
import type { Kysely } from 'kysely';
import type { ConfigFolder } from '../../files/config-folder.ts';
import { etagOf, fileIdOf } from '../../files/file-id.ts';
import { noteEscapes } from '../../files/note-escapes.ts';
import type { Pictures } from '../../images/pictures.ts';
import type { ConfigDb } from '../../migrations/config-db.ts';
import { uploadOverlayImage } from './upload-image.ts';

export interface ImageRoutePorts {
  folder: ConfigFolder;
  pictures: Pictures;
  db: Kysely<ConfigDb>;
  outbox: Outbox<ConfigDb>;
}

export function serveOverlayImages(service: Pick<ServiceApp, 'serve'>, ports: ImageRoutePorts): void {
  const { db, outbox } = ports;
  const serve = noteEscapes(service.serve);
  serve(overlayFileRoutes.uploadImage, async ({ params: { name }, upload, principal }) => {
    const { entry, width, height } = await uploadOverlayImage(ports, name, upload);
    const { path, sizeBytes } = entry;
    await db.transaction().execute(async (trx) => {
      const saved = { fileId: fileIdOf(path), path, etag: etagOf(upload), by: principal.id };
      await outbox.add(trx, fileSaved, saved);
    });
    return { name, width, height, sizeBytes };
  });
}

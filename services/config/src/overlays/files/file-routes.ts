import { overlayFileRoutes } from '@marquee/contracts';
import { answer, type ServiceApp } from '@marquee/service-kit';
import type { Drafts } from '../../files/drafts.ts';
import { pathOfFile } from '../../files/find-file.ts';
import { noteEscapes } from '../../files/note-escapes.ts';
import type { SavePorts } from '../../files/save-file.ts';
import type { ShippedTemplates } from '../templates/shipped-templates.ts';
import { createOverlayList } from './list-overlay-files.ts';
import { openOverlayFile, textView } from './overlay-file.ts';
import type { ReadCached } from './read-cached.ts';
import { createOverlay, patchOverlay, writeOverlay } from './save-overlay.ts';
import type { Versions } from './versions.ts';

export interface OverlayFileRoutePorts {
  saving: SavePorts;
  versions: Versions;
  drafts: Drafts;
  read: ReadCached;
  templates: ShippedTemplates;
  now: () => number;
}

export function serveOverlayFiles(service: Pick<ServiceApp, 'serve'>, ports: OverlayFileRoutePorts): void {
  const { saving, versions, drafts, read, now } = ports;
  const { folder } = saving;
  const serve = noteEscapes(service.serve);
  const list = createOverlayList({ folder, read, now });
  const open = (fileId: string) => openOverlayFile({ folder, versions }, fileId);

  serve(overlayFileRoutes.list, () => list());
  serve(overlayFileRoutes.read, async ({ params }) => {
    const file = await open(params.fileId);
    return answer(textView(read, file), { etag: file.etag });
  });
  serve(overlayFileRoutes.create, async ({ body, principal }) => {
    const file = await createOverlay(ports, { ...body, principal });
    return answer(file, { etag: file.etag });
  });
  serve(overlayFileRoutes.write, async ({ params, body, ifMatch, principal }) => {
    const file = await writeOverlay(ports, { ...params, ...body, ifMatch, principal });
    return answer(file, { etag: file.etag });
  });
  serve(overlayFileRoutes.patch, async ({ params, body, ifMatch, principal }) => {
    const file = await patchOverlay(ports, { ...params, ...body, ifMatch, principal });
    return answer(file, { etag: file.etag });
  });

  serve(overlayFileRoutes.versions, async ({ params }) => {
    // Also tells of what happened to the file since the last save, whoever did it.
    await saving.outside.noteAll();
    await open(params.fileId);
    return await versions.list(params.fileId);
  });
  serve(overlayFileRoutes.version, async ({ params }) => {
    await pathOfFile(folder, params.fileId);
    return await versions.find(params.fileId, params.versionId);
  });

  serve(overlayFileRoutes.draft, ({ params, principal }) => drafts.find(principal.id, params.fileId));
  serve(overlayFileRoutes.saveDraft, ({ params, body, principal }) =>
    drafts.save(principal.id, { ...params, ...body }),
  );
  serve(overlayFileRoutes.dropDraft, ({ params, principal }) => drafts.drop(principal.id, params.fileId));
}

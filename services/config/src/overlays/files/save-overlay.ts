import {
  MAX_OVERLAY_FILE_BYTES,
  type OverlayEdit,
  type OverlayFileText,
  type Principal,
  problem,
} from '@marquee/contracts';
import { editOverlayFile } from '@marquee/kometa';
import { requireMatch } from '@marquee/service-kit';
import { kindOfFile } from '../../files/file-kind.ts';
import { createFile, type SavePorts, saveFile } from '../../files/save-file.ts';
import type { ShippedTemplates } from '../templates/shipped-templates.ts';
import { layPictures } from './lay-pictures.ts';
import { openOverlayFile, textView, tooLong } from './overlay-file.ts';
import { isOverlayText } from './overlay-text.ts';
import type { ReadCached } from './read-cached.ts';
import type { Versions } from './versions.ts';

export interface SaveOverlayPorts {
  saving: SavePorts;
  versions: Versions;
  read: ReadCached;
  templates: ShippedTemplates;
}

interface Save {
  fileId: string;
  ifMatch: string | undefined;
  message: string;
  principal: Principal;
}

export async function createOverlay(
  { saving, read, templates }: SaveOverlayPorts,
  { path, text, principal }: { path: string; text: string; principal: Principal },
): Promise<OverlayFileText> {
  if (kindOfFile(path) !== 'yaml') {
    const message = 'An overlay file ends in .yml or .yaml.';
    throw problem('config.name-refused', { details: [{ path: 'body.path', message }] });
  }
  if (!isOverlayText(text)) {
    const message = 'There is no key “overlays” at the left edge.';
    throw problem('overlay.invalid', { details: [{ path: 'body.text', message, line: 1 }] });
  }
  checkLength(text);
  await layPictures(read(text), { folder: saving.folder, templates });
  return textView(read, await createFile(saving, { path, content: text, ...byWhom(principal) }));
}

export async function writeOverlay(
  { saving, versions, read, templates }: SaveOverlayPorts,
  { fileId, ifMatch, message, principal, text }: Save & { text: string },
): Promise<OverlayFileText> {
  checkLength(text);
  await openOverlayFile({ folder: saving.folder, versions }, fileId);
  await layPictures(read(text), { folder: saving.folder, templates });
  const save = { fileId, ifMatch, message, content: text, ...byWhom(principal) };
  return textView(read, await saveFile(saving, save));
}

/** The edits are made on the text that the caller has read: the save compares it once more. */
export async function patchOverlay(
  ports: SaveOverlayPorts,
  { edits, ...save }: Save & { edits: readonly OverlayEdit[] },
): Promise<OverlayFileText> {
  const { folder } = ports.saving;
  const file = await openOverlayFile({ folder, versions: ports.versions }, save.fileId);
  requireMatch(save.ifMatch, file.etag);
  return await writeOverlay(ports, { ...save, ifMatch: file.etag, text: edited(file.content, edits) });
}

function edited(text: string, edits: readonly OverlayEdit[]): string {
  const outcome = editOverlayFile(text, edits);
  if ('text' in outcome) return outcome.text;
  const { edit, message } = outcome.problem;
  throw problem('overlay.edit-impossible', {
    details: [{ path: `body.edits.${edit}`, message }],
  });
}

function checkLength(text: string): void {
  const bytes = Buffer.byteLength(text, 'utf8');
  if (bytes > MAX_OVERLAY_FILE_BYTES) throw tooLong(bytes);
}

function byWhom({ id, name }: Principal): { by: string; author: string } {
  return { by: id, author: name };
}

import {
  type ConfigFileContent,
  MAX_OVERLAY_FILE_BYTES,
  type OverlayFile,
  type OverlayFileText,
  type Problem,
  problem,
} from '@marquee/contracts';
import type { ConfigFolder } from '../../files/config-folder.ts';
import { readFile } from '../../files/read-file.ts';
import { isOverlayText } from './overlay-text.ts';
import type { ReadCached } from './read-cached.ts';
import type { Versions } from './versions.ts';

export interface OverlayFilePorts {
  folder: ConfigFolder;
  versions: Versions;
  read: ReadCached;
}

/** A YAML file that holds overlays now, or did at an earlier save. Others are left to the config files' own routes. */
export async function openOverlayFile(
  { folder, versions }: Omit<OverlayFilePorts, 'read'>,
  fileId: string,
): Promise<ConfigFileContent> {
  const file = await readFile(folder, fileId);
  if (file.kind !== 'yaml') throw problem('config.not-text');
  if (file.sizeBytes > MAX_OVERLAY_FILE_BYTES) throw tooLong(file.sizeBytes);
  if (isOverlayText(file.content) || (await versions.had(fileId))) return file;
  throw problem('config.file-not-found', {
    details: [
      { message: 'This file has no overlays.', file: file.path, fix: 'The list is at /api/overlays.' },
    ],
  });
}

export function textView(read: ReadCached, file: ConfigFileContent): OverlayFileText {
  return { ...fileView(read, file), text: file.content, etag: file.etag };
}

export function fileView(
  read: ReadCached,
  { id, path, modifiedAt, content }: Pick<ConfigFileContent, 'id' | 'path' | 'modifiedAt' | 'content'>,
): OverlayFile {
  const { entries, queues, problems } = read(content);
  return { id, path, modifiedAt, entries, queues, problems };
}

export function tooLong(sizeBytes: number): Problem {
  const message = `The text is ${sizeBytes} bytes long; overlay files may have ${MAX_OVERLAY_FILE_BYTES}.`;
  return problem('request.too-large', {
    details: [{ message, fix: 'Divide it into several files: config.yml may name any number of them.' }],
  });
}

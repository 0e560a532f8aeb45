import type { ConfigFile, ConfigFileContent } from '@marquee/contracts';
import { MAX_FILE_BYTES } from '@marquee/contracts';
import type { FolderEntry } from './config-folder.ts';
import { etagOf, fileIdOf } from './file-id.ts';
import { isTextKind, kindOfFile } from './file-kind.ts';

export function viewOfFile({ path, sizeBytes, modifiedAt, link }: FolderEntry): ConfigFile {
  const kind = kindOfFile(path);
  return {
    id: fileIdOf(path),
    path,
    kind,
    editable: isTextKind(kind) && !link && sizeBytes <= MAX_FILE_BYTES,
    sizeBytes,
    modifiedAt: modifiedAt.toISOString(),
  };
}

export function viewOfContent(entry: FolderEntry, bytes: Uint8Array, content: string): ConfigFileContent {
  return { ...viewOfFile(entry), content, etag: etagOf(bytes) };
}

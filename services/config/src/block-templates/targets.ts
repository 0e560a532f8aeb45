import type { BlockKind } from '@marquee/contracts';
import { librariesOf } from '@marquee/kometa';
import type { ConfigFolder } from '../files/config-folder.ts';
import { fileIdOf } from '../files/file-id.ts';
import { kindOfFile } from '../files/file-kind.ts';
import { textOf } from '../files/file-text.ts';
import { sectionOf } from './check-template.ts';

/** Larger ones are machine-made. */
const MOST_BYTES = 2_000_000;

/** Files by the sections at their left edge: cheaper than reading them, and who writes there looks closer. */
export async function templateTargets(folder: ConfigFolder) {
  const { entries } = await folder.list();
  const files: { fileId: string; path: string; kind: BlockKind }[] = [];
  let libraries: string[] = [];
  for (const { path, link, sizeBytes } of entries) {
    if (kindOfFile(path) !== 'yaml' || link || sizeBytes > MOST_BYTES) continue;
    const text = textOf((await folder.read(path)).bytes) ?? '';
    const kind = kindBySection(text);
    if (kind === undefined || (kind === 'library' && path !== 'config.yml')) continue;
    files.push({ fileId: fileIdOf(path), path, kind });
    if (kind === 'library') libraries = librariesOf(text);
  }
  return { files, libraries };
}

function kindBySection(text: string): BlockKind | undefined {
  const kinds: readonly BlockKind[] = ['library', 'collection', 'playlist'];
  return kinds.find((kind) => new RegExp(`^(['"]?)${sectionOf[kind]}\\1[ \\t]*:`, 'm').test(text));
}

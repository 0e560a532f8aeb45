import { Problem } from '@marquee/contracts';
import type { History, Version } from '../history/history.ts';
import type { ConfigFolder } from './config-folder.ts';
import { isTextKind, kindOfFile } from './file-kind.ts';
import { textOf } from './file-text.ts';
import { viewOfContent } from './file-view.ts';
import { hiddenText } from './hidden-text.ts';
import type { Deed, SavePorts } from './save-file.ts';

/** A file that is written, made or removed; null where there is none. */
export interface FileWrite {
  path: string;
  before: Buffer | null;
  bytes: Buffer | null;
  /** Rights of a new file, where the usual ones would show too much. */
  mode?: number;
}

interface ManyDeed extends Deed {
  origin: 'save' | 'restore';
  /** The commit that is merged with them. */
  merges?: string;
  /** Hears why a file could not be written, and the others are; without it, one that fails fails all. */
  passOver?: (path: string, why: Problem) => void;
}

/**
 * Several files as one version, with the turns of all. All or nothing: what was written is put back when something fails,
 * and the texts are kept first, so that a full disk shows before anything is written. Pictures are no part of the version.
 */
export async function writeFiles(
  { folder, history, clock, announce }: SavePorts,
  writes: readonly FileWrite[],
  { origin, by, author, message = '', merges, passOver }: ManyDeed,
): Promise<Version | undefined> {
  const blobs = new Map<string, Parameters<History['record']>[0][number]>();
  for (const { path, bytes } of writes) {
    if (!isTextKind(kindOfFile(path))) continue;
    blobs.set(path, { path, blob: bytes === null ? null : await history.keep(shownOf(path, bytes)) });
  }
  const done: FileWrite[] = [];
  const record = async () => {
    for (const write of writes) {
      const { path, before, bytes, mode } = write;
      try {
        await put(folder, path, before, bytes, mode);
        done.push(write);
      } catch (cause) {
        if (passOver === undefined || !isOfOneFile(cause)) throw cause;
        blobs.delete(path);
        passOver(path, cause);
      }
    }
    const note = { by, author, message, origin, at: clock(), ...(merges === undefined ? {} : { merges }) };
    return await history.record([...blobs.values()], note);
  };
  const version = await record().catch(async (cause: unknown) => {
    for (const { path, before, bytes } of done.reverse()) await put(folder, path, bytes, before);
    throw cause;
  });
  const [only, ...others] = done;
  const isSave = only !== undefined && others.length === 0 && only.bytes !== null && blobs.has(only.path);
  const saved = isSave ? only : undefined;
  if (saved === undefined) await announce({ by, version });
  else await announce({ by, version, saved: await viewOf(folder, saved.path) });
  return version;
}

/** A disk that is full is so for all of them. */
const isOfOneFile = (cause: unknown): cause is Problem =>
  cause instanceof Problem && cause.code !== 'service.disk-full';

const shownOf = (path: string, bytes: Buffer): string => hiddenText(path, textOf(bytes) ?? '');

async function viewOf(folder: ConfigFolder, path: string) {
  const { bytes, entry } = await folder.read(path);
  return viewOfContent(entry, bytes, shownOf(path, bytes));
}

async function put(
  folder: ConfigFolder,
  path: string,
  before: Buffer | null,
  bytes: Buffer | null,
  mode?: number,
): Promise<void> {
  if (bytes === null) await folder.remove(path);
  else await (before === null ? folder.create(path, bytes, mode) : folder.replace(path, bytes));
}

import { MAX_FILE_BYTES, Problem } from '@marquee/contracts';
import type { ConfigFolder, FolderEntry } from '../files/config-folder.ts';
import { isTextKind, kindOfFile } from '../files/file-kind.ts';
import { textOf } from '../files/file-text.ts';
import { hiddenText } from '../files/hidden-text.ts';
import type { WritingTurns } from '../files/writing-turns.ts';
import { AS_FOUND, CHANGED_BESIDE, OUTSIDE } from './commit-words.ts';
import type { History, Version } from './history.ts';

/** A file that was changed just now may change again within the same tick of its clock. */
const SETTLED_MS = 2_000;

export interface OutsidePorts {
  folder: ConfigFolder;
  history: History;
  turns: WritingTurns;
  now: () => number;
  /** Tells of a version that nobody here made. */
  announce(version: Version): Promise<void>;
}

/** Finds what changed in the folder without us, and makes it versions. */
export function createOutside({ folder, history, turns, now, announce }: OutsidePorts) {
  /** Size and time at which a file was last found to be as the history has it. */
  const known = new Map<string, string>();

  const record = async (files: { path: string; text: string | null; at: Date }[]): Promise<void> => {
    if (files.length === 0) return;
    const newest = await history.files();
    const found = files.filter(({ path }) => !newest.has(path));
    const changed = files.filter(({ path }) => newest.has(path));
    for (const [message, group] of [
      [AS_FOUND, found],
      [CHANGED_BESIDE, changed],
    ] as const) {
      const blobs: { path: string; blob: string | null }[] = [];
      for (const { path, text } of group)
        blobs.push({ path, blob: text === null ? null : await history.keep(text) });
      const at = new Date(Math.max(...group.map((file) => file.at.getTime())));
      const version = await history.record(blobs, { author: OUTSIDE, origin: OUTSIDE, message, at });
      if (version !== undefined) await announce(version);
    }
  };

  const stampOf = ({ sizeBytes, modifiedAt }: FolderEntry) => `${sizeBytes} ${modifiedAt.getTime()}`;

  const read = async ({ path }: FolderEntry) => {
    const file = await folder.read(path).catch(unreadable);
    const text = file && textOf(file.bytes);
    if (file === undefined || text === undefined) return undefined;
    // Between two large files others have their turn.
    await new Promise((resolve) => setImmediate(resolve));
    return { path, text: hiddenText(path, text), entry: file.entry };
  };

  const look = async () => {
    const { entries, truncated } = await folder.list();
    const texts = entries.filter(
      ({ path, link, sizeBytes }) => isTextKind(kindOfFile(path)) && !link && sizeBytes <= MAX_FILE_BYTES,
    );
    const moved = texts.filter((entry) => known.get(entry.path) !== stampOf(entry));
    const there = new Set(entries.map(({ path }) => path));
    // Of what does not fit into the list nobody knows whether it is there.
    const gone = truncated ? [] : [...(await history.files()).keys()].filter((path) => !there.has(path));
    return { moved, gone };
  };

  const noteMoved = async (): Promise<void> => {
    const { moved, gone } = await look();
    const at = new Date(now());
    const changed: Parameters<typeof record>[0] = gone.map((path) => ({ path, text: null, at }));
    const settled: FolderEntry[] = [];
    for (const one of moved) {
      const file = await read(one);
      if (file === undefined) continue;
      const { path, text, entry } = file;
      if (!(await history.isNewest(path, text))) changed.push({ path, text, at: entry.modifiedAt });
      if (now() - entry.modifiedAt.getTime() > SETTLED_MS) settled.push(entry);
    }
    await record(changed);
    for (const path of gone) known.delete(path);
    for (const entry of settled) known.set(entry.path, stampOf(entry));
  };

  return {
    /** Call it with the file's turn, and before it is written over. */
    async noteFile(path: string, text: string, modifiedAt: Date): Promise<void> {
      if (!(await history.isNewest(path, text))) await record([{ path, text, at: modifiedAt }]);
    },

    /** The whole folder. Files whose size and time have not moved are not read again. */
    async noteAll(): Promise<void> {
      const { moved, gone } = await look();
      if (moved.length + gone.length > 0) await turns.alone(noteMoved);
    },

    /** The same for whoever has the folder to themselves. */
    noteAllAlone: noteMoved,
  };
}
export type Outside = ReturnType<typeof createOutside>;

/** Removed, swapped or shut since it was listed: what cannot be read is neither changed nor gone. */
function unreadable(cause: unknown): undefined {
  const expected = [
    'config.file-not-found',
    'config.outside-folder',
    'config.folder-missing',
    'request.too-large',
  ];
  if (cause instanceof Problem && expected.includes(cause.code)) return undefined;
  throw cause;
}

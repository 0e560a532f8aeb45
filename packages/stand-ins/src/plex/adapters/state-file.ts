import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { PlexState } from '../model.ts';
import { isMissing } from './missing.ts';

/** Grows when the shape of the state changes in a way old files do not fit. */
const format = 1;

const isState = (value: unknown): value is PlexState =>
  typeof value === 'object' &&
  value !== null &&
  'server' in value &&
  'numbering' in value &&
  ['accounts', 'sections', 'items', 'collections', 'playlists', 'hubs', 'history', 'sessions', 'tags'].every(
    (list) => list in value && Array.isArray((value as Record<string, unknown>)[list]),
  );

const StateFile = z.object({ format: z.literal(format), state: z.custom<PlexState>(isState) });

const parse = (text: string): PlexState | undefined => {
  try {
    const read = StateFile.safeParse(JSON.parse(text));
    return read.success ? read.data.state : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** The saved state; nothing when there is none. A file nobody can read is put aside, never overwritten. */
export const readStateFile = async (path: string): Promise<PlexState | undefined> => {
  try {
    const state = parse(await readFile(path, 'utf8'));
    if (!state) await rename(path, `${path}.unreadable`);
    return state;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

export interface StateSaver {
  /** Asks for a save soon; many asks become one. */
  touch(): void;
  /** Saves now what was asked for. */
  flush(): Promise<void>;
}

const settleMilliseconds = 200;

export const stateSaver = (path: string, state: PlexState): StateSaver => {
  let timer: NodeJS.Timeout | undefined;
  let dirty = false;
  let writing = Promise.resolve();

  const write = async (): Promise<void> => {
    if (!dirty) return;
    dirty = false;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.part`, JSON.stringify({ format, state }));
    await rename(`${path}.part`, path);
  };
  const save = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    // One after the other: two writers would share the unfinished file.
    writing = writing.then(write, write);
    return writing;
  };
  return {
    touch: () => {
      dirty = true;
      timer ??= setTimeout(() => {
        save().catch(() => {
          // Tried again with the next change or on flush, which does tell the caller.
          dirty = true;
        });
      }, settleMilliseconds).unref();
    },
    flush: save,
  };
};

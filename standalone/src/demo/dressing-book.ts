import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const OVER = 'over';
/**
 * The demo's Plex saves its changes a moment after it has answered, so a process that dies may take the last with it:
 * those of the group that was put on just now.
 */
const MAY_BE_LOST = 24;

/** What was dressed so far, a line each. */
export interface DressingBook {
  /** undefined: dressing was never begun here, or is over. */
  open(): Promise<ReadonlySet<string> | undefined>;
  /** Does nothing where it was begun before. */
  begin(): Promise<void>;
  note(ratingKey: string): Promise<void>;
  close(): Promise<void>;
}

export function dressingBook(file: string): DressingBook {
  const add = (line: string) => appendFile(file, `${line}\n`);
  return {
    async open() {
      const lines = await readFile(file, 'utf8').then(
        (text) => text.split('\n').filter((line) => line !== ''),
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return undefined;
          throw error;
        },
      );
      return lines === undefined || lines.includes(OVER) ? undefined : new Set(lines.slice(0, -MAY_BE_LOST));
    },
    async begin() {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, '', { flag: 'a' });
    },
    note: add,
    close: () => add(OVER),
  };
}

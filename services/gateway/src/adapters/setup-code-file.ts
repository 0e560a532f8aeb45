import { rm } from 'node:fs/promises';
import { writeFileAtomic } from '@marquee/service-kit';
import type { CodeFile } from '../sign-in/setup.ts';

/** The set-up code beside the data, for whoever does not see the terminal; readable by its owner only. */
export function setupCodeFile(path: string): CodeFile {
  return {
    write: (code) => writeFileAtomic(path, `${code}\n`, { mode: 0o600 }),
    remove: () => rm(path, { force: true }),
  };
}

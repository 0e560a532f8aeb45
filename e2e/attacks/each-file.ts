import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Reads every file below a folder byte by byte, and names them. */
export async function eachFile(
  folder: string,
  seen: (path: string, text: string) => void,
): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  for (const path of paths) seen(path, await readFile(join(folder, path), 'latin1'));
  return paths;
}

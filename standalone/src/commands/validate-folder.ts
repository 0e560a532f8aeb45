import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isYaml, type KometaFolder } from '@marquee/kometa';

const MAX_FILE_BYTES = 10_000_000;
const MAX_FILES = 5_000;
const MAX_DEPTH = 20;
/** Where no configuration lies, and much else. */
const SKIPPED = new Set(['logs', 'assets', 'node_modules', '.git', '__pycache__']);

export interface ReadFolder extends KometaFolder {
  /** Files that are too large to be read. */
  left: readonly string[];
}

/** Kometa's folder on the disk. Links are followed only to what lies in the folder itself. */
export function openFolder(root: string): ReadFolder {
  const { texts, left } = readTexts(root);
  return { ...lookInto(root), texts, left };
}

/** The folder around one file: looked into for what the file names, but only `.env` is read. */
export function openAround(root: string): KometaFolder {
  const look = lookInto(root);
  const env = look.kindOf('.env') === 'file' ? readText(join(root, '.env')) : null;
  return { ...look, texts: new Map(env === null ? [] : [['.env', env]]) };
}

/** Null for a file that is too large. */
export function readText(path: string): string | null {
  return statSync(path).size > MAX_FILE_BYTES ? null : readFileSync(path, 'utf8');
}

function lookInto(root: string): Omit<KometaFolder, 'texts'> {
  const real = realpathSync(root);
  return {
    kindOf(path) {
      const stat = inside(real, path);
      if (stat?.isFile()) return 'file';
      return stat?.isDirectory() ? 'folder' : null;
    },
    namesIn: (path) => (inside(real, path)?.isDirectory() ? readdirSync(join(real, path)) : []),
  };
}

/** What a path leads to; null when there is nothing, or it leads out of the folder. */
function inside(root: string, path: string): Stats | null {
  try {
    const real = realpathSync(join(root, path));
    const from = relative(root, real);
    return from === '..' || from.startsWith(`..${sep}`) ? null : statSync(real);
  } catch (error) {
    if (LEADS_NOWHERE.includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

/** Paths come from what somebody wrote: what cannot be a path leads nowhere either. */
const LEADS_NOWHERE = ['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EACCES', 'ERR_INVALID_ARG_VALUE'];

function readTexts(root: string): { texts: Map<string, string>; left: string[] } {
  const real = realpathSync(root);
  const texts = new Map<string, string>();
  const left: string[] = [];
  const walk = (folder: string, depth: number): void => {
    for (const name of readdirSync(join(real, folder)).sort()) {
      const path = folder === '' ? name : `${folder}/${name}`;
      const stat = inside(real, path);
      if (stat?.isDirectory() && depth < MAX_DEPTH && !SKIPPED.has(name)) walk(path, depth + 1);
      if (!stat?.isFile() || !(isYaml(name) || path === '.env')) continue;
      if (texts.size >= MAX_FILES) throw new Error(`There are more than ${MAX_FILES} YAML files in ${root}.`);
      const text = readText(join(real, path));
      if (text === null) left.push(path);
      else texts.set(path, text);
    }
  };
  walk('', 0);
  return { texts, left };
}

import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { RENDER_LIMITS } from '@marquee/contracts';
import type { Blobs } from '@marquee/service-kit';
import type { Shelf, ShelfFile } from '../assets/shelf.ts';

const KNOWN_FOR_MS = 30_000;
const MOST_FILES = 20_000;
const MOST_DEEP = 6;
const endings = { font: /\.(ttf|otf|ttc)$/i, image: /\.png$/i };

export interface FolderShelfOptions {
  source: ShelfFile['source'];
  fonts: string;
  images: string;
  blobs: Pick<Blobs, 'put'>;
  now: () => number;
}

/** Fonts and pictures in folders that are only read. Links are not followed. */
export function folderShelf({ source, fonts, images, blobs, now }: FolderShelfOptions): Shelf {
  const folders = { font: fonts, image: images };
  let listed: { at: number; files: Promise<ShelfFile[]> } | undefined;

  async function listAll(): Promise<ShelfFile[]> {
    const kinds = ['font', 'image'] as const;
    return (await Promise.all(kinds.map((kind) => listFolder({ source, kind }, folders[kind])))).flat();
  }

  return {
    list() {
      if (listed === undefined || now() - listed.at > KNOWN_FOR_MS) listed = { at: now(), files: listAll() };
      return listed.files;
    },
    async put(files) {
      const own = await this.list();
      const put = new Map<ShelfFile, string>();
      for (const file of files) {
        const { kind, name } = file;
        if (!own.some((one) => one.kind === kind && one.name === name)) continue;
        const bytes = await readWhole(join(folders[kind], name));
        if (bytes === undefined) continue;
        const { hash } = await blobs.put(bytes, kind === 'font' ? 'font/sfnt' : 'image/png');
        put.set(file, hash);
      }
      return put;
    },
  };
}

async function listFolder(about: Pick<ShelfFile, 'source' | 'kind'>, root: string): Promise<ShelfFile[]> {
  const found: ShelfFile[] = [];
  async function walk(below: string, deep: number): Promise<void> {
    const entries = await readdir(join(root, below), { withFileTypes: true }).catch(unlessAbsent);
    for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      if (found.length >= MOST_FILES) return;
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory() && deep < MOST_DEEP) await walk(name, deep + 1);
      if (!entry.isFile() || !endings[about.kind].test(entry.name)) continue;
      const { size, mtimeMs } = await stat(join(root, name));
      if (size <= RENDER_LIMITS.fontBytes)
        found.push({
          ...about,
          name,
          sizeBytes: size,
          version: `${Math.round(mtimeMs).toString(36)}-${size.toString(36)}`,
        });
    }
  }
  await walk('', 0);
  return found;
}

function unlessAbsent(error: NodeJS.ErrnoException): never[] {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'EACCES') return [];
  throw error;
}

async function readWhole(path: string): Promise<Uint8Array | undefined> {
  try {
    const file = await open(path);
    try {
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Where what Marquee brings along lies (see defaults/README.md), and the folder to fill. */
export interface DemoFolders {
  defaults: string;
  kometa: string;
}

export async function isEmptyFolder(folder: string): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  return (await readdir(folder)).length === 0;
}

/**
 * Gives an empty Kometa folder the demo's files, whole or not at all. A folder that has anything in it stays as it is:
 * only over an empty one can another be renamed.
 */
export async function fillKometaFolder({ defaults, kometa }: DemoFolders): Promise<void> {
  const filling = join(dirname(kometa), `.${basename(kometa)}-of-the-demo`);
  await rm(filling, { recursive: true, force: true });
  try {
    await cp(join(defaults, 'demo'), filling, { recursive: true });
    await copyPictures(join(defaults, 'overlays/images'), join(filling, 'overlays'));
    await rename(filling, kometa).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(filling, { recursive: true, force: true });
  }
}

/** Kometa looks for pictures in its own folder only. */
async function copyPictures(from: string, overlays: string): Promise<void> {
  const files = (await readdir(overlays)).filter((name) => name.endsWith('.yml'));
  const texts = await Promise.all(files.map((name) => readFile(join(overlays, name), 'utf8')));
  const named = new Set(texts.join('\n').match(/\bmarquee-[\w-]+/g));
  for (const name of named) await cp(join(from, `${name}.png`), join(overlays, `${name}.png`));
}

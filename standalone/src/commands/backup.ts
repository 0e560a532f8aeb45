import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { copyDatabase } from '@marquee/service-kit';
import { create } from 'tar';
import type { DataPaths } from '../paths.ts';
import { BackupManifest, MANIFEST_NAME } from './backup-manifest.ts';

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}

export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** Its branch first, and then what the branch leads to: a save in between leaves more objects, never fewer. */
async function copyHistory(from: string, to: string): Promise<void> {
  const branches = join(from, 'refs');
  if (await exists(branches)) await cp(branches, join(to, 'refs'), { recursive: true });
  await cp(from, to, {
    recursive: true,
    filter: (path) => path !== branches && !basename(path).startsWith('.marquee-'),
  });
}

/**
 * Packs everything that can't be made again: the databases, the demo's state and, when it lies in the data folder,
 * Kometa's config folder. Safe while Marquee runs: databases are copied as of one moment.
 */
export async function backup(
  paths: DataPaths,
  target: string,
  version: string,
  now = new Date(),
): Promise<BackupManifest> {
  const archive = resolve(target);
  await mkdir(dirname(archive), { recursive: true });
  const staging = await mkdtemp(join(dirname(archive), `.${basename(archive)}-`));
  try {
    for (const file of [paths.gatewayDb, paths.configDb]) {
      if (await exists(file)) await copyDatabase(file, join(staging, relative(paths.data, file)));
    }
    for (const part of [paths.demoState, paths.kometa]) {
      if (await exists(part))
        await cp(part, join(staging, relative(paths.data, part)), { recursive: true, dereference: false });
    }
    if (await exists(paths.history))
      await copyHistory(paths.history, join(staging, relative(paths.data, paths.history)));
    const files = await Promise.all(
      (await filesBelow(staging))
        .sort()
        .map(async (path) => ({ path, sha256: await sha256Of(join(staging, path)) })),
    );
    if (files.length === 0)
      throw new Error(
        `There is nothing to back up in ${paths.data}: Marquee has not run with this data folder.`,
      );
    const manifest = BackupManifest.parse({ format: 1, version, createdAt: now.toISOString(), files });
    await writeFile(join(staging, MANIFEST_NAME), JSON.stringify(manifest, null, 2));
    const partial = `${archive}.partial`;
    await create({ gzip: true, cwd: staging, file: partial, portable: true }, [
      MANIFEST_NAME,
      ...files.map(({ path }) => path),
    ]);
    await rename(partial, archive);
    return manifest;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

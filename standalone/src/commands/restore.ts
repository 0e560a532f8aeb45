import { copyFile, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { isDatabaseInUse } from '@marquee/service-kit';
import { extract } from 'tar';
import type { DataPaths } from '../paths.ts';
import { filesBelow, sha256Of } from './backup.ts';
import { BackupManifest, MANIFEST_NAME } from './backup-manifest.ts';

export interface Restored {
  manifest: BackupManifest;
  /** Where the data that was there before now lies; undefined when there was none. */
  previous: string | undefined;
}

/** Puts a backup in place of the data folder. Everything is checked before anything is replaced. */
export async function restore(paths: DataPaths, archive: string, now = new Date()): Promise<Restored> {
  for (const file of [paths.gatewayDb, paths.configDb]) {
    if (await isDatabaseInUse(file))
      throw new Error('Marquee is running with this data folder. Stop it, then restore.');
  }
  await mkdir(dirname(paths.data), { recursive: true });
  const staging = await mkdtemp(join(dirname(paths.data), `.${basename(paths.data)}-restore-`));
  try {
    const links: string[] = [];
    await extract({
      file: resolve(archive),
      cwd: staging,
      strict: true,
      filter: (path, entry) => {
        const plain = !('type' in entry) || entry.type === 'File' || entry.type === 'Directory';
        if (!plain) links.push(path);
        return plain;
      },
    });
    if (links.length > 0) throw new Error(`This is not a Marquee backup: it holds links (${links[0]}).`);
    const manifest = await verified(staging);
    await rm(join(staging, MANIFEST_NAME));
    await keepDataKey(paths, staging);
    return { manifest, previous: await swap(staging, paths.data, now) };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function verified(staging: string): Promise<BackupManifest> {
  const text = await readFile(join(staging, MANIFEST_NAME), 'utf8').catch((cause: unknown) => {
    throw new Error(`This is not a Marquee backup: it has no ${MANIFEST_NAME}.`, { cause });
  });
  const manifest = BackupManifest.parse(JSON.parse(text));
  for (const { path, sha256 } of manifest.files) {
    if ((await sha256Of(join(staging, path))) !== sha256)
      throw new Error(`The backup is damaged: ${path} is not what was packed.`);
  }
  const known = new Set([MANIFEST_NAME, ...manifest.files.map(({ path }) => path)]);
  const stranger = (await filesBelow(staging)).find((path) => !known.has(path));
  if (stranger) throw new Error(`The backup is damaged: ${stranger} is not in its list.`);
  return manifest;
}

/** A backup holds what is sealed and not the key: on the machine that it was made on, the key is still here. */
async function keepDataKey({ data, dataKey }: DataPaths, staging: string): Promise<void> {
  const kept = join(staging, relative(data, dataKey));
  await mkdir(dirname(kept), { recursive: true, mode: 0o700 });
  await copyFile(dataKey, kept).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

/** Two renames on one disk; the old folder is kept until the person removes it. */
async function swap(staging: string, data: string, now: Date): Promise<string | undefined> {
  const previous = `${data}.before-restore-${now.toISOString().replaceAll(/[-:.]/g, '')}`;
  const had = await rename(data, previous).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  await rename(staging, data);
  return had ? previous : undefined;
}

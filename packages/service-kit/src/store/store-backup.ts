import { chmod, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { problem } from '@marquee/contracts';
import Database from 'better-sqlite3';
import { isDiskFull } from '../files/disk-full.ts';
import { syncFolder } from '../files/sync-folder.ts';

/** Backups made before an upgrade that are kept for each database; older ones go when a new one is complete. */
export const BACKUPS_KEPT = 7;

export const defaultBackupDir = (file: string): string => join(dirname(file), 'backups');

const BACKUP_NAME = /^\.\d{8}T\d{9}Z\.before-[\w.-]+\.db$/;

const stem = (file: string): string => basename(file, extname(file));

/** Newest last: the time in the name sorts as text. */
export async function listBackups(file: string, backupDir: string): Promise<string[]> {
  const mine = (name: string) =>
    name.startsWith(`${stem(file)}.`) && BACKUP_NAME.test(name.slice(stem(file).length));
  const names = await readdir(backupDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter(mine)
    .sort()
    .map((name) => join(backupDir, name));
}

export async function newestIntactBackup(file: string, backupDir: string): Promise<string | undefined> {
  const backups = await listBackups(file, backupDir);
  return backups.reverse().find((backup) => damageOf(backup) === undefined);
}

/** What is wrong with a database that nobody has open, or undefined. */
function damageOf(file: string): string | undefined {
  try {
    const database = new Database(file, { readonly: true });
    try {
      return quickCheck(database);
    } finally {
      database.close();
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export function quickCheck(database: Database.Database): string | undefined {
  const answer = database.pragma('quick_check(1)', { simple: true });
  return answer === 'ok' ? undefined : String(answer);
}

/** A complete copy taken before migrations; the oldest beyond BACKUPS_KEPT are removed. */
export async function backUpBeforeMigration(
  database: Database.Database,
  place: { file: string; backupDir: string; migration: string },
  now = new Date(),
): Promise<string> {
  const stamp = now.toISOString().replaceAll(/[-:.]/g, '');
  const label = place.migration.replaceAll(/[^\w.-]/g, '-');
  const target = join(place.backupDir, `${stem(place.file)}.${stamp}.before-${label}.db`);
  await writeWhole(target, async (temp) => {
    database.prepare('VACUUM INTO ?').run(temp);
  });
  const all = await listBackups(place.file, place.backupDir);
  for (const old of all.slice(0, -BACKUPS_KEPT)) await rm(old, { force: true });
  return target;
}

/** Under a temporary name until it is safely on disk, so that a file with a backup's name is always whole. */
export async function writeWhole(target: string, fill: (temp: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const temp = `${target}.partial`;
  await rm(temp, { force: true });
  try {
    await fill(temp);
    await chmod(temp, 0o600);
    const handle = await open(temp, 'r+');
    await handle.sync();
    await handle.close();
    await rename(temp, target);
    await syncFolder(dirname(target));
  } catch (error) {
    await rm(temp, { force: true });
    throw isDiskFull(error) ? problem('service.disk-full', { cause: error }) : error;
  }
}

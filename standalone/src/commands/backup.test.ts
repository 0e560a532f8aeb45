import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openStore } from '@marquee/service-kit';
import { useTempFolder } from '@marquee/testing';
import Database from 'better-sqlite3';
import { create } from 'tar';
import { dataPaths } from '../paths.ts';
import { backup } from './backup.ts';
import { MANIFEST_NAME } from './backup-manifest.ts';
import { restore } from './restore.ts';

const folder = useTempFolder();
const migrations = {
  '0001-notes': {
    up: (db: import('kysely').Kysely<never>) =>
      db.schema.createTable('notes').addColumn('text', 'text').execute(),
  },
};

async function dataWith(note: string) {
  const paths = dataPaths(join(folder(), 'data'));
  const store = await openStore<{ notes: { text: string } }>({ file: paths.configDb, migrations });
  await store.db.insertInto('notes').values({ text: note }).execute();
  await mkdir(join(paths.kometa, 'overlays'), { recursive: true });
  await writeFile(join(paths.kometa, 'overlays/a.yml'), 'overlays:\n');
  await mkdir(paths.blobs, { recursive: true });
  await writeFile(join(paths.blobs, 'cached'), 'can be made again');
  return { paths, store };
}

function noteIn(file: string): unknown {
  const database = new Database(file, { readonly: true });
  const row = database.prepare('SELECT text FROM notes').get();
  database.close();
  return row;
}

test('what was packed while running comes back whole, and what was there is kept aside', async () => {
  const { paths, store } = await dataWith('precious');
  const archive = join(folder(), 'b.tar.gz');
  const manifest = await backup(paths, archive, '1.0.0');
  expect(manifest.files.map(({ path }) => path)).toEqual(['config/config.db', 'kometa/overlays/a.yml']);
  await store.close();
  await writeFile(join(paths.kometa, 'overlays/a.yml'), 'changed since\n');

  const { previous } = await restore(paths, archive);
  expect(noteIn(paths.configDb)).toEqual({ text: 'precious' });
  expect(await readFile(join(paths.kometa, 'overlays/a.yml'), 'utf8')).toBe('overlays:\n');
  expect(await readFile(join(previous ?? '', 'kometa/overlays/a.yml'), 'utf8')).toBe('changed since\n');
});

test('nothing is replaced while Marquee runs', async () => {
  const { paths, store } = await dataWith('in use');
  const archive = join(folder(), 'b.tar.gz');
  await backup(paths, archive, '1.0.0');
  await expect(restore(paths, archive)).rejects.toThrow('Marquee is running');
  await store.close();
});

test('the data key is in no backup, and stays where a backup is put back', async () => {
  const { paths, store } = await dataWith('sealed');
  await store.close();
  await mkdir(dirname(paths.dataKey), { recursive: true });
  await writeFile(paths.dataKey, 'the key');
  const archive = join(folder(), 'b.tar.gz');
  const { files } = await backup(paths, archive, '1.0.0');
  expect(files.filter(({ path }) => path.includes('secrets'))).toEqual([]);
  await restore(paths, archive);
  expect(await readFile(paths.dataKey, 'utf8')).toBe('the key');
});

test('an empty data folder has nothing to back up, and says so', async () => {
  const paths = dataPaths(join(folder(), 'none'));
  await expect(backup(paths, join(folder(), 'b.tar.gz'), '1.0.0')).rejects.toThrow('nothing to back up');
  expect(await readdir(folder())).toEqual([]);
});

async function archiveOf(files: Record<string, string>, manifest: unknown, link?: string): Promise<string> {
  const staging = join(folder(), 'staging');
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(staging, path)), { recursive: true });
    await writeFile(join(staging, path), text);
  }
  if (manifest !== undefined) await writeFile(join(staging, MANIFEST_NAME), JSON.stringify(manifest));
  if (link) await symlink('/etc/hostname', join(staging, link));
  const archive = join(folder(), 'hostile.tar.gz');
  await create({ gzip: true, cwd: staging, file: archive }, await readdir(staging));
  return archive;
}

const claim = (path: string) => ({
  format: 1,
  version: '1',
  createdAt: '2026-11-21T05:00:00.000Z',
  files: [{ path, sha256: '0'.repeat(64) }],
});

test.each<[string, () => Promise<string>]>([
  ['has no', () => archiveOf({ 'a.txt': 'x' }, undefined)],
  ['damaged: a.txt', () => archiveOf({ 'a.txt': 'x' }, claim('a.txt'))],
  ['not in its list', () => archiveOf({ 'b.txt': 'x' }, { ...claim('b.txt'), files: [] })],
  ['holds links', () => archiveOf({ 'a.txt': 'x' }, claim('a.txt'), 'link')],
])('an archive that %s is refused and nothing is touched', async (message, make) => {
  const { paths, store } = await dataWith('safe');
  await store.close();
  await expect(restore(paths, await make())).rejects.toThrow(message);
  expect(noteIn(paths.configDb)).toEqual({ text: 'safe' });
  expect((await readdir(folder())).some((name) => name.includes('restore'))).toBe(false);
});

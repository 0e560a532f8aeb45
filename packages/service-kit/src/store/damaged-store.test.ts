import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { listBackups } from './store-backup.ts';
import { StoreDamagedError } from './store-errors.ts';
import { add, addColumn, filmFolder, first, titles } from './testing/film-store.ts';

let folder: ReturnType<typeof filmFolder>;
let dir: string;
let file: string;
const opened = (migrations = first) => folder.open(file, migrations);

beforeEach(() => {
  folder = filmFolder();
  ({ dir, file } = folder);
});
afterEach(() => folder.remove());

describe('a damaged file', () => {
  const damages: Record<string, (path: string) => void> = {
    'that is no database at all': (path) => writeFileSync(path, 'x'.repeat(8_192)),
    'with a page overwritten': (path) => {
      const bytes = readFileSync(path);
      bytes.fill(0xee, 4_096, 12_288);
      writeFileSync(path, bytes);
    },
    'that was emptied': (path) => truncateSync(path, 0),
  };

  test.each(Object.entries(damages))(
    '%s is refused, naming the backup, which restores it as told',
    async (_, spoil) => {
      const store = await opened();
      for (let n = 0; n < 200; n += 1) await add(store.db, `Amber Tide ${n}`.repeat(20));
      await store.close();
      const migrations = { ...first, '0002-year': addColumn('year') };
      await (await opened(migrations)).close();
      spoil(file);
      const [backup = ''] = await listBackups(file, join(dir, 'data', 'backups'));
      const refused = opened(migrations);
      await expect(refused).rejects.toBeInstanceOf(StoreDamagedError);
      await expect(refused).rejects.toThrow(
        `The newest intact backup is ${backup}. To restore it: stop Marquee`,
      );
      renameSync(file, `${file}.aside`);
      copyFileSync(backup, file);
      expect(await titles((await opened(migrations)).db)).toHaveLength(200);
    },
  );

  test('is not answered with a backup that is damaged itself', async () => {
    await (await opened()).close();
    await (await opened({ ...first, '0002-year': addColumn('year') })).close();
    const [backup = ''] = await listBackups(file, join(dir, 'data', 'backups'));
    writeFileSync(backup, 'x'.repeat(8_192));
    writeFileSync(file, 'x'.repeat(8_192));
    await expect(opened()).rejects.toThrow('No intact backup was found');
  });
});

test('a full disk is told as such, loses nothing, and passes when there is space again', async () => {
  const disk = join(dir, 'disk');
  mkdirSync(disk);
  if (process.getuid?.() !== 0) return expect(process.env.CI).toBeUndefined();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
  try {
    file = join(disk, 'films.db');
    const store = await opened();
    await add(store.db, 'Amber Tide');
    writeFileSync(join(disk, 'ballast'), 'x'.repeat(600_000));
    const big = store.db.transaction().execute(async (trx) => {
      for (let n = 0; n < 20; n += 1) await add(trx, 'x'.repeat(50_000));
    });
    await expect(big).rejects.toMatchObject({ code: 'service.disk-full', status: 507 });
    await expect(store.backupTo(join(disk, 'copy.db'))).rejects.toMatchObject({ code: 'service.disk-full' });
    expect(readdirSync(disk).filter((name) => name.startsWith('copy'))).toEqual([]);
    await expect(add(store.db, 'y'.repeat(900_000))).rejects.toMatchObject({ code: 'service.disk-full' });
    expect(await titles(store.db)).toEqual(['Amber Tide']);
    rmSync(join(disk, 'ballast'));
    await add(store.db, 'Back Again');
    expect(await titles(store.db)).toEqual(['Amber Tide', 'Back Again']);
  } finally {
    await folder.closeAll();
    execFileSync('umount', [disk]);
  }
});

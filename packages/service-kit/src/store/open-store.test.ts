import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Migration, sql } from 'kysely';
import { BACKUPS_KEPT, listBackups } from './store-backup.ts';
import { StoreBusyError, StoreMigrationError, StoreTooNewError } from './store-errors.ts';
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

test('what was written is there after closing and opening again', async () => {
  const store = await opened();
  await add(store.db, 'Amber Tide');
  await store.close();
  expect(await titles((await opened()).db)).toEqual(['Amber Tide']);
});

test('an unused store closes its file too', async () => {
  await (await opened()).close();
  const unused = await opened();
  await unused.close();
  expect(existsSync(`${file}-wal`)).toBe(false);
});

test('only the owner may read the folder, the database and what lies beside it', async () => {
  const { db } = await opened();
  await add(db, 'Amber Tide');
  expect(statSync(join(dir, 'data')).mode & 0o777).toBe(0o700);
  for (const name of ['films.db', 'films.db-wal', 'films.db-shm']) {
    expect(statSync(join(dir, 'data', name)).mode & 0o777).toBe(0o600);
  }
});

test('the settings that keep data safe are on', async () => {
  const { db } = await opened();
  const setting = async (name: string) =>
    Object.values((await sql<Record<string, unknown>>`PRAGMA ${sql.raw(name)}`.execute(db)).rows[0] ?? {})[0];
  expect(await setting('journal_mode')).toBe('wal');
  expect(await setting('synchronous')).toBe(2);
  expect(await setting('busy_timeout')).toBe(5_000);
  expect(await setting('foreign_keys')).toBe(1);
  expect(await setting('trusted_schema')).toBe(0);
  expect(await setting('journal_size_limit')).toBe(64 * 1024 * 1024);
});

test('a second opener is told who has it, and may open once the first is closed', async () => {
  const store = await opened();
  await expect(opened()).rejects.toBeInstanceOf(StoreBusyError);
  await store.close();
  await expect(opened()).resolves.toBeDefined();
});

test('another process is refused too, and one that waits gets it when the first lets go', async () => {
  const store = await opened();
  const attempt = `const D=require('better-sqlite3');const d=new D(process.argv[1],{timeout:0});try{d.exec('BEGIN EXCLUSIVE')}catch(e){process.exit(e.code==='SQLITE_BUSY'?7:1)}`;
  const code = () => {
    try {
      execFileSync(process.execPath, ['-e', attempt, `${file}.lock`]);
      return 0;
    } catch (error) {
      return (error as { status: number }).status;
    }
  };
  expect(code()).toBe(7);
  const waiting = folder.open(file, first, 60_000);
  await store.close();
  await expect(waiting).resolves.toBeDefined();
});

test('a reader in another process is not locked out', async () => {
  const { db } = await opened();
  await add(db, 'Amber Tide');
  const reader = new Database(file, { readonly: true });
  expect(reader.prepare('SELECT count(*) FROM film').pluck().get()).toBe(1);
  reader.close();
});

test('a migration is preceded by a backup that holds the old schema and data', async () => {
  const before = await opened();
  await add(before.db, 'Amber Tide');
  await before.close();
  await opened({ ...first, '0002-year': addColumn('year') });
  const [backup, ...others] = await listBackups(file, join(dir, 'data', 'backups'));
  expect(others).toEqual([]);
  expect(backup).toMatch(/films\.\d{8}T\d{9}Z\.before-0002-year\.db$/);
  expect(statSync(backup ?? '').mode & 0o777).toBe(0o600);
  const old = new Database(backup, { readonly: true });
  expect(old.prepare('SELECT * FROM film').all()).toEqual([{ id: 1, title: 'Amber Tide' }]);
  old.close();
});

test('a new database and one that is up to date make no backup', async () => {
  await (await opened()).close();
  await (await opened()).close();
  expect(existsSync(join(dir, 'data', 'backups'))).toBe(false);
});

test('only the newest backups are kept', async () => {
  const migrations: Record<string, Migration> = { ...first };
  await (await opened(migrations)).close();
  for (let n = 2; n <= BACKUPS_KEPT + 3; n += 1) {
    migrations[`${String(n).padStart(4, '0')}-c${n}`] = addColumn(`c${n}`);
    await (await opened(migrations)).close();
  }
  const backups = await listBackups(file, join(dir, 'data', 'backups'));
  expect(backups).toHaveLength(BACKUPS_KEPT);
  expect(backups.at(-1)).toContain(`before-0010-c10`);
});

test('a migration that fails changes nothing, names itself, and can be tried again', async () => {
  const store = await opened();
  await add(store.db, 'Amber Tide');
  await store.close();
  const half: Migration = {
    async up(db) {
      await addColumn('year').up(db);
      throw new Error('not today');
    },
  };
  const failing = opened({ ...first, '0002-ok': addColumn('ok'), '0003-half': half });
  await expect(failing).rejects.toBeInstanceOf(StoreMigrationError);
  await expect(failing).rejects.toThrow(/0003-half failed \(not today\)/);
  const again = await opened();
  const { rows } = await sql<{ name: string }>`PRAGMA table_info(film)`.execute(again.db);
  expect(rows.map(({ name }) => name)).toEqual(['id', 'title']);
});

test('a migration may rebuild a table that others point to, but may not leave an orphan', async () => {
  const children: Migration = {
    up: (db) =>
      sql`CREATE TABLE scene (id INTEGER PRIMARY KEY, film INTEGER NOT NULL REFERENCES film(id) ON DELETE CASCADE)`
        .execute(db)
        .then(() => undefined),
  };
  const rebuild: Migration = {
    async up(db) {
      await sql`CREATE TABLE film_new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, year INTEGER)`.execute(
        db,
      );
      await sql`INSERT INTO film_new (id, title) SELECT id, title FROM film`.execute(db);
      await sql`DROP TABLE film`.execute(db);
      await sql`ALTER TABLE film_new RENAME TO film`.execute(db);
    },
  };
  const orphan: Migration = { up: (db) => sql`DELETE FROM film`.execute(db).then(() => undefined) };
  const migrations = { ...first, '0002-scenes': children };
  const store = await opened(migrations);
  await add(store.db, 'Amber Tide');
  await sql`INSERT INTO scene (film) VALUES (1)`.execute(store.db);
  await store.close();
  const rebuilt = await opened({ ...migrations, '0003-rebuild': rebuild });
  expect((await sql`SELECT * FROM scene`.execute(rebuilt.db)).rows).toHaveLength(1);
  await rebuilt.close();
  await expect(opened({ ...migrations, '0003-rebuild': rebuild, '0004-orphan': orphan })).rejects.toThrow(
    /a row of scene points to a missing row of film/,
  );
  expect(await titles((await opened({ ...migrations, '0003-rebuild': rebuild })).db)).toEqual(['Amber Tide']);
});

test('a database of a newer version is refused untouched', async () => {
  await (await opened({ ...first, '0002-future': addColumn('future') })).close();
  const before = readFileSync(file);
  const refused = opened();
  await expect(refused).rejects.toBeInstanceOf(StoreTooNewError);
  await expect(refused).rejects.toThrow(/newer version of Marquee.*0002-future/);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a backup of a store in use is complete, private and opens by itself', async () => {
  const store = await opened();
  await add(store.db, 'Amber Tide');
  const copy = join(dir, 'copies', 'copy.db');
  await store.backupTo(copy);
  await add(store.db, 'Later');
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  const reader = new Database(copy, { readonly: true });
  expect(reader.prepare('SELECT title FROM film').pluck().all()).toEqual(['Amber Tide']);
  reader.close();
  expect(readdirSync(join(dir, 'copies')).filter((name) => name.includes('partial'))).toEqual([]);
});

test('the check is ok, and down once the file was swapped underneath or the store is closed', async () => {
  const store = await opened();
  expect(await store.check()).toMatchObject({
    name: 'store',
    state: 'ok',
    version: expect.stringMatching(/^3\./),
  });
  renameSync(file, `${file}.aside`);
  writeFileSync(file, '');
  expect(await store.check()).toMatchObject({ state: 'down', message: expect.stringContaining('restart') });
  await store.close();
  expect(await store.check()).toMatchObject({ state: 'down' });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Migration } from 'kysely';
import { copyDatabase, isDatabaseInUse } from './copy-database.ts';
import { openStore } from './open-store.ts';

interface Notes {
  notes: { text: string };
}
const migrations: Record<string, Migration> = {
  '0001-notes': { up: (db) => db.schema.createTable('notes').addColumn('text', 'text').execute() },
};

test('a database in use can be copied whole, and is known to be in use', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'copy-'));
  const file = join(folder, 'a.db');
  expect(await isDatabaseInUse(file)).toBe(false);
  const store = await openStore<Notes>({ file, migrations });
  await store.db.insertInto('notes').values({ text: 'kept' }).execute();

  expect(await isDatabaseInUse(file)).toBe(true);
  await copyDatabase(file, join(folder, 'sub', 'b.db'));
  const copy = new Database(join(folder, 'sub', 'b.db'), { readonly: true });
  expect(copy.prepare('SELECT text FROM notes').all()).toEqual([{ text: 'kept' }]);
  copy.close();

  await store.close();
  expect(await isDatabaseInUse(file)).toBe(false);
  await rm(folder, { recursive: true });
});

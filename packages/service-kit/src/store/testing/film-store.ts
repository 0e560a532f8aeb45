import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Generated, Kysely, Migration } from 'kysely';
import { openStore, type Store } from '../open-store.ts';

export interface FilmDb {
  film: { id: Generated<number>; title: string };
}

const films: Migration = {
  up: (db) =>
    db.schema
      .createTable('film')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('title', 'text', (column) => column.notNull())
      .execute(),
};

export const addColumn = (name: string): Migration => ({
  up: (db) => db.schema.alterTable('film').addColumn(name, 'text').execute(),
});

/** The schema that every test begins with. */
export const first: Record<string, Migration> = { '0001-films': films };

export const titles = async (db: Kysely<FilmDb>) =>
  (await db.selectFrom('film').select('title').orderBy('id').execute()).map(({ title }) => title);
export const add = (db: Kysely<FilmDb>, title: string) => db.insertInto('film').values({ title }).execute();

/** A folder for one test, and the stores it opens in there. */
export function filmFolder() {
  const dir = mkdtempSync(join(tmpdir(), 'marquee-store-'));
  const stores: Store<FilmDb>[] = [];
  return {
    dir,
    file: join(dir, 'data', 'films.db'),
    backups: join(dir, 'data', 'backups'),
    async open(file: string, migrations = first, lockWaitMs = 0) {
      const store = await openStore<FilmDb>({ file, migrations, lockWaitMs });
      stores.push(store);
      return store;
    },
    async closeAll() {
      await Promise.all(stores.map((store) => store.close()));
    },
    async remove() {
      await this.closeAll();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

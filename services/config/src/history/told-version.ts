import type { Kysely, Transaction } from 'kysely';
import type { ConfigDb } from '../migrations/config-db.ts';
import type { History, Version } from './history.ts';

/** In the transaction that tells of it. */
export async function noteTold(trx: Transaction<ConfigDb>, { id }: Pick<Version, 'id'>): Promise<void> {
  await trx
    .insertInto('told_version')
    .values({ one: 1, version_id: id })
    .onConflict((row) => row.column('one').doUpdateSet({ version_id: id }))
    .execute();
}

/** A version is a commit first and news after it: what was killed in between is found here, oldest first. */
export async function untoldVersions(db: Kysely<ConfigDb>, history: History): Promise<readonly Version[]> {
  const told = await db.selectFrom('told_version').select('version_id').executeTakeFirst();
  if (told?.version_id === (await history.newestId())) return [];
  const versions = await history.versions();
  const last = versions.findIndex(({ id }) => id === told?.version_id);
  // Of versions from before this was noted nobody waits to hear.
  return last === -1 ? versions.slice(-1) : versions.slice(last + 1);
}

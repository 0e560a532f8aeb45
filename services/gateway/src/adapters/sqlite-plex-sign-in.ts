import type { Kysely } from 'kysely';
import type { GatewayDb } from '../migrations/gateway-db.ts';
import type { PlexAccounts, PlexAttempts } from '../plex-sign-in/plex-stores.ts';

export function sqlitePlexAttempts(db: Kysely<GatewayDb>, now: () => Date): PlexAttempts {
  const at = () => now().toISOString();
  return {
    async add(stateHash, { pinId, expiresAt }) {
      await db.deleteFrom('plex_attempts').where('expires_at', '<=', at()).execute();
      await db
        .insertInto('plex_attempts')
        .values({
          state_hash: stateHash,
          pin_id: pinId,
          created_at: at(),
          expires_at: expiresAt.toISOString(),
          used_at: null,
        })
        .execute();
    },
    async find(stateHash) {
      const row = await db
        .selectFrom('plex_attempts')
        .select(['pin_id', 'expires_at'])
        .where('state_hash', '=', stateHash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', at())
        .executeTakeFirst();
      return row && { pinId: row.pin_id, expiresAt: new Date(row.expires_at) };
    },
    async use(stateHash) {
      const { numUpdatedRows } = await db
        .updateTable('plex_attempts')
        .set({ used_at: at() })
        .where('state_hash', '=', stateHash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', at())
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

export function sqlitePlexAccounts(db: Kysely<GatewayDb>, now: () => Date): PlexAccounts {
  const at = () => now().toISOString();
  return {
    async find(userId) {
      const row = await db
        .selectFrom('plex_accounts')
        .selectAll()
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return row && { sealedToken: row.sealed_token, checkedAt: new Date(row.checked_at) };
    },
    async keep(userId, sealedToken) {
      const facts = { sealed_token: sealedToken, checked_at: at() };
      await db
        .insertInto('plex_accounts')
        .values({ user_id: userId, ...facts })
        .onConflict((conflict) => conflict.column('user_id').doUpdateSet(facts))
        .execute();
    },
    async checked(userId) {
      await db.updateTable('plex_accounts').set({ checked_at: at() }).where('user_id', '=', userId).execute();
    },
    async forget(userId) {
      await db.deleteFrom('plex_accounts').where('user_id', '=', userId).execute();
    },
    async uncheckedSince(moment) {
      const rows = await db
        .selectFrom('plex_accounts')
        .select('user_id')
        .where('checked_at', '<', moment.toISOString())
        .execute();
      return rows.map(({ user_id }) => user_id);
    },
  };
}

import type { Kysely } from 'kysely';
import type { GatewayDb } from '../migrations/gateway-db.ts';
import type { AccountNoticePorts } from '../notifications/account-notices.ts';

/** Looks among the person's other sessions, also those that ended a while ago. */
export function sqliteKnownPlaces(db: Kysely<GatewayDb>): AccountNoticePorts['wasThereBefore'] {
  return async (userId, { id, device, address }) => {
    const other = await db
      .selectFrom('sessions')
      .select('id')
      .where('user_id', '=', userId)
      .where('id', '!=', id)
      .where('device', '=', device)
      .where('address', '=', address)
      .executeTakeFirst();
    return other !== undefined;
  };
}

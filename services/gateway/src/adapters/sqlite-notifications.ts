import { randomBytes } from 'node:crypto';
import { Notification } from '@marquee/contracts';
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { GatewayDb, NotificationRow } from '../migrations/gateway-db.ts';
import type { Notice, NotificationStore } from '../notifications/notification-store.ts';

const KEPT = 500;

export function sqliteNotifications(db: Kysely<GatewayDb>, clock: () => Date): NotificationStore {
  const of = (userId: string, unreadOnly: boolean) =>
    db
      .selectFrom('notifications')
      .where('user_id', '=', userId)
      .$if(unreadOnly, (query) => query.where('read_at', 'is', null));

  return {
    async put(userId, notice) {
      return db.transaction().execute(async (trx) => {
        const renewed = await takeRenewed(trx, userId, notice);
        const row = await trx
          .insertInto('notifications')
          .values({
            id: renewed ?? randomBytes(16).toString('base64url'),
            user_id: userId,
            at: clock().toISOString(),
            kind: notice.kind,
            severity: notice.severity,
            facts: JSON.stringify(notice.facts),
            link: notice.link,
            read_at: null,
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        await forgetOldest(trx, userId);
        return viewOf(row);
      });
    },
    async page(userId, { unreadOnly, before, limit }) {
      const rows = await of(userId, unreadOnly)
        .selectAll()
        .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ seq: row.seq, notification: viewOf(row) }));
    },
    async count(userId, unreadOnly) {
      const { count } = await of(userId, unreadOnly)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    },
    async markRead(userId, id, read) {
      const row = await db
        .updateTable('notifications')
        .set({ read_at: read ? clock().toISOString() : null })
        .where('user_id', '=', userId)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      return row && viewOf(row);
    },
    async markAllRead(userId) {
      const { numUpdatedRows } = await db
        .updateTable('notifications')
        .set({ read_at: clock().toISOString() })
        .where('user_id', '=', userId)
        .where('read_at', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows);
    },
    async remove(userId, id) {
      const { numDeletedRows } = await db
        .deleteFrom('notifications')
        .where('user_id', '=', userId)
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
  };
}

/** Takes out the one that this one renews and gives its id, so that the newer one stands first under the same name. */
async function takeRenewed(
  trx: Transaction<GatewayDb>,
  userId: string,
  { kind, facts, renews }: Notice,
): Promise<string | undefined> {
  if (renews === undefined) return undefined;
  const unread = await trx
    .selectFrom('notifications')
    .select(['id', 'facts'])
    .where('user_id', '=', userId)
    .where('kind', '=', kind)
    .where('read_at', 'is', null)
    .execute();
  const older = unread.find((row) => JSON.parse(row.facts)[renews] === facts[renews]);
  if (older) await trx.deleteFrom('notifications').where('id', '=', older.id).execute();
  return older?.id;
}

async function forgetOldest(trx: Transaction<GatewayDb>, userId: string): Promise<void> {
  await trx
    .deleteFrom('notifications')
    .where('user_id', '=', userId)
    .where('seq', '<=', (row) =>
      row
        .selectFrom('notifications')
        .select('seq')
        .where('user_id', '=', userId)
        .orderBy('seq', 'desc')
        .limit(1)
        .offset(KEPT),
    )
    .execute();
}

function viewOf(row: Selectable<NotificationRow>): Notification {
  return Notification.parse({
    id: row.id,
    at: row.at,
    kind: row.kind,
    severity: row.severity,
    facts: JSON.parse(row.facts),
    link: row.link,
    read: row.read_at !== null,
  });
}

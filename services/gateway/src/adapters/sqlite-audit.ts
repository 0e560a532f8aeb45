import { AuditEntry, type AuditFilter } from '@marquee/contracts';
import { redactFields, type Secrets } from '@marquee/service-kit';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Actor, Deed } from '../audit/audit.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { AuditRow, GatewayDb } from '../migrations/gateway-db.ts';

const SEARCHED = ['actor_name', 'target_name', 'target_id', 'address'] as const;

export interface SqliteAuditOptions {
  db: Kysely<GatewayDb>;
  secrets: Secrets;
  clock: () => Date;
}

/** Nothing is written that was not cleaned of secrets first. */
export function sqliteAudit({ db, secrets, clock }: SqliteAuditOptions): AuditLog {
  const jsonOf = (fields: Record<string, unknown> | undefined): string | null =>
    fields === undefined ? null : JSON.stringify(redactFields(fields, secrets));

  return {
    async note(deed) {
      const row = rowOf(deed, clock().toISOString());
      const clean = {
        ...row,
        actor_name: secrets.redact(row.actor_name),
        target_name: row.target_name === null ? null : secrets.redact(row.target_name),
        before: jsonOf(deed.before),
        after: jsonOf(deed.after),
      };
      await db.insertInto('audit').values(clean).execute();
    },
    async page(filter, { before, limit }) {
      const rows = await chosen(db, filter)
        .selectAll()
        .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(entryOf);
    },
    async count(filter) {
      const { count } = await chosen(db, filter)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    },
    async keep({ since, newest }) {
      const { numDeletedRows } = await db
        .deleteFrom('audit')
        .where((row) =>
          row.or([
            row('at', '<', since.toISOString()),
            row(
              'id',
              '<=',
              row.selectFrom('audit').select('id').orderBy('id', 'desc').limit(1).offset(newest),
            ),
          ]),
        )
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

function chosen(db: Kysely<GatewayDb>, { actor, action, outcome, search, from, until }: AuditFilter) {
  let query = db.selectFrom('audit');
  if (actor !== undefined) query = query.where('actor_id', '=', actor);
  if (action !== undefined) {
    // A range and not LIKE: it is looked up in the index, and `_` is a letter like others.
    query = query.where('action', '>=', action).where('action', '<=', `${action}\u{10ffff}`);
  }
  if (outcome !== undefined) query = query.where('outcome', '=', outcome);
  if (from !== undefined) query = query.where('at', '>=', new Date(from).toISOString());
  if (until !== undefined) query = query.where('at', '<=', new Date(until).toISOString());
  if (search !== undefined) {
    const pattern = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`;
    query = query.where((row) =>
      row.or(SEARCHED.map((column) => sql<SqlBool>`${row.ref(column)} like ${pattern} escape '\\'`)),
    );
  }
  return query;
}

type NewRow = Omit<AuditRow, 'id' | 'before' | 'after'>;

function rowOf({ actor, action, outcome = 'done', target, from }: Deed, at: string): NewRow {
  return {
    at,
    ...actorColumns(actor),
    action,
    outcome,
    target_kind: target?.kind ?? null,
    target_id: target?.id ?? null,
    target_name: target?.name ?? null,
    address: from?.address ?? null,
    request_id: from?.requestId ?? null,
  };
}

function actorColumns(actor: Actor): Pick<AuditRow, 'actor_id' | 'actor_name' | 'via'> {
  if (actor === 'system') return { actor_id: null, actor_name: 'Marquee', via: 'system' };
  if ('stranger' in actor) return { actor_id: null, actor_name: actor.stranger, via: 'nobody' };
  return { actor_id: actor.id, actor_name: actor.name, via: actor.via.kind };
}

function entryOf(
  row: {
    [column in keyof AuditRow]: column extends 'id' ? number : AuditRow[column];
  },
): AuditEntry {
  const { target_kind: kind, target_id: id, target_name: name } = row;
  return AuditEntry.parse({
    id: row.id,
    at: row.at,
    actor: { id: row.actor_id, name: row.actor_name, via: row.via },
    action: row.action,
    outcome: row.outcome,
    target: kind === null || id === null || name === null ? null : { kind, id, name },
    address: row.address,
    before: row.before === null ? null : JSON.parse(row.before),
    after: row.after === null ? null : JSON.parse(row.after),
    requestId: row.request_id,
  });
}

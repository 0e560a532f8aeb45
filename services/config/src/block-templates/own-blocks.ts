import { randomUUID } from 'node:crypto';
import { BlockTemplate, type NewBlockTemplate, problem } from '@marquee/contracts';
import type { Kysely } from 'kysely';
import type { ConfigDb } from '../migrations/config-db.ts';
import { checkTemplate } from './check-template.ts';

/** Block templates that people keep for all of this Marquee. */
export function createOwnBlocks({ db, clock }: { db: Kysely<ConfigDb>; clock: () => Date }) {
  return {
    async list(): Promise<BlockTemplate[]> {
      const rows = await db
        .selectFrom('block_templates')
        .selectAll()
        .orderBy('saved_at')
        .orderBy('id')
        .execute();
      return rows.map(({ template }) => BlockTemplate.parse(JSON.parse(template)));
    },
    async save(wish: NewBlockTemplate, author: string): Promise<BlockTemplate> {
      checkTemplate(wish);
      const template = { ...wish, id: `own-${randomUUID()}`, shipped: false };
      const row = { id: template.id, template: JSON.stringify(template), author };
      await db
        .insertInto('block_templates')
        .values({ ...row, saved_at: clock().toISOString() })
        .execute();
      return template;
    },
    async drop(id: string): Promise<void> {
      const { numDeletedRows } = await db
        .deleteFrom('block_templates')
        .where('id', '=', id)
        .executeTakeFirst();
      if (numDeletedRows === 0n) throw problem('config.template-not-found');
    },
  };
}
export type OwnBlocks = ReturnType<typeof createOwnBlocks>;

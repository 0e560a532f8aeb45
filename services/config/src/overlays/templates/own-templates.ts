import { randomUUID } from 'node:crypto';
import { type OverlayTemplate, problem } from '@marquee/contracts';
import type { Kysely } from 'kysely';
import { isMap, parseDocument } from 'yaml';
import type { ConfigDb, OverlayTemplateRow } from '../../migrations/config-db.ts';

type NewTemplate = Pick<OverlayTemplate, 'title' | 'level' | 'yaml'>;

/** Templates that people keep for all of this Marquee. */
export function createOwnTemplates({ db, clock }: { db: Kysely<ConfigDb>; clock: () => Date }) {
  return {
    async list(): Promise<OverlayTemplate[]> {
      const rows = await db
        .selectFrom('overlay_templates')
        .selectAll()
        .orderBy('saved_at')
        .orderBy('id')
        .execute();
      return rows.map(viewOf);
    },
    async save(template: NewTemplate, author: string): Promise<OverlayTemplate> {
      checkBody(template.yaml);
      const { title, level, yaml } = template;
      const id = `own-${randomUUID()}`;
      const row = { id, title, level, yaml, author, saved_at: clock().toISOString() };
      await db.insertInto('overlay_templates').values(row).execute();
      return viewOf(row);
    },
    async drop(id: string): Promise<void> {
      const { numDeletedRows } = await db
        .deleteFrom('overlay_templates')
        .where('id', '=', id)
        .executeTakeFirst();
      if (numDeletedRows === 0n) throw problem('overlay.template-not-found');
    },
  };
}
export type OwnTemplates = ReturnType<typeof createOwnTemplates>;

/** It only has to be a definition; what Kometa would say of it is told where it is used. */
function checkBody(yaml: string): void {
  const document = parseDocument(yaml);
  const [error] = document.errors;
  if (error !== undefined) {
    const [place] = error.linePos ?? [];
    const where = place === undefined ? {} : { line: place.line, column: place.col };
    throw problem('overlay.invalid', { details: [{ path: 'body.yaml', message: error.message, ...where }] });
  }
  if (!isMap(document.contents)) {
    const message = 'A template is the body of one definition: keys with values.';
    throw problem('overlay.invalid', { details: [{ path: 'body.yaml', message, line: 1 }] });
  }
}

function viewOf({ id, title, level, yaml }: OverlayTemplateRow): OverlayTemplate {
  return { id, title, group: 'own', level, yaml, shipped: false };
}

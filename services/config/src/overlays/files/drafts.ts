import type { OverlayDraft } from '@marquee/contracts';
import type { Kysely } from 'kysely';
import type { ConfigDb } from '../../migrations/config-db.ts';

/** What a person has not saved yet; each sees their own alone. */
export function createDrafts({ db, clock }: { db: Kysely<ConfigDb>; clock: () => Date }) {
  return {
    async find(person: string, fileId: string): Promise<OverlayDraft | null> {
      const row = await db
        .selectFrom('overlay_drafts')
        .selectAll()
        .where('person', '=', person)
        .where('file_id', '=', fileId)
        .executeTakeFirst();
      if (row === undefined) return null;
      return { fileId, text: row.text, baseEtag: row.base_etag, savedAt: row.saved_at };
    },

    async save(person: string, draft: Omit<OverlayDraft, 'savedAt'>): Promise<OverlayDraft> {
      const savedAt = clock().toISOString();
      const content = { text: draft.text, base_etag: draft.baseEtag, saved_at: savedAt };
      await db
        .insertInto('overlay_drafts')
        .values({ person, file_id: draft.fileId, ...content })
        .onConflict((conflict) => conflict.columns(['person', 'file_id']).doUpdateSet(content))
        .execute();
      return { ...draft, savedAt };
    },

    async drop(person: string, fileId: string): Promise<void> {
      await db
        .deleteFrom('overlay_drafts')
        .where('person', '=', person)
        .where('file_id', '=', fileId)
        .execute();
    },
  };
}
export type Drafts = ReturnType<typeof createDrafts>;

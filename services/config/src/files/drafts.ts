import type { ConfigDraft } from '@marquee/contracts';
import type { Kysely } from 'kysely';
import type { ConfigDb } from '../migrations/config-db.ts';
import type { ConfigFolder } from './config-folder.ts';
import { pathOfFile } from './find-file.ts';

/** What a person has not saved yet; each sees their own alone. */
export function createDrafts({
  db,
  folder,
  clock,
}: {
  db: Kysely<ConfigDb>;
  folder: ConfigFolder;
  clock: () => Date;
}) {
  const find = async (person: string, fileId: string): Promise<ConfigDraft | null> => {
    const row = await db
      .selectFrom('file_drafts')
      .selectAll()
      .where('person', '=', person)
      .where('file_id', '=', fileId)
      .executeTakeFirst();
    // What somebody has typed outlives the file that it was meant for.
    if (row === undefined) await pathOfFile(folder, fileId);
    return row === undefined
      ? null
      : { fileId, text: row.text, baseEtag: row.base_etag, savedAt: row.saved_at };
  };

  return {
    find,

    async save(person: string, draft: Omit<ConfigDraft, 'savedAt'>): Promise<ConfigDraft> {
      await pathOfFile(folder, draft.fileId);
      const savedAt = clock().toISOString();
      const content = { text: draft.text, base_etag: draft.baseEtag, saved_at: savedAt };
      await db
        .insertInto('file_drafts')
        .values({ person, file_id: draft.fileId, ...content })
        .onConflict((conflict) => conflict.columns(['person', 'file_id']).doUpdateSet(content))
        .execute();
      return { ...draft, savedAt };
    },

    async drop(person: string, fileId: string): Promise<null> {
      await find(person, fileId);
      await db.deleteFrom('file_drafts').where('person', '=', person).where('file_id', '=', fileId).execute();
      return null;
    },

    /** Everybody's drafts of a file go with it to its new place. */
    async move(fileId: string, to: string): Promise<void> {
      await db.deleteFrom('file_drafts').where('file_id', '=', to).execute();
      await db.updateTable('file_drafts').set({ file_id: to }).where('file_id', '=', fileId).execute();
    },
  };
}
export type Drafts = ReturnType<typeof createDrafts>;

import type { ConfigDraft, KeptDraft } from '@marquee/contracts';
import type { Kysely } from 'kysely';
import type { ConfigDb } from '../migrations/config-db.ts';

/** The folder itself, among the names of branches. */
const FOLDER = '';

interface Ports {
  db: Kysely<ConfigDb>;
  /** Problem('config.file-not-found') where there is no such file, of the folder or of a branch. */
  mustExist(fileId: string, branch: string | undefined): Promise<void>;
  clock: () => Date;
}

/** What a person has not saved yet; each sees their own alone. */
export function createDrafts({ db, mustExist, clock }: Ports) {
  const find = async (person: string, fileId: string, branch?: string): Promise<ConfigDraft | null> => {
    const row = await db
      .selectFrom('file_drafts')
      .selectAll()
      .where('person', '=', person)
      .where('branch', '=', branch ?? FOLDER)
      .where('file_id', '=', fileId)
      .executeTakeFirst();
    // What somebody has typed outlives the file that it was meant for.
    if (row === undefined) await mustExist(fileId, branch);
    return row === undefined
      ? null
      : { fileId, text: row.text, baseEtag: row.base_etag, savedAt: row.saved_at };
  };

  return {
    find,

    async save(
      person: string,
      { branch, ...draft }: Omit<ConfigDraft, 'savedAt'> & { branch?: string | undefined },
    ): Promise<KeptDraft> {
      await mustExist(draft.fileId, branch);
      const savedAt = clock().toISOString();
      const content = { text: draft.text, base_etag: draft.baseEtag, saved_at: savedAt };
      await db
        .insertInto('file_drafts')
        .values({ person, branch: branch ?? FOLDER, file_id: draft.fileId, ...content })
        .onConflict((conflict) => conflict.columns(['person', 'branch', 'file_id']).doUpdateSet(content))
        .execute();
      return { fileId: draft.fileId, baseEtag: draft.baseEtag, savedAt };
    },

    async drop(person: string, fileId: string, branch?: string): Promise<null> {
      await find(person, fileId, branch);
      await db
        .deleteFrom('file_drafts')
        .where('person', '=', person)
        .where('branch', '=', branch ?? FOLDER)
        .where('file_id', '=', fileId)
        .execute();
      return null;
    },

    /** Everybody's drafts of a file go with it to its new place. */
    async move(fileId: string, to: string, branch: string = FOLDER): Promise<void> {
      await db.deleteFrom('file_drafts').where('branch', '=', branch).where('file_id', '=', to).execute();
      await db
        .updateTable('file_drafts')
        .set({ file_id: to })
        .where('branch', '=', branch)
        .where('file_id', '=', fileId)
        .execute();
    },
  };
}
export type Drafts = ReturnType<typeof createDrafts>;

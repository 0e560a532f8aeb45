import type { Migration } from 'kysely';

/** Any text file has drafts, not overlay files alone. */
export const fileDraftsMigration: Migration = {
  async up(db) {
    await db.schema.alterTable('overlay_drafts').renameTo('file_drafts').execute();
  },
};

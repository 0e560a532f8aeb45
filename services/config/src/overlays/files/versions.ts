import { type OverlayVersion, problem } from '@marquee/contracts';
import type { Kysely } from 'kysely';
import { etagOf } from '../../files/file-id.ts';
import type { Change } from '../../files/save-file.ts';
import type { ConfigDb, OverlayVersionRow } from '../../migrations/config-db.ts';

/** Of each file; the oldest make room. */
const KEPT_VERSIONS = 200;
const OUTSIDE = 'outside';

interface SavedText {
  id: string;
  content: string;
  etag: string;
}
type Note = Pick<OverlayVersionRow, 'author' | 'message'> & { text: string; savedAt: Date };

export function createVersions({ db, clock }: { db: Kysely<ConfigDb>; clock: () => Date }) {
  const latest = (on: Kysely<ConfigDb>, fileId: string) =>
    on
      .selectFrom('overlay_versions')
      .select(['number', 'etag'])
      .where('file_id', '=', fileId)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();

  const add = async (on: Kysely<ConfigDb>, fileId: string, { text, savedAt, ...note }: Note) => {
    const bytes = Buffer.from(text, 'utf8');
    const number = ((await latest(on, fileId))?.number ?? 0) + 1;
    await on
      .insertInto('overlay_versions')
      .values({
        file_id: fileId,
        number,
        text,
        size_bytes: bytes.length,
        etag: etagOf(bytes),
        saved_at: savedAt.toISOString(),
        ...note,
      })
      .execute();
    await on
      .deleteFrom('overlay_versions')
      .where('file_id', '=', fileId)
      .where('number', '<=', number - KEPT_VERSIONS)
      .execute();
  };

  /** Keeps a text that did not come by a save of ours, unless it is the last version anyway. */
  const noteFound = async (on: Kysely<ConfigDb>, fileId: string, text: string, savedAt: Date) => {
    const known = await latest(on, fileId);
    if (known?.etag === etagOf(Buffer.from(text, 'utf8'))) return;
    const message = known === undefined ? 'As it was found' : 'Changed beside Marquee';
    await add(on, fileId, { text, savedAt, author: OUTSIDE, message });
  };

  return {
    has: async (fileId: string): Promise<boolean> => (await latest(db, fileId)) !== undefined,

    /** In the transaction that announces the save. Killed before it, the text is found later as if from outside. */
    noteSave: (transaction: Kysely<ConfigDb>, { id, content }: SavedText, change: Change): Promise<void> =>
      add(transaction, id, { ...change, text: content, savedAt: clock() }),

    noteOutside: (fileId: string, text: string, modifiedAt: Date): Promise<void> =>
      db.transaction().execute((transaction) => noteFound(transaction, fileId, text, modifiedAt)),

    async list(fileId: string): Promise<OverlayVersion[]> {
      const rows = await db
        .selectFrom('overlay_versions')
        .select(['number', 'author', 'message', 'saved_at', 'size_bytes'])
        .where('file_id', '=', fileId)
        .orderBy('number', 'desc')
        .execute();
      return rows.map(viewOf);
    },

    async find(fileId: string, versionId: string): Promise<OverlayVersion & { text: string }> {
      const row = await db
        .selectFrom('overlay_versions')
        .selectAll()
        .where('file_id', '=', fileId)
        .where('number', '=', Number(versionId.slice(1)))
        .executeTakeFirst();
      if (row === undefined) throw problem('overlay.version-not-found');
      return { ...viewOf(row), text: row.text };
    },
  };
}
export type Versions = ReturnType<typeof createVersions>;

function viewOf({
  number,
  author,
  message,
  saved_at,
  size_bytes,
}: Pick<OverlayVersionRow, 'number' | 'author' | 'message' | 'saved_at' | 'size_bytes'>): OverlayVersion {
  return { id: `v${number}`, number, savedAt: saved_at, by: author, message, sizeBytes: size_bytes };
}

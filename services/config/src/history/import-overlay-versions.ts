import { type Kysely, sql } from 'kysely';
import type { ConfigFolder } from '../files/config-folder.ts';
import { fileIdOf } from '../files/file-id.ts';
import type { ConfigDb } from '../migrations/config-db.ts';
import { OUTSIDE } from './commit-words.ts';
import type { Past } from './history.ts';

interface Row {
  file_id: string;
  text: string;
  author: string;
  message: string;
  saved_at: string;
}

/** Versions of overlay files were kept in the database once: they begin the history, and leave the database. */
export function pastOverlayVersions(ports: {
  db: Kysely<ConfigDb>;
  folder: Pick<ConfigFolder, 'paths'>;
}): Past {
  const { db, folder } = ports;
  const isThere = async () => {
    const { rows } = await sql`SELECT 1 FROM sqlite_master WHERE name = 'overlay_versions'`.execute(db);
    return rows.length > 0;
  };
  return {
    async read() {
      if (!(await isThere())) return [];
      const { rows } = await sql<Row>`
        SELECT file_id, text, author, message, saved_at FROM overlay_versions
        ORDER BY saved_at, file_id, number`.execute(db);
      if (rows.length === 0) return [];
      const paths = new Map((await folder.paths()).map((path) => [fileIdOf(path), path]));
      return rows.map(({ file_id, text, author, message, saved_at }) => ({
        // Of a file that is gone nobody knows the name any more.
        path: paths.get(file_id) ?? `gone-${file_id}.yml`,
        text,
        note: { author, message, origin: author === OUTSIDE ? OUTSIDE : 'save', at: new Date(saved_at) },
      }));
    },
    async forget() {
      await sql`DROP TABLE IF EXISTS overlay_versions`.execute(db);
    },
  };
}

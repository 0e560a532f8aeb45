import { fileSaved } from '@marquee/contracts';
import type { Outbox } from '@marquee/service-kit';
import type { Kysely } from 'kysely';
import type { ConfigDb } from '../migrations/config-db.ts';
import { isOverlayText } from '../overlays/files/overlay-text.ts';
import type { Versions } from '../overlays/files/versions.ts';
import type { ConfigFolder } from './config-folder.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { SavePorts } from './save-file.ts';

/** One for the whole process, whatever a file is saved as: saves of one file go one after the other. */
export function createSaving(ports: {
  folder: ConfigFolder;
  db: Kysely<ConfigDb>;
  outbox: Outbox<ConfigDb>;
  versions: Versions;
}): SavePorts {
  const { folder, db, outbox, versions } = ports;
  return {
    folder,
    inTurn: oneAtATime(),
    async beforeSave({ fileId, text, modifiedAt }) {
      if (isOverlayText(text) || (await versions.has(fileId)))
        await versions.noteOutside(fileId, text, modifiedAt);
    },
    async announce(saved, by, change) {
      const { id, path, etag, content } = saved;
      const versioned = isOverlayText(content) || (await versions.has(id));
      await db.transaction().execute(async (trx) => {
        if (versioned) await versions.noteSave(trx, saved, change);
        await outbox.add(trx, fileSaved, { fileId: id, path, etag, by });
      });
    },
  };
}

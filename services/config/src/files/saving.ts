import { branchChanged, configChanged, fileSaved } from '@marquee/contracts';
import type { Outbox } from '@marquee/service-kit';
import type { Kysely } from 'kysely';
import type { BranchPorts } from '../branches/branch-ports.ts';
import { createBranches } from '../history/branches.ts';
import { changeOf, createHistory, type Version } from '../history/history.ts';
import { pastOverlayVersions } from '../history/import-overlay-versions.ts';
import { createOutside } from '../history/outside.ts';
import type { Repository } from '../history/repository.ts';
import { noteTold, untoldVersions } from '../history/told-version.ts';
import type { ConfigDb } from '../migrations/config-db.ts';
import type { ConfigFolder } from './config-folder.ts';
import type { SavePorts } from './save-file.ts';
import { createWritingTurns } from './writing-turns.ts';

export interface SavingPorts {
  folder: ConfigFolder;
  repository: Repository;
  db: Kysely<ConfigDb>;
  outbox: Outbox<ConfigDb>;
  clock: () => Date;
}

/** One for the whole process, whatever a file is saved as. */
export function createSaving({ folder, repository, db, outbox, clock }: SavingPorts) {
  const turns = createWritingTurns();
  const history = createHistory({ repository, past: pastOverlayVersions({ db, folder }) });
  const announce: SavePorts['announce'] = async ({ saved, by, version }) => {
    await db.transaction().execute(async (trx) => {
      if (saved !== undefined) {
        const { id, path, etag } = saved;
        await outbox.add(trx, fileSaved, { fileId: id, path, etag, by });
      }
      if (version === undefined) return;
      await outbox.add(trx, configChanged, newsOf(version, by));
      await noteTold(trx, version);
    });
  };
  const outside = createOutside({
    ...{ folder, history, turns },
    now: () => clock().getTime(),
    announce: (version) => announce({ by: version.by, version }),
  });
  const branches = createBranches({ repository, history });
  const announceBranch: BranchPorts['announceBranch'] = async (news) => {
    await db.transaction().execute((trx) => outbox.add(trx, branchChanged, news));
  };
  const tellUntold = async (): Promise<void> => {
    for (const version of await untoldVersions(db, history)) await announce({ by: version.by, version });
  };
  return { folder, turns, history, outside, branches, clock, announce, announceBranch, tellUntold };
}

/** A folder that is filled for the first time is news of one line, not of thousands. */
const MOST_FILES = 100;

function newsOf({ id, origin, changes }: Version, by: string) {
  const files = changes.slice(0, MOST_FILES).map((change) => ({
    fileId: change.fileId,
    path: change.path,
    change: changeOf(change),
  }));
  return { versionId: id, by, origin, files, more: changes.length - files.length };
}

/** The database cannot be read; `message` says which backup to put back and how. */
export class StoreDamagedError extends Error {
  override name = 'StoreDamagedError';
  readonly file: string;
  readonly backup: string | undefined;

  constructor(file: string, reason: string, backup: string | undefined, options?: { cause: unknown }) {
    const cure =
      backup === undefined
        ? 'No intact backup was found beside it.'
        : `The newest intact backup is ${backup}. To restore it: stop Marquee, move ${file}, ${file}-wal and ${file}-shm aside, copy the backup to ${file}, and start again.`;
    super(`The database ${file} is damaged (${reason}). ${cure}`, options);
    this.file = file;
    this.backup = backup;
  }
}

/** Another process has the same database open for writing. */
export class StoreBusyError extends Error {
  override name = 'StoreBusyError';

  constructor(file: string) {
    super(
      `The database ${file} is in use by another Marquee process. Stop that one, or give this one a data folder of its own.`,
    );
  }
}

/** A later version of Marquee has written this database. */
export class StoreTooNewError extends Error {
  override name = 'StoreTooNewError';

  constructor(file: string, unknownMigrations: string[], backup: string | undefined) {
    const backupHint = backup === undefined ? '' : ` (the newest is ${backup})`;
    super(
      `The database ${file} was written by a newer version of Marquee (it holds ${unknownMigrations.join(', ')}, which this version does not know). Start the newer version again, or restore a backup made before the upgrade${backupHint}.`,
    );
  }
}

/** A schema change failed; the database is as it was before. */
export class StoreMigrationError extends Error {
  override name = 'StoreMigrationError';

  constructor(file: string, migration: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(
      `The database ${file} could not be brought up to date: ${migration} failed (${reason}). Nothing was changed.`,
      {
        cause,
      },
    );
  }
}

import type { AuditEntry, AuditFilter } from '@marquee/contracts';
import type { Audit } from './audit.ts';

/** The audit log with its reading side; newest first. */
export interface AuditLog extends Audit {
  page(filter: AuditFilter, range: { before: number | undefined; limit: number }): Promise<AuditEntry[]>;
  count(filter: AuditFilter): Promise<number>;
  /** Forgets what is older than a time, and all but the newest; says how many that were. */
  keep(limits: { since: Date; newest: number }): Promise<number>;
}

const AT_ONCE = 1000;

/** All of them, a page at a time, so that no export is too large to hold. */
export async function* allEntries(
  log: Pick<AuditLog, 'page'>,
  filter: AuditFilter,
): AsyncGenerator<AuditEntry> {
  let before: number | undefined;
  for (;;) {
    const entries = await log.page(filter, { before, limit: AT_ONCE });
    yield* entries;
    before = entries.at(-1)?.id;
    if (entries.length < AT_ONCE) return;
  }
}

import type { Logger } from '@marquee/service-kit';
import type { AuditLog } from './audit-log.ts';

const DAY_MS = 24 * 3_600_000;
const KEPT_MS = 365 * DAY_MS;
const KEPT_ENTRIES = 200_000;

export interface RetentionPorts {
  audit: Pick<AuditLog, 'keep'>;
  clock: () => Date;
  log: Pick<Logger, 'error' | 'info'>;
}

/** A year of the audit log, at most 200,000 entries: swept now and each day. Returns what ends it. */
export function keepAuditShort({ audit, clock, log }: RetentionPorts): () => void {
  const sweep = () => {
    audit.keep({ since: new Date(clock().getTime() - KEPT_MS), newest: KEPT_ENTRIES }).then(
      (forgotten) => {
        if (forgotten > 0) log.info({ forgotten }, 'Old entries of the audit log were removed');
      },
      (error: unknown) => log.error({ err: error }, 'The audit log could not be swept'),
    );
  };
  sweep();
  const timer = setInterval(sweep, DAY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

import { Readable } from 'node:stream';
import { type AuditFilter, auditRoutes } from '@marquee/contracts';
import { bytes, listName, readCursor, type ServiceApp, writeCursor } from '@marquee/service-kit';
import { csvLines, jsonLines } from './audit-csv.ts';
import { type AuditLog, allEntries } from './audit-log.ts';

export function serveAudit(service: ServiceApp, { audit }: { audit: AuditLog }): void {
  service.serve(auditRoutes.list, async ({ query: { cursor, limit, ...filter } }) => {
    const list = nameOf(filter);
    const before = readCursor(list, cursor);
    const [entries, total] = await Promise.all([
      // One more than is shown tells whether a next page is there.
      audit.page(filter, { before, limit: limit + 1 }),
      audit.count(filter),
    ]);
    const shown = entries.slice(0, limit);
    const last = shown.at(-1);
    const more = entries.length > limit && last !== undefined;
    return { entries: shown, total, nextCursor: more ? writeCursor(list, last.id) : null };
  });

  service.serve(auditRoutes.export, async ({ query: { format, ...filter } }) => {
    const entries = allEntries(audit, filter);
    const day = new Date().toISOString().slice(0, 10);
    return format === 'csv'
      ? bytes(Readable.from(csvLines(entries)), {
          contentType: 'text/csv; charset=utf-8',
          cacheControl: 'no-store',
          fileName: `marquee-audit-${day}.csv`,
        })
      : bytes(Readable.from(jsonLines(entries)), {
          contentType: 'application/x-ndjson; charset=utf-8',
          cacheControl: 'no-store',
          fileName: `marquee-audit-${day}.ndjson`,
        });
  });
}

const nameOf = ({ actor, action, outcome, search, from, until }: AuditFilter): string =>
  listName({ list: 'audit', actor, action, outcome, search, from, until });

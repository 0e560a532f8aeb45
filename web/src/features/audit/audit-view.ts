import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import type { AuditFilter } from '../../api/audit.ts';

export const groups = ['session', 'user', 'api-key', 'settings', 'setup', 'signing-key'] as const;
export const ranges = ['hour', 'day', 'week', 'month', 'own'] as const;
export const outcomes = ['done', 'refused'] as const;

const HOUR_MS = 3_600_000;
const spans = { hour: HOUR_MS, day: 24 * HOUR_MS, week: 168 * HOUR_MS, month: 720 * HOUR_MS };

const Day = z.iso.date().optional().catch(undefined);
const AuditView = z.object({
  search: z.string().max(100).optional().catch(undefined),
  group: z.enum(groups).optional().catch(undefined),
  outcome: z.enum(outcomes).optional().catch(undefined),
  actor: z.string().max(64).optional().catch(undefined),
  range: z.enum(ranges).optional().catch(undefined),
  from: Day,
  until: Day,
});
export type AuditView = z.infer<typeof AuditView>;
export type ChangeView = (next: { [K in keyof AuditView]?: AuditView[K] | undefined }) => void;

/** What is looked at stands in the address, so that it can be kept and sent on. */
export function useAuditView(): { view: AuditView; change: ChangeView; clear(): void } {
  const [search, setSearch] = useSearchParams();
  const view = useMemo(() => AuditView.parse(Object.fromEntries(search)), [search]);
  const change: ChangeView = (next) => {
    const kept = Object.entries({ ...view, ...next }).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    );
    setSearch(Object.fromEntries(kept), { replace: true });
  };
  return { view, change, clear: () => setSearch({}, { replace: true }) };
}

/** The view as Marquee is asked for it; days are whole days of the reader's own calendar. */
export function filterOf(view: AuditView, now: number): AuditFilter {
  const { search, group, outcome, actor, range, from, until } = view;
  return {
    ...(search && { search }),
    ...(group && { action: `${group}.` }),
    ...(outcome && { outcome }),
    ...(actor && { actor }),
    ...(range && range !== 'own' && { from: new Date(now - spans[range]).toISOString() }),
    ...(range === 'own' && from && { from: new Date(`${from}T00:00:00`).toISOString() }),
    ...(range === 'own' && until && { until: new Date(`${until}T23:59:59.999`).toISOString() }),
  };
}

export function isFiltered(view: AuditView): boolean {
  return Object.values(view).some((value) => value !== undefined);
}

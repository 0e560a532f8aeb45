import { ConfigVersion, FileId, VersionId } from '@marquee/contracts';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import type { VersionFilter } from '../../api/config-history.ts';
import { branchOf } from './of-branch.ts';

const HistoryView = z.object({
  search: z.string().max(100).optional().catch(undefined),
  origin: ConfigVersion.shape.origin.optional().catch(undefined),
  by: z.string().max(200).optional().catch(undefined),
  /** Only versions of this file. */
  of: FileId.optional().catch(undefined),
  version: VersionId.optional().catch(undefined),
  /** Absent: the version before. */
  against: z
    .union([z.literal('now'), VersionId, z.string().refine((text) => branchOf(text) !== undefined)])
    .optional()
    .catch(undefined),
  /** The file whose difference is shown. */
  file: FileId.optional().catch(undefined),
});
export type HistoryView = z.infer<typeof HistoryView>;
export type ChangeHistoryView = (next: { [K in keyof HistoryView]?: HistoryView[K] | undefined }) => void;

/** What is looked at stands in the address, so that it can be kept and sent on. */
export function useHistoryView(): { view: HistoryView; change: ChangeHistoryView } {
  const [search, setSearch] = useSearchParams();
  const view = useMemo(() => HistoryView.parse(Object.fromEntries(search)), [search]);
  const change: ChangeHistoryView = (next) => {
    const kept = Object.entries({ ...view, ...next }).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    );
    setSearch(Object.fromEntries(kept), { replace: true });
  };
  return { view, change };
}

export const noFilter = { search: undefined, origin: undefined, by: undefined, of: undefined };

export function filterOf({ search, origin, by, of }: HistoryView): VersionFilter {
  return {
    ...(search && { search }),
    ...(origin && { origin }),
    ...(by && { by }),
    ...(of && { fileId: of }),
  };
}

export const isFiltered = (view: HistoryView): boolean => Object.keys(filterOf(view)).length > 0;

import type { ConfigFileChange, ConfigVersion } from '@marquee/contracts';
import { skipToken } from '@reduxjs/toolkit/query';
import { useConfigBranchesQuery } from '../../api/config-branches.ts';
import { useConfigVersionTextQuery } from '../../api/config-files.ts';
import {
  useConfigVersionQuery,
  useFileComparisonQuery,
  useFolderComparisonQuery,
} from '../../api/config-history.ts';
import { branchOf } from './of-branch.ts';

/** One of two that are compared: a version of the folder, or the newest one of a branch. */
interface Compared {
  id: string;
  savedAt: string;
  branch?: string;
}

/** What a version is compared with; two versions stand in the order in which they were made. */
export type Difference =
  | { kind: 'before'; version: ConfigVersion }
  | { kind: 'now'; version: ConfigVersion }
  | { kind: 'versions'; from: Compared; to: Compared };

/** `gone`: there is no such branch any more. */
export function useDifference(version: ConfigVersion, against: string | undefined) {
  const branch = branchOf(against);
  const isOther = against !== undefined && against !== 'now' && against !== version.id;
  const one = useConfigVersionQuery(isOther && branch === undefined ? { versionId: against } : skipToken);
  const all = useConfigBranchesQuery(undefined, { skip: branch === undefined });
  if (against === 'now') return { difference: { kind: 'now', version } satisfies Difference };
  if (!isOther) return { difference: { kind: 'before', version } satisfies Difference };
  const found = all.data?.find(({ name }) => name === branch);
  if (branch !== undefined && all.data && !found) return { gone: branch };
  const other: Compared | undefined = found
    ? { id: found.versionId, savedAt: found.changedAt, branch: found.name }
    : one.currentData;
  if (!other) return { error: branch === undefined ? one.error : all.error };
  const [from, to] = other.savedAt <= version.savedAt ? [other, version] : [version, other];
  return { difference: { kind: 'versions', from, to } satisfies Difference };
}

const sidesOf = (difference: Difference) => {
  if (difference.kind === 'before') return skipToken;
  if (difference.kind === 'now') return { from: difference.version.id };
  return { from: difference.from.id, to: difference.to.id };
};

/** The files that differ. */
export function useChangedFiles(difference: Difference) {
  const { currentData, error, refetch } = useFolderComparisonQuery(sidesOf(difference));
  const files: readonly ConfigFileChange[] | undefined =
    difference.kind === 'before' ? difference.version.files : currentData?.files;
  return { files, error, refetch };
}

/** Both texts of a file. */
export function useTexts(difference: Difference, fileId: string) {
  const sides = sidesOf(difference);
  const one = useConfigVersionTextQuery(
    difference.kind === 'before' ? { versionId: difference.version.id, fileId } : skipToken,
  );
  const two = useFileComparisonQuery(sides === skipToken ? skipToken : { ...sides, fileId });
  if (difference.kind === 'before') {
    const { currentData, error, refetch } = one;
    return {
      texts: currentData && { path: currentData.path, before: currentData.before, after: currentData.text },
      ...{ error, refetch },
    };
  }
  const { currentData, error, refetch } = two;
  return { texts: currentData, error, refetch };
}

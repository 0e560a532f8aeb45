import { useMemo } from 'react';
import { useConfigFilesQuery } from '../../../api/config-files.ts';
import { usePresentBranch } from './present-branch.ts';

const none: readonly string[] = [];

/** Pictures and fonts are in no version: what a branch says of them is said of those in the folder. */
export function useFilesBeside(): readonly string[] {
  const skip = usePresentBranch() === undefined;
  const { data: files } = useConfigFilesQuery({}, { skip });
  return useMemo(() => files?.filter(({ editable }) => !editable).map(({ path }) => path) ?? none, [files]);
}

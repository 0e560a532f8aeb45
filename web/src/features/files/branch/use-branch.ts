import { useConfigBranchesQuery } from '../../../api/config-branches.ts';

/** What is known of the branch that is looked at. */
export function useBranch(name: string | undefined, mayEdit: boolean) {
  const skip = name === undefined || !mayEdit;
  const { data: branches } = useConfigBranchesQuery(undefined, { skip, refetchOnMountOrArgChange: 30 });
  return branches?.find((branch) => branch.name === name);
}

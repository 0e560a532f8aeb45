import type { ConfigBranch } from '@marquee/contracts';
import { ofBranch } from '../history/of-branch.ts';

export const mergeAddress = (name: string): string => `/files/branches/${encodeURIComponent(name)}/merge`;

/** What the branch changed since it and the folder were the same. */
export const branchHistoryAddress = ({ name, baseId }: ConfigBranch): string =>
  `/files/history?${new URLSearchParams({ version: baseId, against: ofBranch(name) })}`;

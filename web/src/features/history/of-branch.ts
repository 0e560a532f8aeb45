const PREFIX = 'branch:';

/** How the address of the history names a branch as what a version is compared with: it stays true when the branch grows. */
export const ofBranch = (name: string): string => PREFIX + name;

export const branchOf = (against: string | undefined): string | undefined =>
  against?.startsWith(PREFIX) ? against.slice(PREFIX.length) : undefined;

import type { ConfigBranch, ConfigVersion } from '@marquee/contracts';
import type { Branch, Branches } from '../history/branches.ts';
import { changesBetween } from '../history/changes-between.ts';
import { noteOf } from '../history/commit-words.ts';
import { changeView, versionView } from '../history/view-version.ts';

export async function branchView(branches: Branches, branch: Branch): Promise<ConfigBranch> {
  const { author, at } = noteOf(branch.commit);
  const changes = changesBetween(await branches.filesInCommon(branch), await branches.files(branch));
  return {
    ...{ name: branch.name, versionId: branch.head, baseId: branch.base, by: author },
    ...{ changedAt: at.toISOString(), files: changes.map(changeView) },
    behind: await branches.behind(branch),
  };
}

export async function wholeBranchView(
  branches: Branches,
  branch: Branch,
): Promise<ConfigBranch & { versions: ConfigVersion[] }> {
  const versions = (await branches.versions(branch)).map(versionView);
  return { ...(await branchView(branches, branch)), versions };
}

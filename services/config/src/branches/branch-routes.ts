import { configBranchRoutes, problem } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';
import { noteEscapes } from '../files/note-escapes.ts';
import { OUTSIDE } from '../history/commit-words.ts';
import { changeView } from '../history/view-version.ts';
import { byWhom } from '../resources/by-whom.ts';
import type { BranchPorts } from './branch-ports.ts';
import { branchView, wholeBranchView } from './branch-view.ts';
import { mergeBranch } from './merge-branch.ts';
import { type PlanPorts, planFile, planMerge } from './plan-merge.ts';

export function serveBranches(service: Pick<ServiceApp, 'serve'>, ports: PlanPorts): void {
  const { saving } = ports;
  const { branches, outside } = saving;
  const serve = noteEscapes(service.serve);
  const look = async (name: string) => {
    await outside.noteAll();
    return await branches.find(name);
  };

  serve(configBranchRoutes.list, async () => {
    await outside.noteAll();
    return await Promise.all((await branches.list()).map((branch) => branchView(branches, branch)));
  });
  serve(configBranchRoutes.read, async ({ params }) => wholeBranchView(branches, await look(params.branch)));
  serve(configBranchRoutes.make, ({ body, principal }) =>
    makeBranch(saving, { ...body, ...byWhom(principal) }),
  );
  serve(configBranchRoutes.remove, ({ params, principal }) =>
    removeBranch(saving, { ...params, by: principal.id }),
  );
  serve(configBranchRoutes.plan, async ({ params }) => {
    const branch = await look(params.branch);
    const files = (await planMerge(ports, branch)).map(({ change, state, conflicts, why }) => ({
      ...{ ...changeView(change), state, conflicts: conflicts.length, why },
    }));
    return { versionId: branch.folder, branchVersionId: branch.head, files };
  });
  serve(configBranchRoutes.planFile, async ({ params }) => {
    const { change, ...planned } = await planFile(ports, await look(params.branch), params.fileId);
    return { path: change.path, ...planned };
  });
  serve(configBranchRoutes.merge, ({ params, body, principal }) =>
    mergeBranch(ports, { ...params, ...body, ...byWhom(principal) }),
  );
}

async function makeBranch(
  { branches, history, outside, clock, announceBranch }: BranchPorts,
  { name, from, by, author }: { name: string; from?: string | undefined; by: string; author: string },
) {
  await outside.noteAll();
  const at = clock();
  const empty = { author: OUTSIDE, origin: OUTSIDE, message: 'An empty folder', at } as const;
  const newest = await history.begin(empty);
  return await branches.inTurn(name, async () => {
    const branch = await branches.make(name, from ?? newest, { by, author, at });
    await announceBranch({ branch: name, versionId: branch.head, by });
    return await branchView(branches, branch);
  });
}

async function removeBranch(
  { branches, announceBranch }: BranchPorts,
  { branch: name, by }: { branch: string; by: string },
) {
  return await branches.inTurn(name, async () => {
    const branch = await branches.find(name);
    // What somebody has pushed just now they will want to look at first.
    if (!(await branches.remove(branch))) throw problem('request.precondition-failed');
    await announceBranch({ branch: name, versionId: null, by });
    return { versionId: branch.head };
  });
}

import { configProblemRoutes } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';
import type { BranchPorts } from '../branches/branch-ports.ts';
import { mergeFile } from '../merging/merge-file.ts';
import type { Desk } from './deskwork.ts';
import type { Problems } from './list-problems.ts';

export function serveProblems(
  { serve }: Pick<ServiceApp, 'serve'>,
  { saving, desk, problems }: { saving: BranchPorts; desk: Desk; problems: Problems },
): void {
  serve(configProblemRoutes.problems, ({ query }) => problems.list(query.fileId));
  serve(configProblemRoutes.merge, ({ params, query, body }) =>
    mergeFile({ saving, desk }, { ...params, ...query, ...body }),
  );
}

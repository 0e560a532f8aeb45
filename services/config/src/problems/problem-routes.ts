import { configProblemRoutes } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';
import type { SavePorts } from '../files/save-file.ts';
import { mergeFile } from '../merging/merge-file.ts';
import type { Desk } from './deskwork.ts';
import type { Problems } from './list-problems.ts';

export function serveProblems(
  { serve }: Pick<ServiceApp, 'serve'>,
  { saving, desk, problems }: { saving: SavePorts; desk: Desk; problems: Problems },
): void {
  serve(configProblemRoutes.problems, ({ query }) => problems.list(query.fileId));
  serve(configProblemRoutes.merge, ({ params, body }) => mergeFile({ saving, desk }, { ...params, ...body }));
}

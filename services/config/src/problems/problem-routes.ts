import { configProblemRoutes } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';
import type { SavePorts } from '../files/save-file.ts';
import { mergeFile } from '../merging/merge-file.ts';
import type { Desk } from './deskwork.ts';
import { createProblems } from './list-problems.ts';

export function serveProblems(
  { serve }: Pick<ServiceApp, 'serve'>,
  { saving, desk }: { saving: SavePorts; desk: Desk },
): void {
  const problems = createProblems({ ...saving, desk });
  serve(configProblemRoutes.problems, ({ query }) => problems(query.fileId));
  serve(configProblemRoutes.merge, ({ params, body }) => mergeFile({ saving, desk }, { ...params, ...body }));
}

import type { CheckedText } from '../checking/messages.ts';
import type { FileProblem } from '../checking/problem.ts';

export type Severity = FileProblem['severity'];

export interface ProblemGroup {
  path: string;
  problems: readonly FileProblem[];
}

const weight = { error: 0, warning: 1, info: 2 } as const;

/** What is wrong by file, the worst files first; within a file from top to bottom. */
export function groupsOf(checked: readonly CheckedText[], only: Severity | 'all'): ProblemGroup[] {
  const worst = ({ problems }: ProblemGroup) => Math.min(...problems.map(({ severity }) => weight[severity]));
  return checked
    .map(
      ([path, problems]): ProblemGroup => ({
        path,
        problems: problems.filter(({ severity }) => only === 'all' || severity === only),
      }),
    )
    .filter(({ problems }) => problems.length > 0)
    .sort((one, other) => worst(one) - worst(other) || one.path.localeCompare(other.path));
}

export function countsOf(checked: readonly CheckedText[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const [, problems] of checked) for (const { severity } of problems) counts[severity] += 1;
  return counts;
}

/** How many errors each file has, for those that have any. */
export function errorsByFile(checked: readonly CheckedText[]): Map<string, number> {
  return new Map(
    checked.flatMap(([path, problems]) => {
      const errors = problems.filter(({ severity }) => severity === 'error').length;
      return errors > 0 ? [[path, errors] as const] : [];
    }),
  );
}

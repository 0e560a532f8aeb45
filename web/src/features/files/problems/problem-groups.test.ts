import type { CheckedText } from '../checking/messages.ts';
import type { FileProblem } from '../checking/problem.ts';
import { countsOf, errorsByFile, groupsOf } from './problem-groups.ts';

const problem = (severity: FileProblem['severity'], line: number): FileProblem => ({
  ...{ severity, line, column: 1, endLine: line, endColumn: 2, code: 'config.x', message: `at ${line}` },
});
const checked: CheckedText[] = [
  ['a.yml', [problem('warning', 1), problem('info', 2)]],
  ['b.yml', [problem('warning', 3), problem('error', 9)]],
  ['c.yml', []],
];

test('files with errors come first, files in order not at all', () => {
  expect(groupsOf(checked, 'all').map(({ path }) => path)).toEqual(['b.yml', 'a.yml']);
});

test('one kind alone', () => {
  const [group, ...others] = groupsOf(checked, 'error');
  expect(group).toMatchObject({ path: 'b.yml', problems: [{ line: 9 }] });
  expect(others).toEqual([]);
});

test('all are counted', () => {
  expect(countsOf(checked)).toEqual({ error: 1, warning: 2, info: 1 });
  expect([...errorsByFile(checked)]).toEqual([['b.yml', 1]]);
});

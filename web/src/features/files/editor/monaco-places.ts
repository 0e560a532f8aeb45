import type { Range } from '../checking/problem.ts';
import { monaco } from './monaco.ts';

export const uriOf = (path: string): monaco.Uri => monaco.Uri.from({ scheme: 'config', path: `/${path}` });
export const pathOf = (uri: monaco.Uri): string => uri.path.slice(1);

export function rangeOf(range: Range): monaco.IRange {
  return {
    startLineNumber: range.line,
    startColumn: range.column,
    endLineNumber: range.endLine,
    endColumn: range.endColumn,
  };
}

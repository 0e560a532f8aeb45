import { checkPath } from './config-path.ts';
import { isTextKind, kindOfFile } from './file-kind.ts';
import { isSkipped } from './skipped.ts';

/** Whether a text may be under this path: people may push what they like into the history. */
export function isTextPath(path: string): boolean {
  const verdict = checkPath(path);
  return verdict.ok && isTextKind(kindOfFile(path)) && !isSkipped(verdict.segments);
}

import { kindOfFile } from '../files/file-kind.ts';
import type { Desk } from '../problems/deskwork.ts';
import { work } from '../resources/work.ts';

/** Lines that do not meet may still say a thing twice: what cannot be read after a merge though it could be before. */
export async function faultOf(
  desk: Desk,
  path: string,
  { before, after }: { before: readonly string[]; after: string },
): Promise<{ message: string; line: number } | null> {
  if (kindOfFile(path) !== 'yaml') return null;
  const fault = await work(desk, { kind: 'yaml-fault', text: after });
  if (fault === null) return null;
  const faults = await Promise.all(before.map((text) => work(desk, { kind: 'yaml-fault', text })));
  return faults.every((one) => one === null) ? fault : null;
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { GoldenCase, type RunCase } from './golden-case.ts';

export interface GoldenFolder {
  cases: GoldenCase[];
  /** Cases that we cannot read, with the reason: they count as differing. */
  unreadable: { id: string; reason: string }[];
}

/** Every case of a folder, in the order of their names. */
export async function readGolden(folder: string): Promise<GoldenFolder> {
  const names = (await readdir(join(folder, 'cases'))).sort();
  const cases: GoldenCase[] = [];
  const unreadable: GoldenFolder['unreadable'] = [];
  for (const id of names) {
    const text = await readFile(join(folder, 'cases', id, 'case.yml'), 'utf8');
    const parsed = GoldenCase.safeParse(parse(text, { maxAliasCount: 0 }));
    if (parsed.success) cases.push(parsed.data);
    else unreadable.push({ id, reason: parsed.error.issues.map(({ message }) => message).join('; ') });
  }
  return { cases, unreadable };
}

export function runCases(cases: readonly GoldenCase[]): RunCase[] {
  return cases.filter((one): one is RunCase => 'source' in one);
}

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the suites' Python parts are installed; a stamp for each says that it is among them. */
const venv = join(process.cwd(), 'node_modules/.cache/marquee/venv');

/**
 * Runs one of our reference scripts and gives the objects that it prints, one a line; undefined where the wanted part was
 * not installed. `python` is another Python that has it.
 */
export function askPython<T>(
  part: 'pillow' | 'ruamel.yaml',
  python: string | undefined,
  script: string,
  ...options: string[]
): T[] | undefined {
  if (python === undefined && !existsSync(join(venv, `${part}.stamp`))) return undefined;
  const answer = execFileSync(python ?? join(venv, 'bin/python'), [script, ...options], {
    maxBuffer: 2 ** 28,
  });
  return objectsIn<T>(answer.toString());
}

export function objectsIn<T>(lines: string): T[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

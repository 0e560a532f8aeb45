import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the suites' Python parts are installed; the stamp says that Pillow is among them. */
const venv = join(process.cwd(), 'node_modules/.cache/marquee/venv');

/**
 * Runs one of our reference scripts with Pillow and gives the objects that it prints, one a line; undefined where the
 * wanted Pillow was not installed. MARQUEE_PILLOW_PYTHON names another Python that has it.
 */
export function askPillow<T>(script: string, ...options: string[]): T[] | undefined {
  const other = process.env.MARQUEE_PILLOW_PYTHON;
  if (other === undefined && !existsSync(join(venv, 'pillow.stamp'))) return undefined;
  const answer = execFileSync(other ?? join(venv, 'bin/python'), [script, ...options], {
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

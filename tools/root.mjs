import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const inCi = process.env.CI === 'true';

/** Set-up talks on stderr only: stdout belongs to the command that the person asked for. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

import { createHash } from 'node:crypto';

const LIBRARY_LINES = 12_000;
const FIRST_LINE = /^# version (\d+) sha256 ([0-9a-f]{64})\n/;

/** A configuration of about 480 KB that carries its own version and checksum, so that a torn one shows. */
export function versionedYaml(version: number): string {
  const lines = Array.from(
    { length: LIBRARY_LINES },
    (_, n) => `  Library ${n} of ${version}: {sort: ${n % 9}}`,
  );
  const body = `libraries:\n${lines.join('\n')}\n`;
  return `# version ${version} sha256 ${createHash('sha256').update(body).digest('hex')}\n${body}`;
}

/** The version of a whole configuration; undefined for a torn one. */
export function versionOf(text: string): number | undefined {
  const [first, version, sha256] = FIRST_LINE.exec(text) ?? [];
  if (first === undefined) return undefined;
  const whole = createHash('sha256').update(text.slice(first.length)).digest('hex') === sha256;
  return whole ? Number(version) : undefined;
}

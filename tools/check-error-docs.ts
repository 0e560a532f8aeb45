import { readFileSync } from 'node:fs';
import { errorCodes, errorTable } from '@marquee/contracts';

/** Every error code stands in docs/errors.md with its status, and no other does. */
export default function checkErrorDocs(): string[] {
  const rows = [
    ...readFileSync('docs/errors.md', 'utf8').matchAll(/^\| `([a-z-]+\.[a-z-]+)` \| (\d{3}) \|/gm),
  ];
  const documented = new Map(rows.map(([, code, status]) => [code, Number(status)]));
  const faults: string[] = [];
  for (const code of errorCodes) {
    if (documented.get(code) !== errorTable[code].status) {
      faults.push(`docs/errors.md does not have \`${code}\` with status ${errorTable[code].status}`);
    }
    documented.delete(code);
  }
  for (const code of documented.keys()) faults.push(`docs/errors.md has \`${code}\`, which no code answers`);
  return faults;
}

import { writeFileSync } from 'node:fs';
import { errorCodes, errorTable } from '@marquee/contracts';

const head = `# Error codes

Every failed answer carries one of these in \`error.code\`; \`error.details\` says what, where and how to mend it.
Printed from \`packages/contracts/src/errors.ts\` by \`npm run docs\`.

| code | status | meaning | what you can do |
|---|---|---|---|
`;

export default function printErrorDocs(): void {
  const rows = [...errorCodes]
    .sort()
    .map(
      (code) =>
        `| \`${code}\` | ${errorTable[code].status} | ${errorTable[code].title} | ${errorTable[code].mend} |`,
    );
  writeFileSync('docs/errors.md', `${head}${rows.join('\n')}\n`);
}

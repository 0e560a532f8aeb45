import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openTools } from '@marquee/renderer';
import { type FidelityOptions, runFidelity } from '../fidelity/run-fidelity.ts';
import type { Installation } from '../installation.ts';

const SHOWN = 40;

/** Prints what differs, and one line that counts what does not. The exit code says whether all is the same. */
export async function fidelity(
  folder: string,
  options: FidelityOptions,
  { engineFolder }: Installation,
): Promise<number> {
  if (!existsSync(join(engineFolder, 'freetype.wasm')))
    process.stderr.write(
      'The exact text engine was not built here, so text will differ: see packages/overlay/freetype/README.md\n',
    );
  const tools = await openTools({ engine: engineFolder });
  const { text } = tools.open();
  const { line, findings } = await runFidelity(folder, options, {
    parts: { text, pixels: tools.pixels },
    codec: tools.codec,
  });
  for (const { id, check } of findings.slice(0, SHOWN))
    process.stdout.write(`${id}: ${check.subject}, ${check.what}: ${check.detail}\n`);
  if (findings.length > SHOWN) process.stdout.write(`… and ${findings.length - SHOWN} more\n`);
  process.stdout.write(`${line}\n`);
  return findings.length === 0 ? 0 : 1;
}

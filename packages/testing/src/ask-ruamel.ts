import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askPython } from './ask-python.ts';

/** Asks a script that needs ruamel.yaml about texts; MARQUEE_RUAMEL_PYTHON names another Python that has it. */
export function askRuamel<T>(script: string, texts: readonly string[]): T[] | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'marquee-ruamel-'));
  try {
    const file = join(folder, 'texts.json');
    writeFileSync(file, JSON.stringify(texts));
    return askPython<T>('ruamel.yaml', process.env.MARQUEE_RUAMEL_PYTHON, script, file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

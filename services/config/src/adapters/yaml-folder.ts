import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Logger } from '@marquee/service-kit';
import { errnoOf } from './folder-problems.ts';

/** What the .yml files of a folder that comes along hold; read once, as they change with the product only. */
export function yamlFolder<T>(
  folder: string,
  log: Logger,
  readOne: (id: string, source: string) => T,
): () => Promise<T[]> {
  let reading: Promise<T[]> | undefined;
  const read = async () => {
    const names = await readdir(folder).catch((cause: unknown) => {
      if (errnoOf(cause) !== 'ENOENT') throw cause;
      log.warn({ folder }, 'No templates came along');
      return [];
    });
    const files = names.filter((name) => name.endsWith('.yml')).sort();
    const found = await Promise.all(
      files.map(async (name) => {
        const source = await readFile(join(folder, name), 'utf8');
        try {
          return [readOne(basename(name, '.yml'), source)];
        } catch (cause) {
          log.error({ err: cause, name }, 'A template cannot be read');
          return [];
        }
      }),
    );
    return found.flat();
  };
  return () => {
    reading ??= read().catch((cause: unknown) => {
      reading = undefined;
      throw cause;
    });
    return reading;
  };
}

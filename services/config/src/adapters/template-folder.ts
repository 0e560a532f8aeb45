import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Logger } from '@marquee/service-kit';
import { readTemplate } from '../overlays/templates/read-template.ts';
import type { ShippedTemplates } from '../overlays/templates/shipped-templates.ts';
import { errnoOf } from './folder-problems.ts';

/** The templates of a folder, and the pictures in `images` beside it; read once, as they change with the product only. */
export function templateFolder(folder: string, log: Logger): ShippedTemplates {
  const images = join(folder, '../images');
  let pictures: Promise<string[]> | undefined;
  let reading: ReturnType<ShippedTemplates['list']> | undefined;

  const read = async () => {
    const names = await readdir(folder).catch((cause: unknown) => {
      if (errnoOf(cause) !== 'ENOENT') throw cause;
      log.warn({ folder }, 'No overlay templates came along');
      return [];
    });
    const files = names.filter((name) => name.endsWith('.yml')).sort();
    const templates = await Promise.all(
      files.map(async (name) => {
        const source = await readFile(join(folder, name), 'utf8');
        try {
          return [readTemplate(basename(name, '.yml'), source)];
        } catch (cause) {
          log.error({ err: cause, name }, 'An overlay template cannot be read');
          return [];
        }
      }),
    );
    return templates.flat();
  };

  return {
    list() {
      reading ??= read().catch((cause: unknown) => {
        reading = undefined;
        throw cause;
      });
      return reading;
    },
    async picture(name) {
      pictures ??= readdir(images).catch((cause: unknown) => {
        if (errnoOf(cause) === 'ENOENT') return [];
        pictures = undefined;
        throw cause;
      });
      return (await pictures).includes(name) ? readFile(join(images, name)) : undefined;
    },
  };
}

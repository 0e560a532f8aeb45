import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '@marquee/service-kit';
import { readTemplate } from '../overlays/templates/read-template.ts';
import type { ShippedTemplates } from '../overlays/templates/shipped-templates.ts';
import { errnoOf } from './folder-problems.ts';
import { yamlFolder } from './yaml-folder.ts';

/** The templates of a folder, and the pictures in `images` beside it. */
export function templateFolder(folder: string, log: Logger): ShippedTemplates {
  const images = join(folder, '../images');
  let pictures: Promise<string[]> | undefined;
  return {
    list: yamlFolder(folder, log, readTemplate),
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

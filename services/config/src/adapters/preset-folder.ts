import type { Logger } from '@marquee/service-kit';
import { readPreset } from '../block-templates/read-preset.ts';
import type { ShippedBlocks } from '../block-templates/shipped-blocks.ts';
import { yamlFolder } from './yaml-folder.ts';

export const presetFolder = (folder: string, log: Logger): ShippedBlocks => ({
  list: yamlFolder(folder, log, readPreset),
});

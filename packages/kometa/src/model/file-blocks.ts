import type { FileKind } from './default-files.ts';
import type { KeySpec, KeyTable, ValueSpec } from './key-spec.ts';
import { flag, of, schedule, text, texts } from './specs.ts';

/** Where a file block takes its files from. */
export const locations: KeyTable = {
  file: text('Path of a file.'),
  folder: text('Path of a folder; its .yml and .yaml files are read, those of folders in it are not.'),
  url: text('Address of a file.'),
  git: text('Path of a file in Kometa’s Community-Configs.'),
  repo: text('Path of a file in the repository of settings.custom_repo.'),
  default: text('Name of one of Kometa’s own files.'),
  pmm: text('The old name of default.', { renamedTo: 'default' }),
};

const movedTo = 'the library';
const overlayLeftovers: KeyTable = {
  remove_overlays: flag(false, 'Removes overlays.', { movedTo }),
  remove_overlay: flag(false, 'Removes overlays.', { movedTo }),
  revert_overlays: flag(false, 'Removes overlays.', { movedTo }),
  reapply_overlays: flag(false, 'Draws overlays anew.', { movedTo }),
  reapply_overlay: flag(false, 'Draws overlays anew.', { movedTo }),
  reset_overlays: of(texts, 'Takes posters anew.', { movedTo }),
  reset_overlay: of(texts, 'Takes posters anew.', { movedTo }),
  schedule: schedule('When overlays are drawn.', { movedTo: 'the library, as schedule_overlays,' }),
};

function fileBlockKeys(kind: FileKind): KeyTable {
  const { default: own, pmm, ...elsewhere } = locations as Record<'default' | 'pmm', KeySpec>;
  return {
    ...elsewhere,
    ...(kind === 'metadata' ? {} : { default: own, pmm }),
    template_variables: of(
      { type: 'dictionary', of: { type: 'any' } },
      'What templates of the file are given.',
    ),
    schedule: schedule('When the file is read.'),
    asset_directory: of(texts, 'Folders with your own pictures for what the file defines.'),
    ...(kind === 'overlay' ? overlayLeftovers : {}),
  };
}

/** A list of blocks, one block, or plain paths. */
export function fileBlocks(kind: FileKind): ValueSpec {
  return {
    type: 'list',
    of: { type: 'either', of: [{ type: 'map', keys: fileBlockKeys(kind) }, { type: 'text' }] },
    oneIsEnough: true,
  };
}

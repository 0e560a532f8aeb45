import { type OverlayImageRef, Problem } from '@marquee/contracts';
import type { ConfigFolder } from '../../files/config-folder.ts';
import type { ShippedTemplates } from '../templates/shipped-templates.ts';
import type { ReadText } from './read-cached.ts';

/**
 * Kometa looks for pictures in its own folder only: those of ours that a file names are laid there before the file is
 * saved. What lies there already stays as it is.
 */
export async function layPictures(
  { entries }: Pick<ReadText, 'entries'>,
  { folder, templates }: { folder: ConfigFolder; templates: ShippedTemplates },
): Promise<void> {
  const named = new Set(
    entries.flatMap(({ definition }) => {
      const name = definition?.image ? nameInOverlays(definition.image) : undefined;
      return name === undefined ? [] : [name];
    }),
  );
  for (const name of named) {
    const path = `overlays/${name}`;
    const picture = await templates.picture(name);
    if (picture === undefined || (await folder.look(path)) !== undefined) continue;
    await folder.create(path, picture).catch((cause: unknown) => {
      // Somebody else laid it there meanwhile.
      if (!(cause instanceof Problem) || cause.code !== 'config.file-exists') throw cause;
    });
  }
}

/** As Kometa's users write the way to a picture of the config folder's `overlays`. */
function nameInOverlays({ from, value }: OverlayImageRef): string | undefined {
  if (from === 'name') return `${value}.png`;
  return from === 'file' ? /^(?:\/?config\/|\.\/)?overlays\/([^/]+\.png)$/.exec(value)?.[1] : undefined;
}

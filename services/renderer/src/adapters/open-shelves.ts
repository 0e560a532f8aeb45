import { join } from 'node:path';
import type { Blobs } from '@marquee/service-kit';
import type { RendererPorts } from '../ports.ts';
import { folderShelf } from './folder-shelf.ts';

/** Fonts and pictures of the user's Kometa, where it is known, and those that we bring along. */
export function openShelves({
  blobs,
  kometa,
  defaults,
  now,
}: {
  blobs: Pick<Blobs, 'put'>;
  /** Kometa's program folder. */
  kometa: string | undefined;
  /** As the build lays it out. */
  defaults: string;
  now: () => number;
}): RendererPorts['shelves'] {
  const shelf = (source: 'kometa' | 'shipped', fonts: string, images: string) =>
    folderShelf({ source, fonts, images, blobs, now });
  const shipped = shelf('shipped', join(defaults, 'fonts'), join(defaults, 'overlays/images'));
  if (kometa === undefined || kometa === '') return { shipped };
  return {
    shipped,
    kometa: shelf('kometa', join(kometa, 'fonts'), join(kometa, 'defaults/overlays/images')),
  };
}

import type { OverlayImageRef, OverlaySet } from '@marquee/contracts';
import { findFont, findImage } from './find-asset.ts';
import type { Shelf, ShelfFile } from './shelf.ts';

/** Blobs by what definitions call them. */
export interface JobAssets {
  fonts: Record<string, string>;
  images: Record<string, string>;
}

/** All shelves as one; what stands in an earlier one comes first. */
export interface AssetLibrary {
  files(): Promise<ShelfFile[]>;
  /** Lays what the definitions name among the blobs. `anew` also what was laid there before: blobs may go. */
  put(sets: readonly OverlaySet[], anew?: boolean): Promise<JobAssets>;
  hashOf(file: ShelfFile): Promise<string | undefined>;
}

export function createAssetLibrary(shelves: Partial<Record<ShelfFile['source'], Shelf>>): AssetLibrary {
  const order = ['kometa', 'config', 'shipped'] as const;
  const known = new Map<string, string>();

  async function files(): Promise<ShelfFile[]> {
    return (await Promise.all(order.map(async (source) => (await shelves[source]?.list()) ?? []))).flat();
  }

  async function hashes(wanted: readonly ShelfFile[], anew: boolean): Promise<void> {
    const missing = [...new Set(wanted)].filter((file) => anew || !known.has(nameOf(file)));
    await Promise.all(
      order.map(async (source) => {
        const theirs = missing.filter((file) => file.source === source);
        if (theirs.length === 0) return;
        const put = await shelves[source]?.put(theirs);
        for (const [file, hash] of put ?? []) known.set(nameOf(file), hash);
      }),
    );
  }

  return {
    files,
    async put(sets, anew = false) {
      const definitions = sets.flatMap((set) => set.definitions);
      if (definitions.length === 0) return { fonts: {}, images: {} };
      const listed = await files();
      const fonts = new Map<string, ShelfFile>();
      const images = new Map<string, ShelfFile>();
      for (const { kind, font, image } of definitions) {
        const file = kind === 'text' ? findFont(font, listed) : undefined;
        if (file !== undefined) fonts.set(font ?? '', file);
        const picture = image === null ? undefined : findImage(image, listed);
        if (image !== null && picture !== undefined) images.set(imageName(image), picture);
      }
      await hashes([...fonts.values(), ...images.values()], anew);
      return { fonts: hashed(fonts, known), images: hashed(images, known) };
    },
    async hashOf(file) {
      await hashes([file], true);
      return known.get(nameOf(file));
    },
  };
}

export const imageName = ({ from, value }: OverlayImageRef): string => `${from}:${value}`;

const nameOf = ({ source, kind, name, version }: ShelfFile): string =>
  JSON.stringify([source, kind, name, version]);

function hashed(
  files: ReadonlyMap<string, ShelfFile>,
  known: ReadonlyMap<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    [...files].flatMap(([reference, file]) => {
      const hash = known.get(nameOf(file));
      return hash === undefined ? [] : [[reference, hash]];
    }),
  );
}

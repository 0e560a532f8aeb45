import { createHash } from 'node:crypto';
import type { Blobs, Logger } from '@marquee/service-kit';
import type { PlexServer } from '../servers/plex-servers.ts';
import { pictureTypeOf } from './picture-type.ts';
import type { Picture, Pictures } from './pictures.ts';
import { createSingleFlight } from './single-flight.ts';
import { createTurns } from './turns.ts';

/** One picture of one version: its bytes never change. */
export interface ImageSource {
  server: PlexServer;
  /** Unique together with the server: item, kind and version, or item and poster. */
  name: string;
  /** Where Plex has it, as Plex itself said; never from a caller. */
  address: string;
}

export interface SizedImages {
  /** The picture in this width; the original when there is none. */
  get(source: ImageSource, width: number | undefined): Promise<Picture>;
}

// In the cache's names and so in the ETags: raise it when the way of sizing changes.
const RECIPE = 'jpeg82-1';
/** At a time, so that a scrolled grid does not flood Plex or our memory. */
const DOWNLOADS = 8;

export function createSizedImages({
  blobs,
  pictures,
  log,
}: {
  blobs: Blobs;
  pictures: Pictures;
  log: Logger;
}): SizedImages {
  const once = createSingleFlight<Picture>();
  const downloading = createTurns(DOWNLOADS);

  // The cache is a help, never a condition: without it pictures are sized again.
  const withoutCache = (cause: unknown) => {
    log.warn({ err: cause }, 'The picture cache does not answer');
    return undefined;
  };

  const make = async ({ server, address }: ImageSource, width: number | undefined): Promise<Picture> => {
    const original = await downloading(() => server.client.images.download(address));
    return width === undefined
      ? await pictures.examine(original.bytes)
      : await pictures.shrink(original.bytes, width);
  };

  return {
    get(source, width) {
      const name = nameOf(source, width);
      return once(name, async () => {
        const kept = await blobs.getNamed(name).catch(withoutCache);
        const contentType = kept && pictureTypeOf(kept.bytes);
        if (kept !== undefined && contentType !== undefined) return { bytes: kept.bytes, contentType };
        const made = await make(source, width);
        await blobs.putNamed(name, made.bytes, made.contentType).catch(withoutCache);
        return made;
      });
    },
  };
}

/** Known before a byte was read, so that an unchanged picture costs nothing. */
export function etagOfImage(source: ImageSource, width: number | undefined): string {
  return `"${createHash('sha256').update(nameOf(source, width)).digest('base64url').slice(0, 27)}"`;
}

function nameOf({ server, name }: ImageSource, width: number | undefined): string {
  return JSON.stringify(['image', RECIPE, server.source, name, width ?? 'original']);
}

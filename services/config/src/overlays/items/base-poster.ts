import { createHash } from 'node:crypto';
import { problem } from '@marquee/contracts';
import { type PlexItem, pictureVersion } from '@marquee/plex';
import type { Blobs } from '@marquee/service-kit';
import type { ConfigFolder } from '../../files/config-folder.ts';
import { pictureTypeOf } from '../../images/picture-type.ts';
import type { VisibleItem } from '../../items/visible-item.ts';
import { hasOverlayLabel } from '../../matching/overlay-label.ts';

const MOST_POSTER_BYTES = 20_000_000;
/** In the order in which Kometa looks. */
const EXTENSIONS = ['png', 'jpg', 'webp'];

interface Picture {
  bytes: Uint8Array;
  contentType: string;
}
export interface BasePoster {
  source: 'plex' | 'original';
  /** Changes when the picture does; empty when there is no picture. */
  version: string;
  /** null: Plex has no picture of this item. */
  load: (() => Promise<Picture>) | null;
}

/**
 * The picture that Kometa would draw on: on an item that has its label the one it put aside, else what Plex shows now.
 * Asset folders are not looked at.
 */
export async function findBasePoster(
  folder: ConfigFolder,
  { server }: Pick<VisibleItem, 'server'>,
  item: PlexItem,
): Promise<BasePoster> {
  const original = hasOverlayLabel(item) ? await findOriginal(folder, item) : undefined;
  if (original !== undefined) return original;
  const { thumb } = item;
  const version = pictureVersion(thumb);
  if (thumb === null || version === null) return { source: 'plex', version: '', load: null };
  return {
    source: 'plex',
    version,
    load: async () => {
      const { bytes } = await server.client.images.download(thumb);
      if (bytes.length > MOST_POSTER_BYTES) throw tooLarge(bytes.length);
      return { bytes, contentType: typeOf(bytes) };
    },
  };
}

/** Among the blobs under a name of its own, so that it is fetched once. */
export async function keepBasePoster(
  blobs: Blobs,
  { server, ratingKey }: Pick<VisibleItem, 'server' | 'ratingKey'>,
  { source, version, load }: BasePoster,
): Promise<string | null> {
  if (load === null) return null;
  const name = JSON.stringify(['overlay-base', server.source, ratingKey, source, version]);
  const kept = await blobs.getNamed(name);
  if (kept !== undefined) return kept.info.hash;
  const { bytes, contentType } = await load();
  return (await blobs.putNamed(name, bytes, contentType)).hash;
}

async function findOriginal(folder: ConfigFolder, item: PlexItem): Promise<BasePoster | undefined> {
  if (item.sectionTitle === null) return undefined;
  for (const extension of EXTENSIONS) {
    const path = `overlays/${item.sectionTitle} Original Posters/${item.ratingKey}.${extension}`;
    const entry = await folder.look(path);
    if (entry === undefined) continue;
    const { sizeBytes, modifiedAt } = entry;
    if (sizeBytes > MOST_POSTER_BYTES) throw tooLarge(sizeBytes);
    return {
      source: 'original',
      version: hashOf(`${extension} ${sizeBytes} ${modifiedAt.getTime()}`),
      load: async () => {
        const { bytes } = await folder.read(path, MOST_POSTER_BYTES);
        return { bytes, contentType: typeOf(bytes) };
      },
    };
  }
  return undefined;
}

function typeOf(bytes: Uint8Array): string {
  const type = pictureTypeOf(bytes);
  if (type === undefined) {
    const message = 'The poster is not a JPEG, PNG or WebP picture.';
    throw problem('image.format', { details: [{ message }] });
  }
  return type;
}

function tooLarge(sizeBytes: number) {
  const message = `The poster is ${sizeBytes} bytes long; at most ${MOST_POSTER_BYTES} are taken.`;
  return problem('image.too-large', { details: [{ message }] });
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PosterOrder } from '../../art/compose.ts';
import { drawPoster } from '../../art/draw-poster.ts';
import type { PictureKind, PictureOwner, PictureSource, PlexItem, PlexState } from '../model.ts';

/** Drawing takes the processor; more at once would only make each wait for the other. */
const DRAWN_AT_ONCE = 2;
/** Grows when the artwork changes, so that an old cache is not shown. */
const ART_VERSION = 1;

type Items = Pick<PlexState, 'items'>;

/** What is drawn for an item, a collection or a playlist. */
export function orderFor(owner: PictureOwner, kind: PictureKind, key: string, { items }: Items): PosterOrder {
  const seed = `${key}/${owner.title}/${owner.ratingKey}`;
  if (owner.kind === 'collection' || owner.kind === 'playlist')
    return { seed, title: owner.title, kind: 'poster' };
  const parent = items.find(({ ratingKey }) => ratingKey === owner.parent);
  const top = items.find(({ ratingKey }) => ratingKey === parent?.parent) ?? parent;
  if (kind === 'art') return { seed, title: owner.title, kind: 'background' };
  switch (owner.kind) {
    case 'episode':
      return { seed, title: owner.title, subtitle: top?.title, kind: 'still' };
    case 'season':
      return { seed, title: parent?.title ?? owner.title, subtitle: owner.title, kind: 'season' };
    case 'album':
      return { seed, title: owner.title, subtitle: parent?.title, kind: 'cover', year: owner.year };
    case 'artist':
    case 'track':
      return { seed, title: owner.title, kind: 'cover' };
    default:
      return { seed, title: owner.title, kind: 'poster', ...credits(owner) };
  }
}

function credits(item: PlexItem): Partial<PosterOrder> {
  return {
    year: item.year,
    tagline: item.tagline,
    studio: item.studio,
    director: item.tags.director?.[0],
    cast: item.roles.map(({ name }) => name),
  };
}

/** Draws each picture when it is first asked for and keeps it in `cacheDir`. */
export function demoPictures({
  cacheDir,
  library,
}: {
  cacheDir: string;
  library: () => Items;
}): PictureSource {
  const drawing = new Map<string, Promise<Uint8Array>>();
  const waiting: (() => void)[] = [];
  let busy = 0;

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (busy >= DRAWN_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  }

  async function cachedOrDrawn(order: PosterOrder): Promise<Uint8Array> {
    const name = createHash('sha256')
      .update(JSON.stringify([ART_VERSION, order]))
      .digest('hex');
    const file = join(cacheDir, `${name}.jpg`);
    const cached = await readFile(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (cached) return cached;
    const { bytes } = await inTurn(() => drawPoster(order));
    await mkdir(cacheDir, { recursive: true });
    const temp = `${file}.${randomUUID()}`;
    await writeFile(temp, bytes);
    await rename(temp, file);
    return bytes;
  }

  return async (owner, kind, key) => {
    const order = orderFor(owner, kind, key, library());
    const seed = JSON.stringify(order);
    let picture = drawing.get(seed);
    if (!picture) {
      picture = cachedOrDrawn(order).finally(() => drawing.delete(seed));
      drawing.set(seed, picture);
    }
    return { bytes: await picture, contentType: 'image/jpeg' };
  };
}

import type { FontFace, OverlayImage, OverlayItem, OverlaySet } from '@marquee/contracts';
import { canvasOf } from '@marquee/overlay';
import { type EngineSources, faceFor, neededBy, pictureFor } from './assets.ts';
import type { SentScene, ToWorker } from './messages.ts';

/** Bytes that could not be had, by the reference that asks for them. */
export interface MissingAsset {
  what: 'font' | 'image' | 'poster';
  name: string;
  reason: 'unknown' | 'unloadable' | 'unreadable';
  error?: unknown;
}

type Names = Pick<SentScene, 'fonts' | 'images' | 'base'>;
export type Readiness = { ready: true; names: Names } | { ready: false; poster: MissingAsset | null };

interface Wish {
  item: OverlayItem;
  set: OverlaySet;
  matched: ReadonlySet<string>;
}

type Loaded = { state: 'loading' } | { state: 'kept' } | { state: 'missing'; missing: MissingAsset };

/** Fetches what drawings need, once each, and hands it to the worker. Calls `arrived` when something settles. */
export function createAssetStore(
  sources: EngineSources,
  send: (message: ToWorker, moved?: ArrayBuffer[]) => void,
  arrived: () => void,
) {
  const loaded = new Map<string, Loaded>();
  let faces: readonly FontFace[] | null = null;
  let pictures: readonly OverlayImage[] | null = null;
  const asked = new Set<'fonts' | 'images'>();

  const kept = (name: string): void => {
    loaded.set(name, { state: 'kept' });
    arrived();
  };

  /** Starts what is not on its way yet; true when it has settled, well or not. */
  const settled = (
    name: string,
    missing: Omit<MissingAsset, 'reason'>,
    load: () => Promise<ToWorker>,
  ): boolean => {
    const known = loaded.get(name);
    if (known !== undefined) return known.state !== 'loading';
    loaded.set(name, { state: 'loading' });
    void load()
      .then((message) => {
        send(message, bytesOf(message));
        // Fonts and pictures have to be read there first; it says when they are.
        if (message.kind === 'base') kept(name);
      })
      .catch((error: unknown) => {
        loaded.set(name, { state: 'missing', missing: { ...missing, reason: 'unloadable', error } });
        arrived();
      });
    return false;
  };

  const listed = (which: 'fonts' | 'images'): boolean => {
    if (asked.has(which)) return (which === 'fonts' ? faces : pictures) !== null;
    asked.add(which);
    const read = async () => {
      if (which === 'fonts') faces = await sources.fonts();
      else pictures = await sources.images();
    };
    void read()
      .catch((error: unknown) => {
        if (which === 'fonts') faces = [];
        else pictures = [];
        const missing = { what: which === 'fonts' ? ('font' as const) : ('image' as const), name: '' };
        loaded.set(`list of ${which}`, {
          state: 'missing',
          missing: { ...missing, reason: 'unloadable', error },
        });
      })
      .finally(arrived);
    return false;
  };

  const unknown = (what: 'font' | 'image', name: string): true => {
    loaded.set(`${what} ${name}`, { state: 'missing', missing: { what, name, reason: 'unknown' } });
    return true;
  };

  const fontReady = (reference: string | null, names: Record<string, string>): boolean => {
    if (!listed('fonts')) return false;
    const face = faceFor(faces ?? [], reference);
    if (face === undefined) return unknown('font', reference ?? '');
    const name = `${face.id}@${face.version}`;
    names[reference ?? ''] = name;
    return settled(name, { what: 'font', name: face.reference }, async () => ({
      kind: 'font',
      name,
      bytes: await sources.font(face),
    }));
  };

  const imageReady = (
    key: string,
    image: Parameters<typeof pictureFor>[1],
    names: Record<string, string>,
  ): boolean => {
    if (!listed('images')) return false;
    const picture = pictureFor(pictures ?? [], image);
    if (picture === undefined) return unknown('image', key);
    const name = `${picture.id}@${picture.version}`;
    names[key] = name;
    return settled(name, { what: 'image', name: picture.title }, async () => ({
      kind: 'image',
      name,
      png: await sources.image(picture),
    }));
  };

  return {
    /** What the worker must know to draw this; begins to fetch what it does not. */
    ready({ item, set, matched }: Wish): Readiness {
      const needed = neededBy(set, matched);
      const fonts: Record<string, string> = {};
      const images: Record<string, string> = {};
      const base = baseName(item);
      const waits = [
        settled(base, { what: 'poster', name: item.title }, () => readBase(sources, item, base)),
        ...[...needed.fonts].map((reference) => fontReady(reference, fonts)),
        ...[...needed.images].map(([key, image]) => imageReady(key, image, images)),
      ];
      const poster = loaded.get(base);
      if (poster?.state === 'missing') return { ready: false, poster: poster.missing };
      return waits.every(Boolean)
        ? { ready: true, names: { fonts, images, base } }
        : { ready: false, poster: null };
    },
    /** The worker has what it was sent. */
    kept,
    /** The worker could not read what it was sent. */
    refused(what: 'font' | 'image', name: string, message: string): void {
      const title =
        what === 'font'
          ? faces?.find((face) => `${face.id}@${face.version}` === name)?.reference
          : pictures?.find((picture) => `${picture.id}@${picture.version}` === name)?.title;
      loaded.set(name, {
        state: 'missing',
        missing: { what, name: title ?? name, reason: 'unreadable', error: new Error(message) },
      });
      arrived();
    },
    missing: (): MissingAsset[] =>
      [...loaded.values()].flatMap((entry) => (entry.state === 'missing' ? [entry.missing] : [])),
    /** Asks again for all that could not be had. */
    retry(): void {
      for (const [name, entry] of loaded) if (entry.state === 'missing') loaded.delete(name);
      asked.clear();
      [faces, pictures] = [null, null];
    },
    forget(item: OverlayItem): void {
      const base = baseName(item);
      if (loaded.delete(base)) send({ kind: 'forget-base', name: base });
    },
  };
}

function baseName({ itemId, base }: OverlayItem): string {
  return `poster ${itemId}@${base.source}-${base.version}`;
}

async function readBase(sources: EngineSources, item: OverlayItem, name: string): Promise<ToWorker> {
  const { width, height } = canvasOf(item.facts.level);
  const rgb = await sources.base(item);
  if (rgb.byteLength !== width * height * 3)
    throw new Error(`The poster has ${rgb.byteLength} bytes instead of ${width}×${height}×3`);
  return { kind: 'base', name, width, height, rgb };
}

function bytesOf(message: ToWorker): ArrayBuffer[] {
  if (message.kind === 'font') return [message.bytes];
  if (message.kind === 'image') return [message.png];
  return message.kind === 'base' ? [message.rgb] : [];
}

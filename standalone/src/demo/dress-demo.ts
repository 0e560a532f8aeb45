import { setTimeout as pause } from 'node:timers/promises';
import type { PlexClient } from '@marquee/plex';
import type { Logger } from '@marquee/service-kit';
import type { DressingBook } from './dressing-book.ts';
import { type DressingGroup, dressingOrder, type Garment } from './dressing-order.ts';

export type Dressed =
  | { kind: 'drawn'; picture: Uint8Array }
  /** No overlay is left to draw, so Kometa would upload nothing. */
  | { kind: 'nothing' }
  /** Text cannot be drawn exactly here, and the demo must not show what Kometa would not draw. */
  | { kind: 'approximate' };

export interface DressPorts {
  /** Speaks to the demo. */
  client: Pick<PlexClient, 'sections' | 'items' | 'images' | 'artwork' | 'labels' | 'metadata'>;
  book: DressingBook;
  draw(garment: Garment): Promise<Dressed>;
  /** Of what is seen soon; whatever else there is goes one by one, with a rest after each for what people do. */
  drawnAtATime: number;
  restMs: number;
  keepOriginal(poster: { library: string; ratingKey: string; jpeg: Uint8Array }): Promise<void>;
  log: Pick<Logger, 'warn'>;
  stopped: AbortSignal;
}

/**
 * Leaves the demo library as a run of Kometa would have: posters with overlays, their label, the originals put aside.
 * Goes on where it was stopped.
 */
export async function dressDemo(ports: DressPorts): Promise<void> {
  const { client, book, stopped } = ports;
  const done = await book.open();
  if (done === undefined) return;
  for await (const group of dressingOrder(client, done)) {
    const drawn = await drawGroup(ports, group);
    if (drawn.some(({ dressed }) => dressed.kind === 'approximate')) return;
    for (const one of drawn) {
      if (stopped.aborted) return;
      await withoutHarm(ports, one.garment, () => putOn(ports, one));
      if (!stopped.aborted) await book.note(one.garment.item.ratingKey);
    }
    if (stopped.aborted) return;
  }
  await book.close();
}

interface Drawn {
  garment: Garment;
  dressed: Dressed;
}

async function drawGroup(ports: DressPorts, { garments, seenSoon }: DressingGroup): Promise<Drawn[]> {
  const drawn: Drawn[] = [];
  const waiting = garments.values();
  /** Each hand takes the next that waits. */
  const hand = async (): Promise<void> => {
    for (const garment of waiting) {
      if (ports.stopped.aborted) return;
      const dressed = (await withoutHarm(ports, garment, () => drawOne(ports, garment))) ?? NOTHING;
      drawn.push({ garment, dressed });
      // No other would be drawn exactly.
      if (dressed.kind === 'approximate') return;
      if (!seenSoon) await rest(ports);
    }
  };
  await Promise.all(Array.from({ length: seenSoon ? ports.drawnAtATime : 1 }, hand));
  return drawn;
}

async function rest({ restMs, stopped }: DressPorts): Promise<void> {
  await pause(restMs, undefined, { signal: stopped }).catch((error: unknown) => {
    // Who rests looks whether it is over.
    if (!stopped.aborted) throw error;
  });
}

const NOTHING: Dressed = { kind: 'nothing' };

async function drawOne({ draw }: DressPorts, garment: Garment): Promise<Dressed> {
  return garment.item.thumb === null ? NOTHING : await draw(garment);
}

/** One poster without overlays does no harm to the others. */
async function withoutHarm<T>(
  { log, stopped }: DressPorts,
  { item: { ratingKey } }: Garment,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!stopped.aborted) log.warn({ err: error, ratingKey }, 'A demo poster stays without overlays');
    return undefined;
  }
}

/**
 * The original and the label are there before the poster changes: after a process has died in between, the original is
 * drawn on, never what was drawn.
 */
async function putOn(
  { client, keepOriginal }: DressPorts,
  { garment: { item, library }, dressed }: Drawn,
): Promise<void> {
  const { ratingKey, thumb } = item;
  if (dressed.kind !== 'drawn' || thumb === null) return;
  const { labels } = await client.metadata.get(ratingKey);
  if (!labels.includes('Overlay')) {
    const { bytes } = await client.images.download(thumb);
    await keepOriginal({ library, ratingKey, jpeg: bytes });
    await client.labels.add(ratingKey, ['Overlay']);
  }
  await client.artwork.upload(ratingKey, 'poster', dressed.picture);
}

import type { PlexClient } from '@marquee/plex';
import type { Logger } from '@marquee/service-kit';
import type { DressingBook } from './dressing-book.ts';
import { dressingOrder, type Garment } from './dressing-order.ts';

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
  keepOriginal(poster: { library: string; ratingKey: string; jpeg: Uint8Array }): Promise<void>;
  log: Pick<Logger, 'warn'>;
  stopped: AbortSignal;
}

/**
 * Leaves the demo library as a run of Kometa would have: posters with overlays, their label, the originals put aside.
 * One after the other, so that whoever looks around meanwhile does not wait. Goes on where it was stopped.
 */
export async function dressDemo(ports: DressPorts): Promise<void> {
  const { client, book, stopped, log } = ports;
  const done = await book.open();
  if (done === undefined) return;
  for await (const garment of dressingOrder(client)) {
    if (stopped.aborted) return;
    const { ratingKey } = garment.item;
    if (done.has(ratingKey)) continue;
    try {
      if ((await dress(ports, garment)) === 'approximate') return;
    } catch (error) {
      if (stopped.aborted) return;
      // One poster without overlays does no harm to the others.
      log.warn({ err: error, ratingKey }, 'A demo poster stays without overlays');
    }
    await book.note(ratingKey);
  }
  await book.close();
}

/**
 * The original and the label are there before the poster changes: after a process has died in between, the original is
 * drawn on, never what was drawn.
 */
async function dress({ client, draw, keepOriginal }: DressPorts, garment: Garment): Promise<Dressed['kind']> {
  const { ratingKey, thumb } = garment.item;
  if (thumb === null) return 'nothing';
  const dressed = await draw(garment);
  if (dressed.kind !== 'drawn') return dressed.kind;
  const { labels } = await client.metadata.get(ratingKey);
  if (!labels.includes('Overlay')) {
    const { bytes } = await client.images.download(thumb);
    await keepOriginal({ library: garment.library, ratingKey, jpeg: bytes });
    await client.labels.add(ratingKey, ['Overlay']);
  }
  await client.artwork.upload(ratingKey, 'poster', dressed.picture);
  return 'drawn';
}

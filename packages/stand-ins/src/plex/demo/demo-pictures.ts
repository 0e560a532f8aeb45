import { drawPoster } from '../../art/draw-poster.ts';
import type { PictureSource } from '../model.ts';
import { pictureFolder } from './adapters/picture-folder.ts';
import { type Items, orderFor } from './picture-orders.ts';
import { inTurns } from './turns.ts';

/** Drawing takes the processor; more at once would only make each wait for the other. */
const DRAWN_AT_ONCE = 2;
/** Grows when the artwork changes, so that an old cache is not shown. */
const ART_VERSION = 3;

/** Draws each picture when it is first asked for and keeps it in `cacheDir`. */
export function demoPictures(from: { cacheDir: string; library: () => Items }): PictureSource {
  const folder = pictureFolder(from.cacheDir);
  const inTurn = inTurns(DRAWN_AT_ONCE);
  const underway = new Map<string, Promise<Uint8Array>>();

  async function keptOrDrawn(name: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const kept = await folder.read(name);
    if (kept) return kept;
    const bytes = await inTurn(draw);
    await folder.keep(name, bytes);
    return bytes;
  }

  return async (owner, kind, key) => {
    const order = orderFor(owner, kind, key, from.library());
    const name = JSON.stringify([ART_VERSION, order]);
    let picture = underway.get(name);
    if (!picture) {
      picture = keptOrDrawn(name, async () => (await drawPoster(order)).bytes).finally(() =>
        underway.delete(name),
      );
      underway.set(name, picture);
    }
    return { bytes: await picture, contentType: 'image/jpeg' };
  };
}

import { basename } from 'node:path';
import type { ItemAccount, Principal } from '@marquee/contracts';
import type { Blobs } from '@marquee/service-kit';
import type { AskedDrawing } from '../jobs/drawing-wish.ts';
import { type RenderPorts, renderItem } from './render-item.ts';

interface RenderedLater {
  account: ItemAccount;
  /** What Kometa would upload; undefined when it would upload nothing. */
  picture: Uint8Array | undefined;
}
export type RenderLater = (
  principal: Principal,
  asked: AskedDrawing & { itemId: string; format: 'webp_lossy' | 'jpg'; quality: number },
) => Promise<RenderedLater>;

/** One item at a time for somebody in the same process who is in no hurry. */
export function createRenderLater(ports: RenderPorts & { blobs: Pick<Blobs, 'get'> }): RenderLater {
  return async (principal, { format, quality, ...asked }) => {
    const output = { kind: 'image' as const, format, quality, width: null };
    const { account, imageUrl } = await renderItem(ports, principal, { ...asked, output });
    const blob = imageUrl === null ? undefined : await ports.blobs.get(basename(imageUrl));
    return { account, picture: blob?.bytes };
  };
}

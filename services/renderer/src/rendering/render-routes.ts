import { createHash } from 'node:crypto';
import { problem, renderRoutes } from '@marquee/contracts';
import { ENGINE_VERSION } from '@marquee/overlay';
import { type Blobs, bytes, isNotModified, type ServiceApp } from '@marquee/service-kit';
import { askItem } from '../jobs/ask-items.ts';
import { asProblem } from '../studio/as-problem.ts';
import type { Studio } from '../studio/studio.ts';
import { type RenderPorts, renderItem } from './render-item.ts';

const FOR_EVER = 'private, max-age=31536000, immutable';
const ASK_AGAIN = 'private, no-cache';
const PICTURES = new Set<string>(renderRoutes.rendered.replyTypes);

export function serveRendering(
  { serve }: ServiceApp,
  ports: RenderPorts & { blobs: Pick<Blobs, 'get'>; studio: Studio },
): void {
  const { bus, blobs, studio, layout } = ports;
  serve(renderRoutes.engine, async () => ({ version: ENGINE_VERSION, layout }));
  serve(renderRoutes.render, async ({ principal, body }) => renderItem(ports, principal, body));

  serve(renderRoutes.rendered, async ({ params: { hash } }) => {
    const blob = await blobs.get(hash);
    // Other things lie there too: fonts, and what was drawn but is no picture.
    if (blob === undefined || !PICTURES.has(blob.info.contentType)) throw problem('image.not-found');
    return bytes(blob.bytes, {
      contentType: blob.info.contentType,
      etag: `"${hash.slice(0, 32)}"`,
      cacheControl: FOR_EVER,
    });
  });

  serve(renderRoutes.base, async ({ principal, params: { itemId }, request }) => {
    const item = await askItem(bus, { principal, itemId, files: [], withBase: true });
    if (item.baseHash === null) throw problem('image.not-found');
    const { level } = item.facts;
    const etag = `"${createHash('sha256').update(`${item.baseHash}:${level}`).digest('base64url').slice(0, 32)}"`;
    const about = { contentType: 'application/octet-stream', etag, cacheControl: ASK_AGAIN };
    // The body is not sent then, so it is not made either.
    if (isNotModified(request.headers['if-none-match'], etag)) return bytes(new Uint8Array(), about);
    const picture = (await blobs.get(item.baseHash))?.bytes;
    if (picture === undefined) throw problem('image.not-found');
    const { data } = await studio.run({ kind: 'base', picture, level }, { haste: 'urgent' }).catch(asProblem);
    return bytes(data, about);
  });
}

import { type OverlayImage, problem, renderRoutes } from '@marquee/contracts';
import { type Blobs, bytes, isNotModified, type ServiceApp } from '@marquee/service-kit';
import { asProblem } from '../studio/as-problem.ts';
import type { Studio } from '../studio/studio.ts';
import { assetEtag, assetIdOf, firstOfEach } from './asset-id.ts';
import { type AssetLibrary, imageName } from './asset-library.ts';
import type { ShelfFile } from './shelf.ts';

const ASK_AGAIN = 'private, no-cache';

export function serveImages(
  { serve }: ServiceApp,
  { assets, blobs, studio }: { assets: AssetLibrary; blobs: Pick<Blobs, 'get'>; studio: Studio },
): void {
  serve(renderRoutes.overlayImages, async () =>
    (await imagesOf(assets)).map(
      (file): OverlayImage => ({
        id: assetIdOf(file),
        reference: referenceOf(file),
        title: titleOf(file),
        source: file.source,
        version: file.version,
      }),
    ),
  );

  serve(renderRoutes.overlayImageFile, async ({ params: { imageId }, request }) => {
    const file = (await imagesOf(assets)).find((one) => assetIdOf(one) === imageId);
    if (file === undefined) throw problem('image.not-found');
    const about = { contentType: 'image/png', etag: assetEtag(file), cacheControl: ASK_AGAIN };
    if (isNotModified(request.headers['if-none-match'], about.etag)) return bytes(new Uint8Array(), about);
    const hash = await assets.hashOf(file);
    const picture = hash === undefined ? undefined : (await blobs.get(hash))?.bytes;
    if (picture === undefined) throw problem('image.not-found');
    return bytes(
      (await studio.run({ kind: 'picture', picture }, { haste: 'urgent' }).catch(asProblem)).bytes,
      about,
    );
  });
}

async function imagesOf(assets: AssetLibrary): Promise<ShelfFile[]> {
  const images = (await assets.files()).filter(({ kind }) => kind === 'image');
  return firstOfEach(images, (file) => imageName(referenceOf(file)));
}

/** How a definition names it. */
function referenceOf({ source, name }: ShelfFile): OverlayImage['reference'] {
  const value = name.replace(/\.png$/i, '');
  return { from: source === 'kometa' ? 'default' : 'name', value };
}

function titleOf({ name, source }: ShelfFile): string {
  const bare = name.replace(/\.png$/i, '').replace(source === 'shipped' ? /^marquee-/ : /^$/, '');
  const words = bare.replaceAll(/[/_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

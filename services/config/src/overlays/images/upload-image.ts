import { problem, RENDER_LIMITS } from '@marquee/contracts';
import type { ConfigFolder, FolderEntry } from '../../files/config-folder.ts';
import { pictureTypeOf } from '../../images/picture-type.ts';
import type { Pictures } from '../../images/pictures.ts';

// After the signature comes the header, which begins with width and height.
const WIDTH_AT = 16;
const HEIGHT_AT = 20;
const HEADER_END = 24;

/** Lays a PNG where Kometa looks for the picture of an overlay of this name; never over another. */
export async function uploadOverlayImage(
  { folder, pictures }: { folder: ConfigFolder; pictures: Pictures },
  name: string,
  upload: Uint8Array,
): Promise<{ entry: FolderEntry; width: number; height: number }> {
  const { width, height } = sizeOfPng(upload);
  if (width * height > RENDER_LIMITS.pixels) {
    const message = `It has ${width} × ${height} pixels; at most ${RENDER_LIMITS.pixels / 1e6} megapixels are taken.`;
    throw problem('image.too-large', { details: [{ message }] });
  }
  await pictures.examine(upload);
  const entry = await folder.create(`overlays/${name}.png`, upload);
  return { entry, width, height };
}

function sizeOfPng(bytes: Uint8Array): { width: number; height: number } {
  if (pictureTypeOf(bytes) !== 'image/png' || bytes.length < HEADER_END) {
    const fix = 'Send a PNG: Kometa takes no other kind of picture by its name.';
    throw problem('image.unreadable', { details: [{ message: 'It is not a PNG picture.', fix }] });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(WIDTH_AT), height: view.getUint32(HEIGHT_AT) };
}

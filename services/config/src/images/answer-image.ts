import { type BytesAnswer, bytes, isNotModified } from '@marquee/service-kit';
import { etagOfImage, type ImageSource, type SizedImages } from './sized-image.ts';

const FOR_EVER = 'private, max-age=31536000, immutable';
const ASK_AGAIN = 'private, no-cache';

/** `current`: the caller named the version it wants, and it is this one. */
export async function answerImage(
  images: SizedImages,
  source: ImageSource,
  {
    width,
    current,
    ifNoneMatch,
  }: { width: number | undefined; current: boolean; ifNoneMatch: string | undefined },
): Promise<BytesAnswer> {
  const etag = etagOfImage(source, width);
  const cacheControl = current ? FOR_EVER : ASK_AGAIN;
  // The body is not sent then, so it is not fetched either.
  if (isNotModified(ifNoneMatch, etag)) {
    return bytes(new Uint8Array(), { contentType: 'image/jpeg', etag, cacheControl });
  }
  const picture = await images.get(source, width);
  return bytes(picture.bytes, { contentType: picture.contentType, etag, cacheControl });
}

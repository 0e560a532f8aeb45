import sharp from 'sharp';
import type { ShrinkPicture } from '../world/ports.ts';

export const shrinkPicture: ShrinkPicture = async ({ bytes }, { width, height, fill }) => ({
  bytes: await sharp(bytes)
    .resize(width, height, { fit: fill ? 'cover' : 'inside', withoutEnlargement: true })
    .jpeg({ quality: 85 })
    .toBuffer(),
  contentType: 'image/jpeg',
});

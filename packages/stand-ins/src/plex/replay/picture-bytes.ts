import type { PictureType } from '../model.ts';

const heads: Record<PictureType, number[]> = {
  'image/jpeg': [0xff, 0xd8, 0xff, 0xe0],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/webp': [...Buffer.from('RIFF\0\0\0\0WEBP')],
};

/** Recordings hold no pictures, so a few bytes that begin like one stand for each of them. */
export const bytesOfType = (type: PictureType, seed: number): Uint8Array =>
  Uint8Array.from([...heads[type], ...Buffer.from(String(seed))]);

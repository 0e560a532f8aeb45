import { shippedFont, shippedPicture } from '../testing/engine-in-the-room.ts';
import { faceFor, pictureFor } from './assets.ts';

const faces = [
  { ...shippedFont, reference: 'config/fonts/Own.ttf', source: 'config' as const },
  { ...shippedFont, reference: 'fonts/Own.ttf', source: 'kometa' as const },
  shippedFont,
];

test('a font is found as Kometa’s working folder would have it', () => {
  expect(faceFor(faces, null)).toBe(faces[2]);
  expect(faceFor(faces, 'fonts/Own.ttf')).toBe(faces[0]);
  expect(faceFor(faces, 'Own.ttf')).toBe(faces[0]);
  expect(faceFor(faces, './config/fonts/Own.ttf')).toBe(faces[0]);
  expect(faceFor(faces, '/config/fonts/Own.ttf')).toBe(faces[0]);
  expect(faceFor(faces, 'config/fonts/Roboto-Medium.ttf')).toBeUndefined();
  expect(faceFor(faces, 'own.ttf')).toBeUndefined();
});

const pictures = [
  { ...shippedPicture, source: 'config' as const },
  {
    ...shippedPicture,
    source: 'kometa' as const,
    reference: { from: 'default' as const, value: 'overlays/4K' },
  },
  { ...shippedPicture, reference: { from: 'name' as const, value: 'marquee-star' } },
];

test('a picture is found by name, among Kometa’s own, or by its file', () => {
  expect(pictureFor(pictures, { from: 'name', value: 'badge' })).toBe(pictures[0]);
  expect(pictureFor(pictures, { from: 'default', value: 'overlays/4K.png' })).toBe(pictures[1]);
  expect(pictureFor(pictures, { from: 'default', value: 'badge' })).toBeUndefined();
  expect(pictureFor(pictures, { from: 'file', value: 'config/overlays/marquee-star.png' })).toBe(pictures[2]);
  expect(pictureFor(pictures, { from: 'file', value: '/etc/badge.png' })).toBeUndefined();
  expect(pictureFor(pictures, { from: 'url', value: 'badge' })).toBeUndefined();
});

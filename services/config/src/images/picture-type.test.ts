import fc from 'fast-check';
import { hostilePictures, plainPicture } from '../testing/hostile-pictures.ts';
import { pictureTypeOf } from './picture-type.ts';

test.each(['jpeg', 'png', 'webp'] as const)('a %s is one, whatever it is called', async (format) => {
  expect(pictureTypeOf(await plainPicture(format))).toBe(`image/${format}`);
});

test('an svg, a page, a gif and their like are none', async () => {
  const none = (await hostilePictures()).filter(([name]) =>
    /^(an svg$|an svg that|a gif|a tiff|a pdf|a zip|nothing|zeroes)/.test(name),
  );
  expect(none).toHaveLength(8);
  for (const [name, bytes] of none) expect([name, pictureTypeOf(bytes)]).toEqual([name, undefined]);
});

test('any bytes have an answer', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 16 }), (bytes) => void pictureTypeOf(bytes)));
});

import sharp from 'sharp';
import { detailedJpeg, hostilePictures, plainPicture } from '../testing/hostile-pictures.ts';
import { sharpPictures } from './sharp-pictures.ts';

const pictures = sharpPictures();
const unreadable = expect.objectContaining({ code: 'image.unreadable' });

test('every hostile picture is refused, to look at and to shrink', async () => {
  const outcomes = await Promise.all(
    (await hostilePictures()).flatMap(([name, bytes]) =>
      [pictures.examine(bytes), pictures.shrink(bytes, 360)].map((work) =>
        work.then(
          () => `${name}: taken`,
          (cause: unknown) => (unreadable.asymmetricMatch(cause) ? undefined : `${name}: ${String(cause)}`),
        ),
      ),
    ),
  );
  expect(outcomes.filter((outcome) => outcome !== undefined)).toEqual([]);
});

test('a bomb costs no memory', async () => {
  const bombs = (await hostilePictures()).filter(([name]) => /bomb|60000/.test(name));
  const before = process.memoryUsage.rss();
  for (let round = 0; round < 20; round += 1) {
    for (const [, bytes] of bombs) await expect(pictures.examine(bytes)).rejects.toThrow(unreadable);
  }
  expect(process.memoryUsage.rss() - before).toBeLessThan(40_000_000);
});

test.each([
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['webp', 'image/webp'],
] as const)('a %s is known as what it is and given back unchanged', async (format, contentType) => {
  const bytes = await plainPicture(format);
  expect(await pictures.examine(bytes)).toEqual({ bytes, contentType });
});

test('a script hidden behind a whole picture does not survive shrinking', async () => {
  const polyglot = Buffer.concat([await detailedJpeg(), Buffer.from('<script>alert(1)</script>')]);
  const { bytes } = await pictures.shrink(polyglot, 120);
  expect(Buffer.from(bytes).includes('<script>')).toBe(false);
});

test('a picture is shrunk to the width, keeping its shape', async () => {
  const { bytes, contentType } = await pictures.shrink(await plainPicture('png', 1000, 1500), 360);
  expect(contentType).toBe('image/jpeg');
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 360, height: 540 });
});

test('a small picture is not blown up', async () => {
  const { bytes } = await pictures.shrink(await plainPicture('webp', 100, 150), 360);
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 100, height: 150 });
});

test('a picture that lies on its side is set upright, and what it says about its maker is left out', async () => {
  const turned = await sharp(await plainPicture('jpeg', 200, 100))
    .withExif({ IFD0: { Artist: 'somebody' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const meta = await sharp((await pictures.shrink(turned, 120)).bytes).metadata();
  expect(meta).toMatchObject({ width: 100, height: 200 });
  expect(meta.exif).toBeUndefined();
});

test('transparent parts become black, not noise', async () => {
  const clear = await sharp({ create: { width: 10, height: 10, channels: 4, background: '#ffffff00' } })
    .png()
    .toBuffer();
  const pixels = await sharp((await pictures.shrink(clear, 120)).bytes)
    .raw()
    .toBuffer();
  expect(Math.max(...pixels)).toBeLessThan(3);
});

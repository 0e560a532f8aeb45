import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A grey PNG of the said size, with whatever pixel data. */
function png(width: number, height: number, data: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    PNG_START,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Opens as a picture of this size, in any of the kinds we take. */
export function plainPicture(
  format: 'jpeg' | 'png' | 'webp',
  width = 100,
  height = 150,
  colour = '#2b6cb0',
): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .toFormat(format)
    .toBuffer();
}

/** A picture with enough detail that cutting it short really loses pixels. */
export async function detailedJpeg(width = 300, height = 450): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let place = 0; place < pixels.length; place += 1) pixels[place] = (place * 7919) % 251;
  return await sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

export async function hostilePictures(): Promise<[name: string, bytes: Buffer][]> {
  const jpeg = await detailedJpeg();
  const rows = deflateSync(Buffer.alloc(6001 * 6000));
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  const tiff = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .tiff()
    .toBuffer();
  return [
    ['a pixel bomb: 36 megapixels in a few kilobytes', png(6000, 6000, rows)],
    [
      'a header lie: 60000 x 60000 and a kilobyte of data',
      png(60_000, 60_000, deflateSync(Buffer.alloc(1000))),
    ],
    [
      'a header lie that fits: more rows promised than there are',
      png(1000, 1000, deflateSync(Buffer.alloc(5000))),
    ],
    ['a header of no size', png(0, 0, deflateSync(Buffer.alloc(1)))],
    [
      'an svg',
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
      ),
    ],
    [
      'an svg that reaches out',
      Buffer.from(
        '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/><text>&x;</text><script>alert(1)</script></svg>',
      ),
    ],
    [
      'an svg behind a jpeg start',
      Buffer.concat([
        Buffer.from([0xff, 0xd8, 0xff]),
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      ]),
    ],
    [
      'a page behind a png start',
      Buffer.concat([PNG_START, Buffer.from('<html><script>alert(1)</script></html>')]),
    ],
    [
      'a page behind a webp start',
      Buffer.concat([Buffer.from('RIFF\x20\0\0\0WEBPVP8 '), Buffer.from('<html></html>')]),
    ],
    ['a truncated jpeg', jpeg.subarray(0, Math.floor(jpeg.length / 2))],
    ['a jpeg of its header alone', jpeg.subarray(0, 20)],
    ['a truncated png', (await plainPicture('png', 400, 400)).subarray(0, 60)],
    ['a truncated webp', (await plainPicture('webp', 400, 400)).subarray(0, 40)],
    ['a gif', gif],
    ['a tiff', tiff],
    ['a pdf', Buffer.from('%PDF-1.4\n%%EOF')],
    ['a zip', Buffer.from('PK\x03\x04')],
    ['nothing', Buffer.alloc(0)],
    ['zeroes', Buffer.alloc(100)],
  ];
}

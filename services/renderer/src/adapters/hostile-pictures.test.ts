import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { ImageProblem } from '@marquee/overlay';
import { objectsIn } from '@marquee/testing';
import sharp from 'sharp';
import { sharpCodec } from './sharp-codec.ts';

const codec = sharpCodec();
const MEGABYTE = 2 ** 20;

async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    const { rgb } = await codec.decodePoster(bytes);
    await codec.decodePicture(bytes);
    expect(rgb.data).toHaveLength(rgb.width * rgb.height * 3);
    return 'taken';
  } catch (error) {
    // Anything else would be a fault of ours.
    expect(error).toBeInstanceOf(ImageProblem);
    if (!(error instanceof ImageProblem)) throw error;
    expect(error.message.length).toBeGreaterThan(10);
    return error.code;
  }
}

/** Pillow's own small files of every kind, and larger ones. */
async function files(): Promise<Uint8Array[]> {
  const lines = readFileSync(join(process.cwd(), 'packages/overlay/reference/codec.ndjson'), 'utf8');
  const small = objectsIn<{ file?: string }>(lines).flatMap(({ file }) => (file === undefined ? [] : [file]));
  const large = sharp({ create: { width: 300, height: 450, channels: 3, background: '#a63' } });
  const art = await Promise.all([
    large.clone().jpeg().toBuffer(),
    large.clone().jpeg({ progressive: true }).toBuffer(),
    large.clone().png().toBuffer(),
    large.clone().webp().toBuffer(),
    large.clone().webp({ lossless: true }).toBuffer(),
  ]);
  return [...small.map((file) => Buffer.from(file, 'base64')), ...art, ...art, ...art].map(
    (file) => new Uint8Array(file),
  );
}

/** Some bytes changed, a piece taken out, doubled or cut off; the same each time for the same number. */
function mutated(file: Uint8Array, number: number): Uint8Array {
  const dice = createHash('shake128', { outputLength: 64 }).update(`mutant ${number}`).digest();
  const at = (index: number) => dice.readUInt32LE(index * 4) % file.length;
  const changed = file.slice();
  for (let index = 0; index <= (dice[60] ?? 0) % 8; index += 1) changed[at(index)] = dice[index + 40] ?? 0;
  switch ((dice[61] ?? 0) % 5) {
    case 0:
      return changed.slice(0, at(8));
    case 1:
      return new Uint8Array(Buffer.concat([changed.subarray(0, at(8)), changed.subarray(at(9))]));
    case 2:
      // The header is where sizes and lengths stand.
      for (let index = 0; index < 4; index += 1)
        changed[(dice[index + 50] ?? 0) % Math.min(64, file.length)] = 255;
      return changed;
    default:
      return changed;
  }
}

test('mutated pictures are taken or refused with a reason, and memory stays flat', async () => {
  const sources = await files();
  const mutants = Array.from({ length: 400 }, (_, number) =>
    mutated(sources[number % sources.length] ?? new Uint8Array(), number),
  );
  const counts: Record<string, number> = {};
  let before = 0;
  for (const [number, mutant] of mutants.entries()) {
    if (number === 150) before = process.memoryUsage().rss;
    const what = await outcome(mutant);
    counts[what] = (counts[what] ?? 0) + 1;
  }
  expect(counts['image.unreadable']).toBeGreaterThan(100);
  expect(counts.taken).toBeGreaterThan(10);
  expect((process.memoryUsage().rss - before) / MEGABYTE).toBeLessThan(300);
}, 60_000);

function pngOf(width: number, height: number, data: Uint8Array): Uint8Array {
  const file = Buffer.alloc(33 + 12 + data.length);
  file.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  file.write('IHDR', 12, 'latin1');
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  file.set([8, 2, 0, 0, 0], 24);
  file.writeUInt32BE(data.length, 33);
  file.write('IDAT', 37, 'latin1');
  file.set(data, 41);
  return new Uint8Array(file);
}

/** The file with another size in its frame header. */
async function lyingJpeg(width: number, height: number): Promise<Uint8Array> {
  const file = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
  const frame = file.indexOf(Buffer.from([0xff, 0xc0]));
  file.writeUInt16BE(height, frame + 5);
  file.writeUInt16BE(width, frame + 7);
  return new Uint8Array(file);
}

async function lyingWebp(): Promise<Uint8Array> {
  const file = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#fff' } })
    .webp()
    .toBuffer();
  const at = file.indexOf(Buffer.from([0x9d, 0x01, 0x2a]));
  file.writeUInt16LE(0x3fff, at + 3);
  file.writeUInt16LE(0x3fff, at + 5);
  return new Uint8Array(file);
}

const text = (content: string) => new TextEncoder().encode(content);
const hostile: [name: string, file: () => Uint8Array | Promise<Uint8Array>, code: string][] = [
  [
    'a pixel bomb of 768 megapixels',
    () => pngOf(16_000, 16_000, deflateSync(Buffer.alloc(200 * MEGABYTE))),
    'image.too-large',
  ],
  ['a PNG whose header lies', () => pngOf(60_000, 60_000, new Uint8Array(1000)), 'image.too-large'],
  ['a JPEG whose header lies', () => lyingJpeg(60_000, 60_000), 'image.too-large'],
  ['a JPEG with fewer rows than promised, which Pillow takes too', () => lyingJpeg(4000, 4000), 'taken'],
  ['a WebP whose header lies', lyingWebp, 'image.too-large'],
  [
    'an SVG that reaches out',
    () =>
      text(
        '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/><text>&x;</text><script>alert(1)</script></svg>',
      ),
    'image.format',
  ],
  [
    'an SVG behind the start of a JPEG',
    () => Uint8Array.from([0xff, 0xd8, 0xff, ...text('<svg xmlns="http://www.w3.org/2000/svg"/>')]),
    'image.unreadable',
  ],
  ['a GIF', () => text('GIF89a\x01\0\x01\0'), 'image.format'],
  ['a PDF', () => text('%PDF-1.4\n%%EOF'), 'image.format'],
  ['nothing', () => new Uint8Array(), 'image.unreadable'],
  ['zeros', () => new Uint8Array(100), 'image.format'],
];

test.each(hostile)('%s', async (_, file, code) => {
  const bytes = await file();
  const before = process.memoryUsage().rss;
  expect(await outcome(bytes)).toBe(code);
  const grown = (process.memoryUsage().rss - before) / MEGABYTE;
  // What is refused is not decoded before.
  expect(grown).toBeLessThan(code === 'taken' ? 250 : 20);
});

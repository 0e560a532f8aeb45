import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { askPillow, objectsIn } from '@marquee/testing';
import { markExif } from './exif.ts';
import { ImageProblem } from './image-problem.ts';
import { decodePngRgb, decodePngRgba } from './png.ts';
import { pngParts } from './png-chunks.ts';

const reference = join(__dirname, '../../reference');
const script = join(reference, 'codec_reference.py');

interface PngCase {
  operation: string;
  name: string;
  file: string;
  refused?: string;
  size: [number, number];
  rgb: string;
  rgba: string;
  exif: string;
  marked: boolean;
}
type Seen = Partial<Pick<PngCase, 'size' | 'rgb' | 'rgba' | 'exif' | 'marked'>> | 'refused';

const pngsIn = (cases: PngCase[]) =>
  cases.filter(({ operation, name }) => operation === 'read' && name.includes('/png/'));
const committed = pngsIn(objectsIn<PngCase>(readFileSync(join(reference, 'codec.ndjson'), 'utf8')));
const digest = (data: Uint8Array) => createHash('sha256').update(data).digest('hex').slice(0, 24);

async function seen({ file }: PngCase): Promise<Seen> {
  const bytes = new Uint8Array(Buffer.from(file, 'base64'));
  try {
    const rgb = await decodePngRgb(bytes);
    const rgba = await decodePngRgba(bytes);
    const { exif, xmp } = pngParts(bytes);
    const marked = markExif(exif, xmp);
    return {
      size: [rgb.width, rgb.height],
      rgb: digest(rgb.data),
      rgba: digest(rgba.data),
      exif: digest(marked.exif),
      marked: marked.alreadyOverlaid,
    };
  } catch (error) {
    expect(error).toBeInstanceOf(ImageProblem);
    return 'refused';
  }
}

async function differing(cases: PngCase[]): Promise<{ name: string; seen: Seen }[]> {
  const wrong: { name: string; seen: Seen }[] = [];
  for (const one of cases) {
    const { size, rgb, rgba, exif, marked } = one;
    const wanted = one.refused === undefined ? { size, rgb, rgba, exif, marked } : 'refused';
    const ours = await seen(one);
    if (JSON.stringify(ours) !== JSON.stringify(wanted)) wrong.push({ name: one.name, seen: ours });
  }
  return wrong;
}

test('PNG of every kind is read as by Pillow', async () => {
  expect(committed.length).toBeGreaterThan(10);
  expect(await differing(committed)).toEqual([]);
});

const pillow = askPillow<PngCase>(script, '--seed', 'again', '--cases', '120');
(pillow === undefined ? test.skip : test)('PNG of more kinds is read as by Pillow', async () => {
  expect(await differing(pngsIn(pillow ?? []))).toEqual([]);
});

const START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
function table(byte: number): number {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
}
function chunk(name: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  let sum = 0xffffffff;
  for (const byte of named) sum = (table((sum ^ byte) & 0xff) ^ (sum >>> 8)) >>> 0;
  const around = Buffer.alloc(8);
  around.writeUInt32BE(body.length, 0);
  around.writeUInt32BE(~sum >>> 0, 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}
function png(width: number, height: number, colour: number, data: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colour], 8);
  const parts = [
    Buffer.from(START),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat(parts));
}
const codeOf = (bytes: Uint8Array) =>
  decodePngRgb(bytes).then(
    () => 'taken',
    (error: unknown) => (error instanceof ImageProblem ? error.code : error),
  );

test.each([
  ['a pixel bomb', png(16_000, 16_000, 0, deflateSync(Buffer.alloc(16_001 * 4000))), 'image.too-large'],
  ['a header that lies', png(60_000, 60_000, 2, deflateSync(Buffer.alloc(1000))), 'image.too-large'],
  ['a size beyond all numbers', png(0xffffffff, 0xffffffff, 2, new Uint8Array(9)), 'image.too-large'],
  ['no size', png(0, 5, 2, deflateSync(Buffer.alloc(9))), 'image.unreadable'],
  ['fewer rows than promised', png(500, 500, 2, deflateSync(Buffer.alloc(1501 * 499))), 'image.unreadable'],
  ['a kind of colour that there is not', png(5, 5, 7, deflateSync(Buffer.alloc(99))), 'image.unreadable'],
  ['an unknown filter', png(2, 2, 0, deflateSync(Buffer.from([9, 1, 1, 0, 1, 1]))), 'image.unreadable'],
  ['no compressed data', png(2, 2, 0, new Uint8Array(0)), 'image.unreadable'],
  ['noise in place of compressed data', png(2, 2, 0, Buffer.from('not zlib at all')), 'image.unreadable'],
  ['a palette that is missing', png(2, 2, 3, deflateSync(Buffer.alloc(6))), 'image.unreadable'],
  ['only its start', Uint8Array.from(START), 'image.unreadable'],
  ['much more data than pixels', png(2, 2, 0, deflateSync(Buffer.alloc(5_000_000))), 'taken'],
])('%s', async (_, bytes, code) => {
  expect(await codeOf(bytes)).toBe(code);
});

const golden = join(process.cwd(), '../shared/golden');
const images = existsSync(golden) ? readdirSync(join(golden, 'overlay_images')) : [];
(images.length > 0 ? test : test.skip)('golden overlay pictures can be read', async () => {
  for (const name of images) {
    const picture = await decodePngRgba(new Uint8Array(readFileSync(join(golden, 'overlay_images', name))));
    expect(picture.data.length).toBe(picture.width * picture.height * 4);
  }
});

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Colour } from '@marquee/contracts';
import { askPillow, objectsIn } from '@marquee/testing';
import fc from 'fast-check';
import { drawInk } from './ink.ts';
import type { Pixels } from './pixels.ts';
import { plainPixels } from './plain-pixels.ts';
import { emptyLayer } from './raster.ts';
import { backdropRegion, type Corners, drawBackdrop } from './shapes.ts';
import { simdPixels } from './simd-pixels.ts';

const reference = join(__dirname, '../../reference');
type Size = [number, number];
type Kind = 'noise' | 'flat' | 'empty';
type Case = { name: string; sha256: string } & (
  | {
      operation: 'shape';
      canvas: Size;
      box: Corners;
      fill: Colour | null;
      line: Colour | null;
      lineWidth: number | null;
      radius: number | null;
    }
  | { operation: 'ink'; size: Size; start: Kind; mask: Size; at: Size; colour: Colour }
  | { operation: 'paste'; size: Size; layer: Size; at: Size; kind: Kind }
  | { operation: 'resizeRgb' | 'resizeRgba'; size: Size; to: Size; kind: Kind }
  | { operation: 'blur'; size: Size; radius: number }
);

function noise(name: string, length: number): Uint8Array {
  return new Uint8Array(createHash('shake128', { outputLength: length }).update(name).digest());
}

function picture(kind: Kind, name: string, [width, height]: Size, bands: 3 | 4) {
  if (kind !== 'flat') {
    const data = noise(name, width * height * bands);
    if (kind === 'empty') for (let at = 3; at < data.length; at += 4) data[at] = 0;
    return { width, height, data };
  }
  const few = noise(name, 36);
  const data = new Uint8Array(width * height * bands);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += bands) {
      const column = Math.floor(((x + 0.5) * 3) / width);
      const from = (Math.floor(((y + 0.5) * 3) / height) * 3 + column) * 4;
      data.set(few.subarray(from, from + bands), at);
    }
  }
  return { width, height, data };
}

function carryOut(pixels: Pixels, asked: Case): Uint8Array {
  switch (asked.operation) {
    case 'shape': {
      const layer = emptyLayer({ x: 0, y: 0, width: asked.canvas[0], height: asked.canvas[1] });
      drawBackdrop(layer, asked.box, asked);
      return layer.image.data;
    }
    case 'ink': {
      const image = picture(asked.start, asked.name, asked.size, 4);
      const [width, height] = asked.mask;
      const mask = { width, height, data: noise(`${asked.name}/mask`, width * height), left: 3, top: -4 };
      drawInk({ x: 7, y: 9, image }, mask, asked.at[0] + 4, asked.at[1] + 13, asked.colour);
      return image.data;
    }
    case 'paste': {
      const image = picture('noise', asked.name, asked.size, 3);
      pixels.paste(image, picture(asked.kind, `${asked.name}/layer`, asked.layer, 4), ...asked.at);
      return image.data;
    }
    case 'resizeRgb':
      return pixels.resizeRgb(picture(asked.kind, asked.name, asked.size, 3), ...asked.to).data;
    case 'resizeRgba':
      return pixels.resizeRgba(picture(asked.kind, asked.name, asked.size, 4), ...asked.to).data;
    case 'blur':
      return pixels.blurRgb(picture('noise', asked.name, asked.size, 3), asked.radius).data;
  }
}

function wrong(pixels: Pixels, cases: readonly Case[]): Case[] {
  return cases.filter((asked) => {
    const digest = createHash('sha256').update(carryOut(pixels, asked)).digest('hex');
    return digest.slice(0, 24) !== asked.sha256;
  });
}

/** The module as the product builds it; undefined where this machine has no compiler, which in CI is an error. */
function simd(): Pixels | undefined {
  const build = spawnSync(process.execPath, [join(reference, '../freetype/build.mjs'), 'pixels']);
  if (build.status === 0) return simdPixels(readFileSync(build.stdout.toString().trim()));
  if (process.env.CI === 'true') throw new Error(build.stderr.toString());
  return undefined;
}

const script = join(reference, 'pixels_reference.py');
const committed = objectsIn<Case>(readFileSync(join(reference, 'pixels.ndjson'), 'utf8'));
const plain = plainPixels();
const fast = simd();
const makers = fast === undefined ? [plain] : [plain, fast];

test.each(makers)('$kind pixels are those of Pillow', (pixels) => {
  expect(committed.length).toBeGreaterThan(300);
  expect(wrong(pixels, committed)).toEqual([]);
});

const pillow = askPillow<Case>(script, '--seed', 'again', '--cases', '60');
const withPillow = pillow === undefined ? test.skip : test;

withPillow('Pillow still says what is committed', () => {
  expect(askPillow(script)).toEqual(committed);
});

withPillow.each(makers)('$kind pixels are those of Pillow in other cases too', (pixels) => {
  expect(wrong(pixels, pillow ?? [])).toEqual([]);
});

test('what a back box touches lies in its region', () => {
  const side = fc.integer({ min: 0, max: 30 });
  const wish = fc.record({
    left: side,
    top: side,
    width: side,
    height: side,
    lineWidth: fc.integer({ min: 1, max: 50 }),
  });
  const radii = fc.constantFrom(null, 1, 5, 40);
  fc.assert(
    fc.property(wish, radii, ({ left, top, width, height, lineWidth }, radius) => {
      const box = [left, top, left + width, top + height] as const;
      const look = { fill: [1, 2, 3, 4] as Colour, line: [5, 6, 7, 8] as Colour, lineWidth, radius };
      const everywhere = emptyLayer({ x: -60, y: -60, width: 180, height: 180 });
      drawBackdrop(everywhere, box, look);
      const region = backdropRegion(box, look);
      const there = emptyLayer(region);
      drawBackdrop(there, box, look);
      const shown = emptyLayer({ x: -60, y: -60, width: 180, height: 180 });
      for (let y = 0; y < region.height; y += 1) {
        const row = there.image.data.subarray(y * region.width * 4, (y + 1) * region.width * 4);
        shown.image.data.set(row, ((region.y + y + 60) * 180 + region.x + 60) * 4);
      }
      expect(Buffer.from(shown.image.data).equals(everywhere.image.data)).toBe(true);
    }),
  );
});

test('a box that ends before it begins is refused, as by Pillow', () => {
  const look = { fill: [0, 0, 0, 255] as Colour, line: null, lineWidth: null, radius: null };
  const layer = emptyLayer({ x: 0, y: 0, width: 9, height: 9 });
  expect(() => drawBackdrop(layer, [5, 0, 4, 3], look)).toThrow(RangeError);
  expect(() => drawBackdrop(layer, [0, 5, 4, 3], { ...look, radius: 2 })).toThrow(RangeError);
  expect(() => drawBackdrop(layer, [0, 0, 1e9, 3], { ...look, radius: 2e9 })).toThrow(RangeError);
});

const withSimd = fast === undefined ? test.skip : test;
withSimd('both ways give the same bytes', () => {
  const side = fc.integer({ min: 1, max: 150 });
  const size = fc.tuple(side, side);
  const point = fc.integer({ min: -200, max: 200 });
  const asked: fc.Arbitrary<Case> = fc
    .oneof(
      fc.record({
        operation: fc.constantFrom('resizeRgb', 'resizeRgba'),
        size,
        to: size,
        kind: fc.constantFrom('noise', 'flat'),
      }),
      fc.record({ operation: fc.constant('blur' as const), size, radius: fc.integer({ min: 0, max: 3000 }) }),
      fc.record({
        operation: fc.constant('paste' as const),
        size,
        layer: size,
        at: fc.tuple(point, point),
        kind: fc.constantFrom('noise', 'flat'),
      }),
    )
    .map((one) => ({ ...one, name: 'same', sha256: '' }) as Case);
  fc.assert(
    fc.property(asked, (one) => {
      const other = Buffer.from(carryOut(fast ?? plain, one));
      expect(other.equals(carryOut(plain, one))).toBe(true);
    }),
  );
});

test.each(makers)('$kind pasting stays within what it is given', (pixels) => {
  const target = picture('noise', 'target', [120, 110], 3);
  const before = target.data.slice();
  const layer = { width: 120, height: 110, data: new Uint8Array(120 * 110 * 4).fill(255) };
  pixels.paste(target, layer, 0, 0, { x: 5, y: 7, width: 100, height: 90 });
  for (let y = 0, at = 0; y < 110; y += 1)
    for (let x = 0; x < 120; x += 1, at += 3) {
      const inside = x >= 5 && x < 105 && y >= 7 && y < 97;
      if (target.data[at] !== (inside ? 255 : before[at])) throw new Error(`wrong at ${x},${y}`);
    }
});

test.each(makers)('$kind operations leave their source alone and give bytes of their own', (pixels) => {
  const source = picture('noise', 'own', [64, 64], 4);
  const before = source.data.slice();
  const same = pixels.resizeRgba(source, 64, 64);
  const small = pixels.resizeRgba(source, 20, 20);
  pixels.resizeRgba(source, 30, 33);
  expect(source.data).toEqual(before);
  expect(same.data).not.toBe(source.data);
  expect(small.data.byteLength).toBe(small.data.buffer.byteLength);
});

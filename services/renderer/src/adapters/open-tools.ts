import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createEngine, createFreetypeText, plainPixels, simdPixels, type TextEngine } from '@marquee/overlay';
import { z } from 'zod';
import type { Tools } from '../studio/tools.ts';
import { sharpCodec } from './sharp-codec.ts';
import { composeSheet } from './sharp-sheet.ts';
import { sharpText } from './sharp-text.ts';

/** Of layers in each thread: all that come again on every item, and few of the texts that do not. */
const KEPT_LAYERS_BYTES = 32_000_000;

const ThreadData = z.object({ engine: z.string() });

/** What a drawing thread works with: WebAssembly where it was built, and what stands in for it where it was not. */
export async function openTools(threadData: unknown): Promise<Tools> {
  const { engine: folder } = ThreadData.parse(threadData);
  const [simd, freetype, harfbuzz] = await Promise.all(
    ['pixels', 'freetype', 'harfbuzz'].map((name) => readIfThere(join(folder, `${name}.wasm`))),
  );
  const pixels = simd === undefined ? plainPixels() : simdPixels(simd);
  const standBy = freetype === undefined || harfbuzz === undefined ? sharpText() : undefined;
  const openText = (): TextEngine =>
    freetype === undefined || harfbuzz === undefined || standBy !== undefined
      ? (standBy ?? sharpText()).open()
      : createFreetypeText({ wasm: freetype, harfbuzz });
  return {
    pixels,
    codec: sharpCodec(),
    open() {
      const text = openText();
      return { text, engine: createEngine({ pixels, text, cacheBytes: KEPT_LAYERS_BYTES }) };
    },
    ...(standBy === undefined ? {} : { settle: standBy.settle }),
    sheet: composeSheet,
  };
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

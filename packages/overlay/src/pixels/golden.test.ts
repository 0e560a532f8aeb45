import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodePngRgb, decodePngRgba } from '../codec/png.ts';
import { plainPixels } from './plain-pixels.ts';

interface Row {
  id: string;
  kind?: string;
}

const golden = join(process.cwd(), '../shared/golden');
const rows = existsSync(golden)
  ? (JSON.parse(readFileSync(join(golden, 'index.json'), 'utf8')) as Row[]).filter(({ kind }) =>
      /^prim-(lanczos|gaussianblur|paste)$/.test(kind ?? ''),
    )
  : [];

const pixels = plainPixels();

/** What one golden case of a single operation gives, and what is expected. */
async function carryOut({ id, kind }: Row): Promise<[ours: Uint8Array, expected: Uint8Array]> {
  const folder = join(golden, 'cases', id);
  const file = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
  const text = readFileSync(join(folder, 'case.yml'), 'utf8');
  const numbers = (text.match(/(?<=^(?:radius: |- ))\d+/gm) ?? []).map(Number);
  const [first = 0, second = 0] = numbers;
  const input = file('input.png');
  if (kind === 'prim-paste') {
    const target = await decodePngRgb(input);
    pixels.paste(target, await decodePngRgba(file('overlay.png')), first, second);
    return [target.data, (await decodePngRgb(file('expected.png'))).data];
  }
  if (kind === 'prim-gaussianblur') {
    const blurred = pixels.blurRgb(await decodePngRgb(input), first);
    return [blurred.data, (await decodePngRgb(file('expected.png'))).data];
  }
  const hasAlpha = input[25] === 6;
  const source = hasAlpha ? await decodePngRgba(input) : await decodePngRgb(input);
  const resized = hasAlpha
    ? pixels.resizeRgba(source, first, second)
    : pixels.resizeRgb(source, first, second);
  const read = hasAlpha ? decodePngRgba : decodePngRgb;
  return [resized.data, (await read(file('expected.png'))).data];
}

(rows.length > 0 ? test : test.skip)('golden single operations are the same', async () => {
  const wrong: string[] = [];
  for (const row of rows) {
    const [ours, expected] = await carryOut(row);
    if (!Buffer.from(ours).equals(expected)) wrong.push(row.id);
  }
  expect(wrong).toEqual([]);
});

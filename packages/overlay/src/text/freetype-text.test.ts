import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextLayout } from '@marquee/contracts';
import { askPillow, objectsIn } from '@marquee/testing';
import { createFreetypeText } from './freetype-text.ts';
import type { TextBox, TextEngine, TextSpec } from './text-engine.ts';
import { type CompiledWasm, compile } from './web-assembly.ts';

interface Case {
  font: string;
  size: number;
  text: string;
  layout: TextLayout;
  stroke: number;
  box: number[];
  ink: number[];
  sha256: string;
}

const root = join(__dirname, '../../../..');
const reference = join(__dirname, '../../reference');
const openFonts = join(root, 'node_modules/@expo-google-fonts');
const kometaFonts = join(root, '../shared/kometa-data/fonts');
const golden = join(root, '../shared/golden');

/** The module as the product builds it; undefined where it cannot be built, which in CI is an error. */
function freetype(): CompiledWasm | undefined {
  const build = spawnSync(process.execPath, [join(__dirname, '../../freetype/build.mjs'), 'freetype']);
  if (build.status === 0) return compile(readFileSync(build.stdout.toString().trim()));
  if (process.env.CI === 'true') throw new Error(build.stderr.toString());
  return undefined;
}

const built = freetype();
const harfbuzz = compile(readFileSync(join(root, 'node_modules/harfbuzzjs/dist/harfbuzz.wasm')));
const whenBuilt = built === undefined ? describe.skip : describe;

function engine(): TextEngine {
  if (built === undefined) throw new Error('FreeType was not built');
  return createFreetypeText({ wasm: built, harfbuzz });
}

function addFrom(text: TextEngine, folder: string, font: string): void {
  if (!text.hasFont(font)) text.addFont(font, readFileSync(join(folder, font)));
}

function boxOf({ left, top, right, bottom }: TextBox): number[] {
  return [left, top, right, bottom];
}

/** Those that come out otherwise than Pillow's. */
function wrong(text: TextEngine, cases: readonly Case[]): Case[] {
  return cases.filter((asked) => {
    addFrom(text, openFonts, asked.font);
    const spec: TextSpec = { ...asked, style: null };
    const { left, top, width, height, data } = text.mask(spec, asked.stroke);
    const digest = createHash('sha256').update(data).digest('hex').slice(0, 24);
    const got = [...boxOf(text.measure(spec)), left, top, width, height, digest];
    return got.join() !== [...asked.box, ...asked.ink, asked.sha256].join();
  });
}

whenBuilt('text set by FreeType and HarfBuzz', () => {
  const plain = (more: Partial<TextSpec> = {}): TextSpec => ({
    font: 'roboto/500Medium/Roboto_500Medium.ttf',
    size: 55,
    style: null,
    text: 'Dolby Vision',
    layout: 'raqm',
    ...more,
  });

  /** An engine that has the font of `plain`. */
  function ready(): TextEngine {
    const text = engine();
    addFrom(text, openFonts, plain().font);
    return text;
  }

  function bytesOf(font: string): Uint8Array {
    return new Uint8Array(readFileSync(join(openFonts, font)));
  }

  test('is that of Pillow, to the bit', () => {
    const committed = objectsIn<Case>(readFileSync(join(reference, 'text.ndjson'), 'utf8'));
    expect(committed.length).toBeGreaterThan(300);
    expect(wrong(engine(), committed)).toEqual([]);
  });

  const script = join(reference, 'text_reference.py');
  const pillow =
    built === undefined ? undefined : askPillow<Case>(script, openFonts, '--seed', 'again', '--cases', '80');
  (pillow === undefined ? test.skip : test)('is that of the Pillow which is asked now', () => {
    expect(pillow).toHaveLength(80);
    expect(wrong(engine(), pillow ?? [])).toEqual([]);
  });

  const seen = existsSync(golden) ? test : test.skip;
  seen.each(['basic', 'raqm'] as const)('has the boxes that Kometa’s fonts have in %s layout', (layout) => {
    const rows = JSON.parse(readFileSync(join(golden, `text-metrics-${layout}.json`), 'utf8')) as {
      font: string;
      size: number;
      bbox: Record<string, number[]>;
    }[];
    const text = engine();
    const cases = rows.flatMap(({ font, size, bbox }) =>
      Object.entries(bbox).map(([words, box]) => ({ font, size, text: words, box })),
    );
    const differing = cases.filter(({ box, ...spec }) => {
      addFrom(text, kometaFonts, spec.font);
      return boxOf(text.measure({ ...spec, layout, style: null })).join() !== box.join();
    });
    expect(cases.length).toBeGreaterThan(6000);
    expect(differing).toEqual([]);
  });

  test('is the same when it is asked again, in whatever order', () => {
    const [text, other] = [ready(), ready()];
    const first = text.mask(plain(), 3);
    other.mask(plain({ size: 20 }), 0);
    other.measure(plain({ layout: 'basic', text: 'AVATAR' }));
    expect(text.mask(plain(), 3)).toEqual(first);
    expect(other.mask(plain(), 3)).toEqual(first);
  });

  test('names the font and its styles', () => {
    const names = engine().addFont('a', bytesOf(plain().font));
    expect(names).toEqual({ family: 'Roboto', style: 'Medium', variations: [] });
  });

  test('refuses a style that the font has not', () => {
    expect(() => ready().measure(plain({ style: 'Bold' }))).toThrow(
      expect.objectContaining({ code: 'font.style-unknown' }),
    );
  });

  test('refuses what is no font', () => {
    const text = ready();
    for (const bytes of [
      new Uint8Array(0),
      new Uint8Array(5000).fill(65),
      bytesOf(plain().font).slice(0, 300),
    ])
      expect(() => text.addFont('broken', bytes)).toThrow(
        expect.objectContaining({ code: 'font.unreadable' }),
      );
    expect(text.hasFont('broken')).toBe(false);
    expect(text.measure(plain()).right).toBeGreaterThan(200);
  });

  test('refuses a font of more than 30 MB', () => {
    expect(() => engine().addFont('large', new Uint8Array(30_000_001))).toThrow(
      expect.objectContaining({ code: 'font.too-large' }),
    );
  });

  test('outlives damaged fonts and goes on exactly', () => {
    const text = ready();
    const before = text.mask(plain(), 2);
    const good = bytesOf('comfortaa/700Bold/Comfortaa_700Bold.ttf');
    let refused = 0;
    for (let number = 0; number < 150; number++) {
      const bytes = good.slice();
      const random = createHash('shake128', { outputLength: 320 }).update(`damage ${number}`).digest();
      for (let at = 0; at < 320; at += 4)
        bytes[random.readUInt32LE(at) % (number % 2 === 0 ? 2000 : bytes.length)] = random[at] ?? 0;
      try {
        text.addFont(`damaged ${number}`, bytes);
        text.mask(plain({ font: `damaged ${number}`, text: 'ffi Åé 8.3' }), number % 3);
      } catch (error) {
        expect(error).toMatchObject({ code: 'font.unreadable' });
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(10);
    expect(text.mask(plain(), 2)).toEqual(before);
  });

  test('outlives a font whose character map is broken', () => {
    const text = ready();
    const before = text.measure(plain());
    const bytes = bytesOf(plain().font);
    expect(() => text.addFont('broken map', withBrokenMap(bytes))).toThrow(
      expect.objectContaining({ code: 'font.unreadable' }),
    );
    expect(text.measure(plain())).toEqual(before);
  });

  test.each([
    ['combining marks', `a${'\u0301'.repeat(500_000)}`],
    ['letters', 'x'.repeat(1_000_000)],
    ['brackets and Hebrew', `${'('.repeat(1_000_000)}א`],
  ])('cuts a megabyte of %s off', (_, words) => {
    const text = ready();
    const cut = [...words].slice(0, 2000).join('');
    expect(text.measure(plain({ text: words }))).toEqual(text.measure(plain({ text: cut })));
    expect(text.mask(plain({ text: words }), 1).width).toBeLessThanOrEqual(16_384);
  });

  test('keeps within its memory however many fonts and sizes come', () => {
    const text = ready();
    const bytes = bytesOf('inter/500Medium/Inter_500Medium.ttf');
    const before = text.mask(plain(), 1);
    const padded = new Uint8Array(20_000_000);
    padded.set(bytes);
    for (let number = 0; number < 15; number++) {
      text.addFont(`padded ${number}`, padded);
      text.measure(plain({ font: `padded ${number}` }));
    }
    expect(text.mask(plain(), 1)).toEqual(before);
    expect(text.measure(plain({ font: 'padded 0' }))).toEqual(text.measure(plain({ font: 'padded 14' })));
  });
});

/** The font with a segment of its map ending before it starts. */
function withBrokenMap(font: Uint8Array): Uint8Array {
  const bytes = font.slice();
  const view = new DataView(bytes.buffer);
  const tables = Array.from({ length: view.getUint16(4) }, (_, at) => 12 + at * 16);
  const map = tables.find((at) => view.getUint32(at) === 0x636d6170);
  const start = view.getUint32((map ?? 0) + 8);
  for (let at = 0; at < view.getUint16(start + 2); at++) {
    const subtable = start + view.getUint32(start + 4 + at * 8 + 4);
    if (view.getUint16(subtable) === 4) view.setUint16(subtable + 6, 0xfffe);
    if (view.getUint16(subtable) === 12) view.setUint32(subtable + 12, 0xffffff);
  }
  return bytes;
}

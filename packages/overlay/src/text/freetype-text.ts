import { RENDER_LIMITS } from '@marquee/contracts';
import { layBasic } from './basic-layout.ts';
import type { LaidGlyph } from './laid-glyphs.ts';
import { layRaqm } from './raqm-layout.ts';
import { GlyphError, type SizedFace } from './sized-face.ts';
import { type FontNames, FontProblem, type FontSpec, type TextEngine, type TextSpec } from './text-engine.ts';
import { extentOf } from './text-extent.ts';
import { type OpenFont, startMachine } from './text-machine.ts';
import { maskOf } from './text-mask.ts';
import { compile, hasEnded, type WasmCode } from './web-assembly.ts';

export interface FreetypeTextParts {
  /** What `freetype/build.mjs` makes. */
  wasm: WasmCode;
  /** `harfbuzzjs/dist/harfbuzz.wasm`. */
  harfbuzz: WasmCode;
}

/** Longer text is cut off: at any size that can be read it is wider than every canvas. */
const MAX_CHARACTERS = 2_000;
const MAX_FONT_BYTES_HELD = 120_000_000;
const MAX_SIZES_HELD = 2_000;

interface KnownFont {
  bytes: Uint8Array;
  names: FontNames;
  /** Set once the font has brought the modules down. */
  broken: boolean;
}

/** Text exactly as Pillow draws it. A font that brings FreeType down costs only itself. */
export function createFreetypeText({ wasm, harfbuzz }: FreetypeTextParts): TextEngine {
  const code = { freetype: compile(wasm), harfbuzz: compile(harfbuzz) };
  const fonts = new Map<string, KnownFont>();
  let machine = startMachine(code.freetype, code.harfbuzz);

  /** Runs what may hit a hostile font. */
  function guarded<Result>(font: string, work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      if (error instanceof GlyphError) throw new FontProblem('font.unreadable', `${font}: ${error.message}`);
      if (!hasEnded(error)) throw error;
      machine = startMachine(code.freetype, code.harfbuzz);
      const known = fonts.get(font);
      if (known !== undefined) known.broken = true;
      throw new FontProblem('font.unreadable', `${font} is damaged`);
    }
  }

  function open(font: string, bytes: Uint8Array): OpenFont {
    const load = machine.load();
    if (load.sizes > MAX_SIZES_HELD || load.bytes + bytes.length > MAX_FONT_BYTES_HELD)
      machine = startMachine(code.freetype, code.harfbuzz);
    return machine.open(font, bytes);
  }

  function faceFor({ font, size, style }: FontSpec): SizedFace {
    const known = fonts.get(font);
    if (known === undefined) throw new Error(`The font ${font} was not added`);
    if (known.broken) throw new FontProblem('font.unreadable', `${font} is damaged`);
    const opened = open(font, known.bytes);
    return opened.at(Math.trunc(Math.fround(size) * 64), styleNumber(opened, style));
  }

  function lay({ text, layout }: TextSpec, face: SizedFace): LaidGlyph[] {
    const characters = charactersOf(text);
    return layout === 'raqm' ? layRaqm(face, characters) : layBasic(face, characters);
  }

  return {
    exact: true,
    hasFont: (font) => fonts.has(font),
    addFont(font, bytes) {
      const known = fonts.get(font);
      if (known !== undefined) return known.names;
      if (bytes.length > RENDER_LIMITS.fontBytes)
        throw new FontProblem('font.too-large', `Fonts may have ${RENDER_LIMITS.fontBytes / 1e6} MB`);
      const { family, style, variations } = guarded(font, () => open(font, bytes));
      const names = { family, style, variations: variations ?? [] };
      fonts.set(font, { bytes, names, broken: false });
      return names;
    },
    measure: (spec) =>
      guarded(spec.font, () => {
        const face = faceFor(spec);
        const { xMin, yMin, xMax, yMax } = extentOf(face, lay(spec, face), false);
        return { left: xMin, top: 0, right: xMax, bottom: yMax - yMin };
      }),
    mask: (spec, strokeWidth) =>
      guarded(spec.font, () => {
        const face = faceFor(spec);
        return maskOf(face, lay(spec, face), strokeWidth);
      }),
  };
}

function styleNumber({ variations, family }: OpenFont, style: string | null): number {
  if (style === null) return 0;
  const at = variations?.indexOf(style) ?? -1;
  if (at < 0) {
    const offered = variations === undefined ? 'it does not vary' : `it has ${variations.join(', ')}`;
    throw new FontProblem('font.style-unknown', `${family} has no style ${style}: ${offered}`);
  }
  return at + 1;
}

/** Code points, as Python counts them. */
function charactersOf(text: string): number[] {
  const characters: number[] = [];
  for (const letter of text.slice(0, MAX_CHARACTERS * 2)) {
    if (characters.length === MAX_CHARACTERS) break;
    characters.push(letter.codePointAt(0) ?? 0);
  }
  return characters;
}

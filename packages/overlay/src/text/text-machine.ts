import { type Freetype, readFacts, startFreetype } from './freetype-module.ts';
import { startHarfbuzz } from './harfbuzz-module.ts';
import { kernTable } from './kern-table.ts';
import { type Axis, createShaper, type Shaper, shaperFace, shaperParts } from './shaper.ts';
import { type SizedFace, sizedFace } from './sized-face.ts';
import { FontProblem } from './text-engine.ts';
import { type CompiledWasm, textAt } from './web-assembly.ts';

/** One life of both modules, with the fonts that were opened in it. */
export interface TextMachine {
  open(name: string, bytes: Uint8Array): OpenFont;
  /** Bytes of fonts in each module, and sizes opened: when it is much, a fresh machine is cheaper than tidying up. */
  load(): { bytes: number; sizes: number };
}

export interface OpenFont {
  family: string;
  style: string;
  /** Undefined for a font that does not vary. */
  variations: string[] | undefined;
  /** `number` of the named style, counted from 1; 0 for none. */
  at(size: number, number: number): SizedFace;
}

interface OpenFace {
  face: number;
  shaper: Shaper;
  sizes: Map<number, SizedFace>;
}

export function startMachine(freetype: CompiledWasm, harfbuzz: CompiledWasm): TextMachine {
  const hb = startHarfbuzz(harfbuzz);
  /** HarfBuzz' faces, by where FreeType has their bytes. */
  const shaping = new Map<number, () => number>();
  const ft = startFreetype(freetype, hb, (at) => shaping.get(at)?.() ?? 0);
  const parts = shaperParts(hb, ft);
  const fonts = new Map<string, OpenFont>();
  const load = { bytes: 0, sizes: 0 };

  function openFont(name: string, bytes: Uint8Array): OpenFont {
    const copy = ft.take(bytes.length);
    if (copy === 0) throw new FontProblem('font.unreadable', `There is no memory left for the font ${name}`);
    new Uint8Array(ft.memory.buffer).set(bytes, copy);
    load.bytes += bytes.length;
    const openFace = () => {
      const face = ft.face_open(copy, bytes.length);
      if (face === 0)
        throw new FontProblem('font.unreadable', `${name} is not a font that FreeType can read`);
      return face;
    };
    const plain = openFace();
    const shapingFace = once(() => shaperFace(hb, bytes));
    shaping.set(copy, shapingFace);
    const faces = new Map<number, OpenFace>();
    const styled = (number: number): OpenFace => {
      const face = number === 0 ? plain : openFace();
      if (number > 0 && ft.style_set(face, number) !== 0)
        throw new FontProblem('font.unreadable', `A named style of ${name} cannot be set`);
      const axes = number > 0 ? axesOf(ft, face) : [];
      const kern = kernTable(ft, face);
      const shaper = createShaper(parts, { face: shapingFace(), freetypeFace: face, axes, kern });
      return { face, shaper, sizes: new Map() };
    };
    return {
      family: textAt(ft.memory, ft.face_family(plain)),
      style: textAt(ft.memory, ft.face_style(plain)),
      variations: stylesOf(ft, plain),
      at(size, number) {
        const of = faces.get(number) ?? styled(number);
        faces.set(number, of);
        return of.sizes.get(size) ?? openSize(ft, of, size, name);
      },
    };
  }

  function openSize(module: Freetype, { face, shaper, sizes }: OpenFace, size: number, name: string) {
    const pointer = module.size_open(face, size);
    if (pointer === 0)
      throw new FontProblem('font.unreadable', `${name} cannot be set at ${size / 64} pixels`);
    load.sizes++;
    const made = sizedFace(module, { face, size: pointer, shape: shaper.at(size) });
    sizes.set(size, made);
    return made;
  }

  return {
    open(name, bytes) {
      const known = fonts.get(name) ?? openFont(name, bytes);
      fonts.set(name, known);
      return known;
    },
    load: () => load,
  };
}

function once(make: () => number): () => number {
  let made: number | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** As Pillow lists them: the bytes of the names without their zeros, each name once. */
function stylesOf(ft: Freetype, face: number): string[] | undefined {
  const count = ft.style_count(face);
  if (count < 0) return undefined;
  const names = Array.from({ length: count }, (_, style) => {
    const pointer = ft.style_name(face, style);
    if (pointer === 0) return '';
    const bytes = new Uint8Array(ft.memory.buffer).slice(pointer, pointer + readFacts(ft).textLength);
    return new TextDecoder().decode(bytes.filter((byte) => byte !== 0));
  });
  return [...new Set(names)];
}

function axesOf(ft: Freetype, face: number): Axis[] {
  return Array.from({ length: ft.axis_count(face) }, (_, axis) => ({
    tag: ft.axis_tag(face, axis) >>> 0,
    position: ft.axis_position(face, axis),
  }));
}

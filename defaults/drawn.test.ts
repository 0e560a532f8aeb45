import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { OverlayAccount, OverlayFacts, OverlayLevel } from '@marquee/contracts';
import { overlaySetOf, readOverlayFile } from '@marquee/kometa';
import {
  canvasOf,
  createEngine,
  createFreetypeText,
  type Engine,
  plainPixels,
  type Rgb,
  type Rgba,
} from '@marquee/overlay';
import sharp from 'sharp';
import { parse, stringify } from 'yaml';

jest.setTimeout(180_000);

const here = (...parts: string[]) => join('defaults', ...parts);
const inNode = (script: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
const freetype: { path?: string; reason?: string } = JSON.parse(
  inNode(
    "import { ensureNative } from './packages/overlay/freetype/build.mjs';console.log(JSON.stringify(await ensureNative({ name: 'freetype' })))",
  ),
);
if (freetype.path === undefined && process.env.CI === 'true') throw new Error(freetype.reason);
const describeWhereTextIsExact = freetype.path === undefined ? describe.skip : describe;

const facts: Omit<OverlayFacts, 'level'> = {
  title: 'The Pilot’s Wife',
  originalTitle: null,
  showTitle: 'Harbour Street',
  seasonTitle: 'Season 1',
  seasonNumber: 1,
  episodeNumber: 28,
  episodeCount: 128,
  edition: 'Criterium Restoration',
  contentRating: 'PG-13',
  originallyAvailable: '2018-08-28',
  criticRating: 10,
  audienceRating: 10,
  userRating: 10,
  durationMs: 224 * 60_000,
  partDurationsMs: [50 * 60_000],
  bitratesKbps: [48_000],
  versions: 2,
  ratings: {},
};

describeWhereTextIsExact('drawn', () => {
  let engine: Engine;
  const pictures = new Map<string, Rgba>();

  beforeAll(async () => {
    const harfbuzz = readFileSync(createRequire(__filename).resolve('harfbuzzjs/dist/harfbuzz.wasm'));
    const text = createFreetypeText({ wasm: readFileSync(freetype.path ?? ''), harfbuzz });
    const fonts: { name: string; file: string }[] = JSON.parse(
      inNode(
        "import { shippedFonts } from './defaults/fonts.mjs';console.log(JSON.stringify(shippedFonts()))",
      ),
    );
    for (const { name, file } of fonts) text.addFont(`fonts/${name}`, readFileSync(file));
    for (const name of readdirSync(here('overlays/images'))) {
      const { data, info } = await sharp(here('overlays/images', name))
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      pictures.set(name.replace(/\.png$/, ''), { width: info.width, height: info.height, data });
    }
    engine = createEngine({ pixels: plainPixels(), text });
  });

  function draw(text: string, level: OverlayLevel, shade: number, only?: string) {
    const set = overlaySetOf([readOverlayFile(text, { libraryKind: level === 'movie' ? 'movie' : 'show' })]);
    const matched = set.definitions.filter(
      (one) => one.level === level && (only === undefined || one.mapping === only),
    );
    return engine.draw(plain(level, shade), {
      set,
      matched: new Set(matched.map(({ key }) => key)),
      assumed: new Set(),
      facts: { ...facts, level },
      sampled: [],
      layout: 'basic',
      assets: {
        font: (reference) => reference ?? 'fonts/Roboto-Medium.ttf',
        image: ({ value }) => pictures.get(value.replace(/^config\/overlays\/(.*)\.png$/, '$1')),
      },
    });
  }

  const templates = readdirSync(here('overlays/templates')).map((name) => ({
    name,
    ...parse(readFileSync(here('overlays/templates', name), 'utf8')),
  }));
  test.each(templates)(
    '$name shows on bright and on dark posters, within the poster',
    ({ level, definition, title }) => {
      for (const shade of [16, 240]) {
        const { rgb, account } = draw(stringify({ overlays: { one: definition } }), level, shade);
        expect(account.failure).toBeNull();
        expect(account.overlays.map(({ outcome }) => outcome.fate)).toEqual(['drawn']);
        // What only darkens cannot be seen on black, nor a blur on anything plain.
        if (/^(Dark|Plain|Hide)/.test(title)) continue;
        expect(stands(rgb, shade)).toBe(true);
        expect(overflow(account.overlays[0], level)).toEqual([]);
      }
    },
  );

  const demo = ['films.yml', 'series.yml'].flatMap((name) => {
    const text = readFileSync(here('demo/overlays', name), 'utf8');
    const { entries } = readOverlayFile(text, { libraryKind: name === 'films.yml' ? 'movie' : 'show' });
    return entries.map(({ mapping, level }) => ({ name, mapping, level, text }));
  });
  test.each(demo)('$name: $mapping fits its box', ({ text, level, mapping }) => {
    const { account } = draw(text, level, 120, mapping);
    const drawn = account.overlays.filter(({ outcome }) => outcome.fate === 'drawn');
    expect(drawn.map(({ key }) => key)).toEqual([mapping]);
    expect(overflow(drawn[0], level, { hangs: true })).toEqual([]);
  });
});

function plain(level: OverlayLevel, shade: number): Rgb {
  const { width, height } = canvasOf(level);
  return { width, height, data: new Uint8Array(width * height * 3).fill(shade) };
}

/** Whether any of it stands out from the plain poster. */
function stands({ data }: Rgb, shade: number): boolean {
  const [dark, bright] = [shade - 60, shade + 60];
  for (let at = 0; at < data.length; at += 1) {
    const value = data[at] ?? shade;
    if (value < dark || value > bright) return true;
  }
  return false;
}

/** Sides on which a text leaves its back box, or all of it the canvas. */
function overflow(
  account: OverlayAccount | undefined,
  level: OverlayLevel,
  { hangs = false } = {},
): string[] {
  if (account?.content == null) return [];
  const { width, height } = canvasOf(level);
  const { content, back } = account;
  const canvas = { x: 0, y: 0, width, height };
  return [
    ...(back === null ? [] : outside(content, back, 6)),
    ...outside(content, canvas, 0),
    ...(back === null || hangs ? [] : outside(back, canvas, -1)),
  ];
}

type Area = NonNullable<OverlayAccount['box']>;
function outside(inner: Area, outer: Area, margin: number): string[] {
  const sides = {
    left: inner.x - outer.x,
    top: inner.y - outer.y,
    right: outer.x + outer.width - inner.x - inner.width,
    bottom: outer.y + outer.height - inner.y - inner.height,
  };
  return Object.entries(sides).flatMap(([side, room]) => (room < margin ? [`${side}: ${room}`] : []));
}

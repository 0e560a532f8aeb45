import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OverlayLevel } from '@marquee/contracts';
import { overlaySetOf, readOverlayFile } from '@marquee/kometa';
import {
  type Canvas,
  type Codec,
  type Engine,
  type EngineParts,
  probe,
  type Rgb,
  type Rgba,
} from '@marquee/overlay';
import { stringify } from 'yaml';
import type { Check, Subject } from './check.ts';
import { compareAlpha, compareRgb } from './difference.ts';
import type { GoldenAssets } from './golden-assets.ts';
import type { GoldenCase, ProbeCase, RunCase } from './golden-case.ts';
import { type Episodes, factsOf } from './golden-facts.ts';

export interface Laboratory {
  folder: string;
  engine: Engine;
  parts: EngineParts;
  codec: Codec;
  assets: GoldenAssets;
  episodes: Episodes;
  /** Of one of Kometa's default overlay files. */
  defaultQueues(name: string): Promise<unknown>;
}

type OfKind<K> = Extract<GoldenCase, { kind: K }>;

/** Everything that a case says, compared with what we do. */
export async function checkCase(one: GoldenCase, lab: Laboratory): Promise<Check[]> {
  if ('source' in one) return checkRun(one, lab);
  switch (one.kind) {
    case 'prim-lanczos':
    case 'prim-gaussianblur':
    case 'prim-paste':
      return checkPixelWork(one, lab);
    case 'prim-encode':
      return checkEncoder(one, lab);
    case 'image-scale':
      return checkScale(one, lab);
    case 'fresh-composite':
      return checkComposite(one, lab);
    default:
      return checkProbe(one, lab);
  }
}

const pathOf = ({ id }: { id: string }, { folder }: Laboratory, name: string) =>
  join(folder, 'cases', id, name);
const fileOf = (one: { id: string }, lab: Laboratory, name: string) => readFile(pathOf(one, lab, name));
const rgbOf = async (one: { id: string }, lab: Laboratory, name: string): Promise<Rgb> =>
  (await lab.codec.decodePoster(await fileOf(one, lab, name))).rgb;
const rgbaOf = async (one: { id: string }, lab: Laboratory, name: string): Promise<Rgba> =>
  lab.codec.decodePicture(await fileOf(one, lab, name));

async function checkPixelWork(
  one: OfKind<'prim-lanczos'> | OfKind<'prim-gaussianblur'> | OfKind<'prim-paste'>,
  lab: Laboratory,
): Promise<Check[]> {
  const { pixels } = lab.parts;
  const alpha = one.kind === 'prim-lanczos' && (await hasAlpha(one, lab));
  if (alpha) {
    const [width, height] = one.size;
    const made = pixels.resizeRgba(await rgbaOf(one, lab, 'input.png'), width, height);
    return [compareAlpha('pixels', one.kind, await rgbaOf(one, lab, 'expected.png'), made)];
  }
  const input = await rgbOf(one, lab, 'input.png');
  const made = { ...input, data: input.data.slice() };
  if (one.kind === 'prim-paste')
    pixels.paste(made, await rgbaOf(one, lab, 'overlay.png'), one.xy[0], one.xy[1]);
  const result =
    one.kind === 'prim-paste'
      ? made
      : one.kind === 'prim-lanczos'
        ? pixels.resizeRgb(input, one.size[0], one.size[1])
        : pixels.blurRgb(input, one.radius);
  return [compareRgb('pixels', one.kind, await rgbOf(one, lab, 'expected.png'), result)];
}

/** The colour type in a PNG's header: 4 and 6 have alpha. */
async function hasAlpha(one: { id: string }, lab: Laboratory): Promise<boolean> {
  const header = await fileOf(one, lab, 'input.png');
  return header[25] === 4 || header[25] === 6;
}

async function checkEncoder(one: OfKind<'prim-encode'>, lab: Laboratory): Promise<Check[]> {
  const { ext, quality, lossless } = one.save;
  const name = `expected.${ext}`;
  const input = await rgbOf(one, lab, 'input.png');
  const format =
    ext === 'webp' ? (lossless === true ? 'webp_lossless' : 'webp_lossy') : ext === 'jpg' ? 'jpg' : 'png';
  // Pillow's own default where nothing is said.
  const made = await lab.codec.encode(input, {
    format,
    quality: quality ?? (ext === 'jpg' ? 75 : 80),
    exif: null,
    icc: null,
  });
  if (format !== 'png') return [sameBytes('uploads', name, await fileOf(one, lab, name), made)];
  return [compareRgb('pixels', name, await rgbOf(one, lab, name), (await lab.codec.decodePoster(made)).rgb)];
}

async function checkScale(one: OfKind<'image-scale'>, lab: Laboratory): Promise<Check[]> {
  const { definition } = onlyDefinition(one.overlay, 'movie');
  const source = await rgbaOf(one, lab, 'input.png');
  const assets = { ...lab.assets, image: () => source };
  const { picture } = probe(
    lab.parts,
    definition,
    { width: 1000, height: 1500 },
    { layout: 'basic', assets },
  );
  return [
    sameNumbers('image_size', one.image_size, picture === null ? null : [picture.width, picture.height]),
    ...(picture === null
      ? []
      : [compareAlpha('layers', 'scaled picture', await rgbaOf(one, lab, 'expected.scaled.png'), picture)]),
  ];
}

async function checkProbe(one: ProbeCase, lab: Laboratory): Promise<Check[]> {
  const [width, height] = one.canvas;
  const canvas: Canvas = { width, height };
  const { definition } = onlyDefinition(one.overlay, levelOf(canvas));
  await lab.assets.prepare([definition]);
  const { layer, textBox, picture, placed } = probe(lab.parts, definition, canvas, {
    layout: one.layout,
    assets: lab.assets,
  });
  const main = placed.addon ?? placed.content;
  const numbers = (
    what: string,
    expected: readonly number[] | null | undefined,
    actual: readonly number[] | null,
  ) => (expected === null || expected === undefined ? [] : [sameNumbers(what, expected, actual)]);
  return [
    ...numbers(
      'text_bbox',
      one.text_bbox,
      textBox === null ? null : [textBox.left, textBox.top, textBox.right, textBox.bottom],
    ),
    ...numbers('start_xy', one.start_xy, [placed.start.x, placed.start.y]),
    ...numbers('main_xy', one.main_xy, [main.x, main.y]),
    ...numbers('image_size', one.image_size, picture === null ? null : [picture.width, picture.height]),
    ...(one.files.includes('expected.layer.png')
      ? [compareAlpha('layers', 'layer', await rgbaOf(one, lab, 'expected.layer.png'), layer)]
      : []),
  ];
}

async function checkComposite(one: OfKind<'fresh-composite'>, lab: Laboratory): Promise<Check[]> {
  const overlays = Object.fromEntries(
    one.overlays.map((overlay, index) => [`${index}`.padStart(2, '0'), { overlay }]),
  );
  return checkPicture(
    {
      ...one,
      queues: undefined,
      item: { type: one.level, title: one.id, attrs: {}, ratings: [], media: [] },
      parents: {},
    },
    overlays,
    lab,
  );
}

async function checkRun(one: RunCase, lab: Laboratory): Promise<Check[]> {
  const overlays =
    one.overlays ??
    Object.fromEntries(
      Object.entries(one.effective_overlays ?? {}).map(([name, overlay]) => [name, { overlay }]),
    );
  const [from] = one.overlay_files;
  if (from === undefined) return checkPicture(one, overlays, lab);
  // What a default file draws stands in the case; the queues it draws in stand in the file.
  const queues = one.queues ?? (await lab.defaultQueues(from.default));
  return checkPicture({ ...one, queues }, overlays, lab, from.template_variables);
}

type Pictured = Pick<
  RunCase,
  'id' | 'files' | 'layout' | 'level' | 'poster' | 'queues' | 'item' | 'parents'
> &
  Partial<Pick<RunCase, 'rgb_sha256' | 'uploaded' | 'log'>>;

async function checkPicture(
  one: Pictured,
  overlays: Record<string, unknown>,
  lab: Laboratory,
  queueVariables: Record<string, unknown> = {},
): Promise<Check[]> {
  const { files, level } = one;
  const text = stringify({ overlays, ...(one.queues === undefined ? {} : { queues: one.queues }) });
  const read = readOverlayFile(text, { libraryKind: kindOf(level), queueVariables });
  const set = overlaySetOf([read]);
  await lab.assets.prepare(set.definitions);
  const poster = await lab.codec.decodePoster(await readFile(join(lab.folder, one.poster)));
  const { rgb, account } = lab.engine.draw(poster.rgb, {
    set,
    matched: new Set(set.definitions.map(({ key }) => key)),
    assumed: new Set(),
    facts: factsOf(one, lab.episodes),
    sampled: [],
    layout: one.layout,
    assets: lab.assets,
  });
  const refused = account.outcome !== 'drawn';
  const checks: Check[] = [];
  if (one.uploaded === false) {
    const why = account.failure?.message ?? read.problems.map(({ message }) => message).join('; ');
    return [
      {
        subject: 'refusals',
        what: 'nothing is uploaded',
        ok: refused && why !== '',
        detail: refused ? '' : 'we would upload',
      },
    ];
  }
  const applied = appliedIn(one.log ?? []);
  if (applied !== null) {
    const drawable = account.applied.filter((key) => fateOf(account, key) !== 'refused').join(', ');
    checks.push({
      subject: 'refusals',
      what: 'overlays applied',
      ok: applied === drawable,
      detail: `${applied} ≠ ${drawable}`,
    });
  }
  if (one.rgb_sha256 !== undefined) checks.push(await sameHash(one, lab, rgb));
  else if (files.includes('expected.png'))
    checks.push(compareRgb('pixels', 'expected.png', await rgbOf(one, lab, 'expected.png'), rgb));
  for (const name of files.filter((file) => /^expected\.(webp|jpg)$/.test(file))) {
    const made = await lab.codec.encode(rgb, {
      format: name.endsWith('webp') ? 'webp_lossy' : 'jpg',
      quality: 90,
      exif: poster.exif,
      icc: poster.icc,
    });
    checks.push(sameBytes('uploads', name, await fileOf(one, lab, name), made));
  }
  return checks;
}

function fateOf(
  { overlays }: { overlays: readonly { key: string; outcome: { fate: string } }[] },
  key: string,
) {
  return overlays.find((overlay) => overlay.key === key)?.outcome.fate;
}

async function sameHash(one: Pictured, lab: Laboratory, rgb: Rgb): Promise<Check> {
  const actual = createHash('sha256').update(rgb.data).digest('hex');
  const check: Check = {
    ...{ subject: 'pixels' as const, what: 'rgb_sha256', ok: actual === one.rgb_sha256 },
    detail: `${one.rgb_sha256} ≠ ${actual}`,
  };
  if (check.ok || !one.files.includes('expected.png')) return check;
  return { ...compareRgb('pixels', 'rgb_sha256', await rgbOf(one, lab, 'expected.png'), rgb), ok: false };
}

/** What Kometa's log lists as applied; null when it lists nothing. */
function appliedIn(log: readonly string[]): string | null {
  const line = log.find((entry) => entry.includes('Overlays Applied: '));
  return line === undefined
    ? null
    : line
        .replace(/^.*Overlays Applied: /, '')
        .replaceAll(/Overlay File \(\d+\) /g, '')
        .replace(/\s+/g, ' ');
}

function onlyDefinition(overlay: Record<string, unknown>, level: 'movie' | 'episode' | 'album') {
  const [entry] = readOverlayFile(stringify({ overlays: { one: { overlay } } }), {
    libraryKind: kindOf(level),
  }).entries;
  const { definitions } = overlaySetOf([
    { entries: entry === undefined ? [] : [entry], queues: [], problems: [] },
  ]);
  const [definition] = definitions;
  if (definition === undefined)
    throw new Error(`Our reader refuses this overlay: ${JSON.stringify(overlay)}`);
  return { definition };
}

/** The kind of library that items of a level live in. */
function kindOf(level: OverlayLevel): 'movie' | 'show' | 'artist' {
  if (level === 'movie') return level;
  return level === 'artist' || level === 'album' ? 'artist' : 'show';
}

function levelOf({ width, height }: Canvas): 'movie' | 'episode' | 'album' {
  if (width > height) return 'episode';
  return width === height ? 'album' : 'movie';
}

function sameBytes(subject: Subject, what: string, expected: Uint8Array, actual: Uint8Array): Check {
  const ok = Buffer.compare(expected, actual) === 0;
  return { subject, what, ok, detail: ok ? '' : `${expected.length} bytes expected, ${actual.length} made` };
}

function sameNumbers(what: string, expected: readonly number[], actual: readonly number[] | null): Check {
  const ok = actual !== null && expected.every((value, index) => value === actual[index]);
  return {
    subject: 'measurements',
    what,
    ok,
    detail: ok ? '' : `[${expected}] expected, [${actual}] measured`,
  };
}

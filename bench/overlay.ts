import { fork, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OverlayFacts } from '@marquee/contracts';
import type { DrawingInput } from '@marquee/overlay';
import { openTools } from '@marquee/renderer';
import sharp from 'sharp';
import { z } from 'zod';
import { type BenchOverlay, benchOverlays, type Lettering, setOf } from './overlay/overlays.ts';
import { drawPosters } from './overlay/posters.ts';
import { median, type Table } from './table.ts';

const ROUNDS = 12;
const SHEET_POSTERS = 1_000;
const ENCODED_POSTERS = 40;
const CANVAS = [1000, 1500] as const;
const root = join(fileURLToPath(import.meta.url), '../../..');
const defaults = join(root, 'dist/defaults');
const shipped = { fonts: join(defaults, 'fonts'), images: join(defaults, 'overlays/images') };
const python = process.env.MARQUEE_PILLOW_PYTHON ?? join(root, 'node_modules/.cache/marquee/venv/bin/python');

const Timed = z.object({
  pixels: z.array(z.number()),
  whole: z.array(z.number()),
  digests: z.array(z.string()),
});
type Timed = z.infer<typeof Timed>;

const facts: OverlayFacts = {
  ...{ level: 'movie', title: 'A film', originalTitle: null, showTitle: null, seasonTitle: null },
  ...{ seasonNumber: null, episodeNumber: null, episodeCount: null, edition: null, contentRating: null },
  ...{ originallyAvailable: null, criticRating: null, audienceRating: null, userRating: null },
  ...{ durationMs: null, partDurationsMs: [], bitratesKbps: [], versions: 1, ratings: {} },
};

/** Draws with fonts and pictures opened beforehand, as Kometa has them. */
async function openDrawing(overlays: readonly BenchOverlay[]) {
  const tools = await openTools({ engine: join(root, 'dist/engine') });
  const star = await tools.codec.decodePicture(await readFile(join(shipped.images, 'marquee-star.png')));
  const files = [join(shipped.fonts, 'Inter-Medium.ttf')];
  const fonts = await Promise.all(
    files.map(async (file) => ({ name: basename(file), bytes: await readFile(file) })),
  );
  const set = setOf(overlays);
  const sizes = new Set(set.definitions.map(({ fontSize }) => fontSize));
  const strokes = new Set(set.definitions.flatMap(({ strokeWidth }) => [0, strokeWidth]));
  const open = () => {
    const { engine, text } = tools.open();
    for (const { name, bytes } of fonts) {
      text.addFont(name, bytes);
      // Another text, so that the font is open at its sizes as it is on the other side.
      for (const size of sizes)
        for (const stroke of strokes)
          text.mask({ font: name, size, style: null, text: 'z', layout: 'basic' }, stroke);
    }
    return engine;
  };
  const input: DrawingInput = {
    ...{ set, facts, layout: 'basic' as const, sampled: [], assumed: new Set<string>() },
    matched: new Set(set.definitions.map(({ key }) => key)),
    assets: { font: (reference) => basename(reference ?? ''), image: () => star },
  };
  return { tools, open, input };
}

async function drawOurs(
  posters: readonly string[],
  overlays: readonly BenchOverlay[],
  { again, encode }: { again: boolean; encode: boolean },
): Promise<Timed> {
  const { tools, open, input } = await openDrawing(overlays);
  const files = await Promise.all(posters.map((file) => readFile(file)));
  const timed: Timed = { pixels: [], whole: [], digests: [] };
  const engines = Array.from({ length: again ? 1 : ROUNDS }, open);
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const file = files[turn % files.length];
    const engine = engines[turn % engines.length];
    if (file === undefined || engine === undefined) break;
    const start = performance.now();
    const { rgb } = await tools.codec.decodePoster(file);
    const drawn = engine.draw(rgb, input, { base: 'drawn-on' });
    timed.pixels.push(performance.now() - start);
    if (encode)
      await tools.codec.encode(drawn.rgb, { format: 'webp_lossy', quality: 90, exif: null, icc: null });
    timed.whole.push(performance.now() - start);
    if (turn < files.length) timed.digests.push(createHash('sha256').update(drawn.rgb.data).digest('hex'));
  }
  return timed;
}

async function drawPillow(
  posters: readonly string[],
  overlays: readonly BenchOverlay[],
  encode: boolean,
): Promise<Timed> {
  const program = spawn(python, [join(root, 'bench/overlay/pillow_poster.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  program.stdin.end(
    JSON.stringify({
      posters,
      overlays,
      fonts: shipped.fonts,
      images: shipped.images,
      canvas: CANVAS,
      rounds: ROUNDS,
      encode,
    }),
  );
  let said = '';
  program.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = await once(program, 'close');
  if (code !== 0)
    throw new Error(
      `Pillow’s program ended with ${code}; ${python} must have PyPI’s Pillow 12.2.0, which npm test installs; MARQUEE_PILLOW_PYTHON names another`,
    );
  return Timed.parse(JSON.parse(said));
}

/** Without the first two, which open files and warm caches on both sides. */
const steady = (values: readonly number[]) => median(values.slice(2));

interface Row {
  what: string;
  pillow: number;
  ours: number;
  /** Null for what is told without having been asked for. */
  goal: number | null;
}

async function compareDrawing(
  what: string,
  posters: readonly string[],
  [count, lettering]: [3 | 8, Lettering],
  goals: [number | null, (number | null)?],
): Promise<Row[]> {
  const overlays = benchOverlays(count, lettering);
  const pillow = await drawPillow(posters, overlays, false);
  const first = await drawOurs(posters, overlays, { again: false, encode: false });
  if (first.digests.join() !== pillow.digests.join())
    throw new Error(`${what}: ours are not Pillow’s pixels`);
  const rows = [
    {
      what: `${what}, first poster`,
      pillow: steady(pillow.pixels),
      ours: steady(first.pixels),
      goal: goals[0],
    },
  ];
  if (goals[1] === undefined) return rows;
  const again = await drawOurs(posters, overlays, { again: true, encode: false });
  const pillowAgain = await drawPillow(posters, overlays, false);
  return [
    ...rows,
    {
      what: `${what}, the same again`,
      pillow: steady(pillowAgain.pixels),
      ours: steady(again.pixels),
      goal: goals[1],
    },
  ];
}

/** Seconds that two processes need, each doing `turns` of a job. */
async function twoProcesses(
  job: 'encode' | 'poster' | 'sheet',
  posters: readonly string[],
  turns: number,
): Promise<number> {
  const children = [0, 1].map(() =>
    fork(fileURLToPath(import.meta.url), [], {
      env: {
        ...process.env,
        MARQUEE_BENCH_JOB: job,
        MARQUEE_BENCH_POSTERS: posters.join('|'),
        MARQUEE_BENCH_TURNS: String(turns / 2),
      },
    }),
  );
  await Promise.all(children.map((child) => once(child, 'message')));
  const start = performance.now();
  for (const child of children) child.send('go');
  await Promise.all(children.map((child) => once(child, 'exit')));
  return (performance.now() - start) / 1000;
}

async function childJob(job: string): Promise<void> {
  const posters = (process.env.MARQUEE_BENCH_POSTERS ?? '').split('|');
  const turns = Number(process.env.MARQUEE_BENCH_TURNS);
  const overlays = benchOverlays(3, 'stroked');
  const { tools, open, input } = await openDrawing(overlays);
  const engine = open();
  const files = await Promise.all(posters.map((file) => readFile(file)));
  const options = { format: 'webp_lossy' as const, quality: 90, exif: null, icc: null };
  const drawn = await Promise.all(
    files.map(
      async (file) =>
        engine.draw((await tools.codec.decodePoster(file)).rgb, input, { base: 'drawn-on' }).rgb,
    ),
  );
  process.send?.('ready');
  await once(process, 'message');
  for (let turn = 0; turn < turns; turn += 1) {
    const at = turn % files.length;
    const [file, ready] = [files[at], drawn[at]];
    if (file === undefined || ready === undefined) break;
    if (job === 'encode') {
      await sharp(ready.data, { raw: { width: ready.width, height: ready.height, channels: 3 } })
        .webp({ quality: 90, effort: 4 })
        .toBuffer();
      continue;
    }
    const { rgb } = engine.draw((await tools.codec.decodePoster(file)).rgb, input, { base: 'drawn-on' });
    if (job === 'poster') await tools.codec.encode(rgb, options);
    else
      await sharp(rgb.data, { raw: { width: rgb.width, height: rgb.height, channels: 3 } })
        .resize({ width: 240 })
        .jpeg({ quality: 80 })
        .toBuffer();
  }
  process.exit(0);
}

async function run(): Promise<Table> {
  sharp.concurrency(1);
  const folder = await mkdtemp(join(tmpdir(), 'marquee-bench-'));
  const usual = await drawPosters(folder, { count: 6, width: 1000, height: 1500 });
  const large = await drawPosters(folder, { count: 3, width: 2000, height: 3000 });
  const rows = [
    ...(await compareDrawing('1000×1500, 3 overlays', usual, [3, 'stroked'], [1.5, 4])),
    ...(await compareDrawing('1000×1500, 8 overlays', usual, [8, 'stroked'], [2, 6])),
    ...(await compareDrawing('2000×3000, 3 overlays', large, [3, 'stroked'], [1.5])),
    ...(await compareDrawing('letters without strokes, 3 overlays', usual, [3, 'plain'], [null, null])),
    ...(await compareDrawing('letters without strokes, 8 overlays', usual, [8, 'plain'], [null, null])),
  ];
  const overlays = benchOverlays(3, 'stroked');
  const pillow = await drawPillow(usual, overlays, true);
  const ours = await drawOurs(usual, overlays, { again: true, encode: true });
  rows.push({
    what: 'whole poster with WebP 90',
    pillow: steady(pillow.whole),
    ours: steady(ours.whole),
    goal: 1,
  });
  const bare = await twoProcesses('encode', usual, ENCODED_POSTERS);
  const two = await twoProcesses('poster', usual, ENCODED_POSTERS);
  rows.push({
    what: 'two workers, against two bare encoders (ms a poster)',
    pillow: (bare * 1000) / ENCODED_POSTERS,
    ours: (two * 1000) / ENCODED_POSTERS,
    goal: 0.9,
  });
  const sheet = await twoProcesses('sheet', usual, SHEET_POSTERS);
  rows.push({
    what: 'contact sheet, 240 px JPEG, two workers (ms a poster)',
    pillow: steady(pillow.whole),
    ours: (sheet * 1000) / SHEET_POSTERS,
    goal: 12,
  });
  await rm(folder, { recursive: true });
  return {
    title: 'Drawing overlays, beside Pillow 12.2.0',
    columns: ['what', 'Pillow ms', 'ours ms', 'ratio', 'goal'],
    rows: rows.map(({ what, pillow: theirs, ours: mine, goal }) => [
      what,
      theirs.toFixed(1),
      mine.toFixed(1),
      (theirs / mine).toFixed(2),
      goal === null ? '–' : `≥ ${goal}`,
    ]),
    notes: [
      'Pixels: from the JPEG’s bytes to the last paste, one thread each, the same posters and overlays in turns; before anything is timed the pixels of both are compared and are the same. First: an engine that has drawn nothing yet, fonts and pictures open on both sides; again: masks and layers come from its memory.',
      'Two workers: two processes, each decoding, drawing and encoding; beside them two processes that only encode ready pixels by sharp. Contact sheet: 1,000 posters by two processes, against what Pillow needs for one whole poster with WebP 90.',
    ],
    pass: rows.every(({ pillow: theirs, ours: mine, goal }) => goal === null || theirs / mine >= goal),
  };
}

const job = process.env.MARQUEE_BENCH_JOB;
if (job !== undefined) await childJob(job);

export default { name: 'overlay', run };

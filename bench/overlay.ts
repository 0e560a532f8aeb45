import { fork, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { OverlayFacts } from '@marquee/contracts';
import type { DrawingInput } from '@marquee/overlay';
import { openTools } from '@marquee/renderer';
import sharp from 'sharp';
import { z } from 'zod';
import { type BenchOverlay, benchOverlays, type Lettering, setOf } from './overlay/overlays.ts';
import { drawPosters } from './overlay/posters.ts';
import { median, type Table } from './table.ts';

/** Turns of each scenario that are not counted: both sides open files, ours is compiled. */
const WARMING = 6;
const ROUNDS = 18;
const SHEET_POSTERS = 1_000;
const ENCODED_POSTERS = 40;
const TURNS_OF_TWO = 5;
const CANVAS = [1000, 1500] as const;
const root = join(fileURLToPath(import.meta.url), '../../..');
const defaults = join(root, 'dist/defaults');
const shipped = { fonts: join(defaults, 'fonts'), images: join(defaults, 'overlays/images') };
const python = process.env.MARQUEE_PILLOW_PYTHON ?? join(root, 'node_modules/.cache/marquee/venv/bin/python');

const Timed = z.object({ pixels: z.number(), whole: z.number(), digest: z.string() });
type Timed = z.infer<typeof Timed>;

/** One side of the comparison, which draws the poster of a turn. */
interface Painter {
  draw(turn: number): Promise<Timed>;
  end(): void;
}

interface Scenario {
  posters: readonly string[];
  overlays: readonly BenchOverlay[];
  /** Ours: masks and layers come from the engine's memory. Pillow has none. */
  again: boolean;
  encode: boolean;
}

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

async function ourPainter({ posters, overlays, again, encode }: Scenario): Promise<Painter> {
  const { tools, open, input } = await openDrawing(overlays);
  const files = await Promise.all(posters.map((file) => readFile(file)));
  const kept = open();
  if (again) for (const file of files) kept.draw((await tools.codec.decodePoster(file)).rgb, input);
  return {
    async draw(turn) {
      const file = files[turn % files.length] ?? new Uint8Array();
      const engine = again ? kept : open();
      const start = performance.now();
      const { rgb } = await tools.codec.decodePoster(file);
      const drawn = engine.draw(rgb, input, { base: 'drawn-on' });
      const pixels = performance.now() - start;
      if (encode)
        await tools.codec.encode(drawn.rgb, { format: 'webp_lossy', quality: 90, exif: null, icc: null });
      const whole = performance.now() - start;
      return { pixels, whole, digest: createHash('sha256').update(drawn.rgb.data).digest('hex') };
    },
    end() {},
  };
}

function pillowPainter({ posters, overlays, encode }: Scenario): Painter {
  const program = spawn(python, [join(root, 'bench/overlay/pillow_poster.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(program, 'close').then(([code]) => {
    throw new Error(
      `Pillow’s program ended with ${code}; ${python} must have PyPI’s Pillow 12.2.0; MARQUEE_PILLOW_PYTHON names another`,
    );
  });
  // Told where a drawing waits for it.
  ended.catch(() => {});
  const lines = createInterface(program.stdout)[Symbol.asyncIterator]();
  const say = (line: string) => program.stdin.write(`${line}\n`);
  say(JSON.stringify({ posters, overlays, ...shipped, canvas: CANVAS, encode }));
  return {
    async draw(turn) {
      say(String(turn));
      const { value, done } = await lines.next();
      if (done) return ended;
      return Timed.parse(JSON.parse(value));
    },
    end: () => program.stdin.end(),
  };
}

interface Row {
  what: string;
  pillow: number;
  ours: number;
  /** Null for what is told without having been asked for. */
  goal: number | null;
}

/** Poster after poster by turns, so that whatever else the machine does slows both. */
async function compare(scenario: Scenario, part: 'pixels' | 'whole'): Promise<Omit<Row, 'what' | 'goal'>> {
  const [pillow, ours] = [pillowPainter(scenario), await ourPainter(scenario)];
  const times: { pillow: number; ours: number }[] = [];
  for (let turn = 0; turn < WARMING + ROUNDS; turn += 1) {
    const [theirs, mine] = [await pillow.draw(turn), await ours.draw(turn)];
    if (theirs.digest !== mine.digest) throw new Error(`Poster ${turn}: ours are not Pillow’s pixels`);
    if (turn >= WARMING) times.push({ pillow: theirs[part], ours: mine[part] });
  }
  pillow.end();
  ours.end();
  return {
    pillow: median(times.map((time) => time.pillow)),
    ours: median(times.map((time) => time.ours)),
  };
}

async function compareDrawing(
  what: string,
  posters: readonly string[],
  [count, lettering]: [3 | 8, Lettering],
  [first, repeated]: [number | null, (number | null)?],
): Promise<Row[]> {
  const overlays = benchOverlays(count, lettering);
  const timed = (again: boolean) => compare({ posters, overlays, again, encode: false }, 'pixels');
  const rows: Row[] = [{ what: `${what}, first poster`, ...(await timed(false)), goal: first }];
  if (repeated !== undefined)
    rows.push({ what: `${what}, the same again`, ...(await timed(true)), goal: repeated });
  return rows;
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
      await tools.codec.encode(ready, options);
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
  const whole = await compare({ posters: usual, overlays, again: true, encode: true }, 'whole');
  rows.push({ what: 'whole poster with WebP 90', ...whole, goal: 1 });
  const [bare, two]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < TURNS_OF_TWO; turn += 1) {
    bare.push(await twoProcesses('encode', usual, ENCODED_POSTERS));
    two.push(await twoProcesses('poster', usual, ENCODED_POSTERS));
  }
  rows.push({
    what: 'two workers, against two bare encoders (ms a poster)',
    pillow: (median(bare) * 1000) / ENCODED_POSTERS,
    ours: (median(two) * 1000) / ENCODED_POSTERS,
    goal: 0.9,
  });
  const sheet = await twoProcesses('sheet', usual, SHEET_POSTERS);
  rows.push({
    what: 'contact sheet, 240 px JPEG, two workers (ms a poster)',
    pillow: whole.pillow,
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
      'Pixels: from the JPEG’s bytes to the last paste, one thread each, poster after poster by turns, and every one has the same pixels on both sides. First: an engine that has not drawn these overlays yet, fonts and pictures open on both sides; again: masks and layers come from its memory.',
      'Two workers: two processes, each decoding, drawing and encoding; beside them two processes that only encode ready pixels by the same encoder. Contact sheet: 1,000 posters by two processes, against what Pillow needs for one whole poster with WebP 90.',
    ],
    pass: rows.every(({ pillow: theirs, ours: mine, goal }) => goal === null || theirs / mine >= goal),
  };
}

const job = process.env.MARQUEE_BENCH_JOB;
if (job !== undefined) await childJob(job);

export default { name: 'overlay', run };

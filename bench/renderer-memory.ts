import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { batchRenders, type RenderJob, type RenderOutput } from '@marquee/contracts';
import { overlaySetOf, readOverlayFile } from '@marquee/kometa';
import { namedJob } from '@marquee/renderer';
import type { Blobs } from '@marquee/service-kit';
import sharp from 'sharp';
import { type DrawingRoom, drawingRoom } from '../faults/render-jobs.ts';
import { median, type Table } from './table.ts';

const JOBS = 2_000;
const WARM_UP = 20;
const SAMPLE_EVERY_MS = 100;
/** Between two pictures; only a worker that hangs takes so long. */
const PATIENCE_MS = 60_000;
const WORKER_GOAL_MB = 350;
const DOWNLOAD_GOAL_KB = 700;
/** The heap that Node chooses where docker-compose.yml lets a worker have 768 MB. */
const HEAP_IN_THE_CONTAINER = '--max-old-space-size=384 --max-semi-space-size=4';
/** A leak shows long before; less is the order in which things were freed. */
const GROWTH_GOAL = 0.1;

const root = fileURLToPath(new URL('../', /^.*\/dist\//.exec(import.meta.url)?.[0] ?? import.meta.url));
const images = join(root, 'dist/defaults/overlays/images');

const SIZES = [
  [400, 600],
  [600, 900],
  [1000, 1500],
  [1400, 2100],
  [2000, 3000],
] as const;
const FORMATS = ['jpeg', 'png', 'webp'] as const;

/** What Kometa uploads, in each of its formats, and the thumbnails of a batch. */
const OUTPUTS: RenderOutput[] = [
  { kind: 'image', format: 'webp_lossy', quality: 90, width: null },
  { kind: 'image', format: 'webp_lossy', quality: 90, width: 240 },
  { kind: 'image', format: 'jpg', quality: 90, width: null },
  { kind: 'image', format: 'png', quality: 90, width: null },
];

/** Texts that differ from item to item, a picture, and one beside a text. */
const FILE = `overlays:
  picture:
    plex_all: true
    overlay: {name: picture, file: config/star.png, horizontal_align: center, horizontal_offset: 0, vertical_align: center, vertical_offset: 0}
${['<<title>>', '<<audience_rating%>>', '4K HDR']
  .map(
    (words, place) => `  text ${place}:
    plex_all: true
    overlay:
      name: text(${words})
      file: config/star.png
      addon_offset: 15
      font: fonts/Roboto-Medium.ttf
      font_size: ${40 + place * 10}
      stroke_width: ${place + 1}
      stroke_color: "#101010"
      horizontal_align: left
      horizontal_offset: 30
      vertical_align: top
      vertical_offset: ${30 + place * 200}
      back_color: "#101418D9"
      back_radius: 16
      back_padding: 20`,
  )
  .join('\n')}
`;

/** Colours that run into each other with some noise, as a photograph has it. */
async function poster(width: number, height: number, format: (typeof FORMATS)[number]): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 120, sigma: 30 };
  return sharp({ create: { width, height, channels: 3, background: '#000', noise } })
    .blur(4)
    .toFormat(format, { quality: 90 })
    .toBuffer();
}

async function putPosters(blobs: Blobs): Promise<string[]> {
  const hashes: string[] = [];
  for (const [width, height] of SIZES)
    for (const format of FORMATS) {
      const { hash } = await blobs.put(await poster(width, height, format), `image/${format}`);
      hashes.push(hash);
    }
  return hashes;
}

/** Posters of all sizes and formats by turns, so that a large one follows a small one. */
async function mixedJobs(room: DrawingRoom, count: number): Promise<RenderJob[]> {
  const posters = await putPosters(room.blobs);
  const star = await room.blobs.put(await readFile(join(images, 'marquee-star.png')), 'image/png');
  const read = readOverlayFile(FILE, { libraryKind: 'movie' });
  const set = overlaySetOf([read]);
  if (read.problems.length > 0) throw new Error(read.problems.map(({ message }) => message).join('; '));
  const pictures = Object.fromEntries(
    set.definitions.flatMap(({ image }) =>
      image === null ? [] : [[`${image.from}:${image.value}`, star.hash]],
    ),
  );
  return room.jobs(count).map(({ key: _, ...job }, place) =>
    namedJob({
      ...{ ...job, set, matched: set.definitions.map(({ key }) => key) },
      assets: { ...job.assets, images: pictures },
      // 7 and 15 have no divisor in common: each poster is followed by one of another size.
      base: { blob: posters[(place * 7) % posters.length] ?? '' },
      output: OUTPUTS[Math.floor(place / posters.length) % OUTPUTS.length] ?? job.output,
    }),
  );
}

interface Memory {
  start: number;
  /** While each of the four quarters of the jobs was drawn. */
  quarters: [number, number, number, number];
  median: number;
  peak: number;
}

/** What Linux says of the process with all its threads, in MB. */
function memoryOf(pid: number, line: 'VmRSS' | 'VmHWM'): number {
  const found = new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return (Number(found?.[1]) * 1024) / 1e6;
}

async function drawAll(room: DrawingRoom, jobs: RenderJob[], each: (drawn: number) => void): Promise<void> {
  const { well, badly } = room.ended;
  room.forget();
  for (const job of jobs) await room.bus.enqueue(batchRenders, job, { messageId: job.key });
  let [drawn, since] = [0, performance.now()];
  while (drawn < jobs.length) {
    await pause(SAMPLE_EVERY_MS);
    const [failure] = badly.values();
    if (failure !== undefined) throw new Error(`A picture could not be drawn: ${failure}`);
    if (well.size > drawn) [drawn, since] = [well.size, performance.now()];
    else if (performance.now() - since > PATIENCE_MS)
      throw new Error(`Only ${drawn} of ${jobs.length} were drawn`);
    each(drawn);
  }
}

/** A worker of its own draws them all. */
async function measureWorker(env: NodeJS.ProcessEnv): Promise<Memory> {
  const room = await drawingRoom();
  try {
    const jobs = await mixedJobs(room, WARM_UP + JOBS);
    const worker = await room.startWorker(env);
    try {
      return await watch(room, jobs, worker.pid);
    } finally {
      await worker.terminate();
    }
  } finally {
    await room.remove();
  }
}

async function watch(room: DrawingRoom, jobs: RenderJob[], pid: number): Promise<Memory> {
  const start = memoryOf(pid, 'VmRSS');
  // Threads, fonts and WebAssembly come with the first ones.
  await drawAll(room, jobs.slice(0, WARM_UP), () => undefined);
  const samples: number[][] = [[], [], [], []];
  await drawAll(room, jobs.slice(WARM_UP), (drawn) => {
    samples[Math.min(3, Math.floor((drawn * 4) / JOBS))]?.push(memoryOf(pid, 'VmRSS'));
  });
  const [first = [], second = [], third = [], last = []] = samples;
  return {
    ...{ start, median: median(samples.flat()), peak: memoryOf(pid, 'VmHWM') },
    quarters: [median(first), median(second), median(third), median(last)],
  };
}

/** How the image has glibc give memory back; stated there only. */
function settingsOfTheImage(): Record<string, string> {
  const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
  return Object.fromEntries(
    [...dockerfile.matchAll(/(MALLOC_\w+)=(\d+)/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** The engine's worker with what it fetches. What it shares with pages is there before. */
function download(): { files: number; plain: number; gzip: number } {
  const web = join(root, 'web/dist');
  const chunks = readdirSync(join(web, 'assets')).filter((name) => /^engine-worker-.*\.js$/.test(name));
  const modules = readdirSync(join(web, 'engine')).filter((name) => name.endsWith('.wasm'));
  if (chunks.length !== 1 || modules.length !== 3)
    throw new Error(`This is not the whole engine: ${[...chunks, ...modules].join(', ')}`);
  const files = [
    ...chunks.map((name) => join(web, 'assets', name)),
    ...modules.map((name) => join(web, 'engine', name)),
  ];
  const bytes = files.map((file) => readFileSync(file));
  const sum = (sizes: number[]) => sizes.reduce((all, one) => all + one, 0) / 1000;
  return {
    files: files.length,
    plain: sum(bytes.map((file) => file.length)),
    gzip: sum(bytes.map((file) => gzipSync(file, { level: 9 }).length)),
  };
}

async function run(): Promise<Table> {
  const engine = download();
  const settings = settingsOfTheImage();
  const container = await measureWorker({ ...settings, NODE_OPTIONS: HEAP_IN_THE_CONTAINER });
  const unlimited = await measureWorker(settings);
  const bare = await measureWorker({});
  const growth = ({ quarters }: Memory) => quarters[3] / quarters[1] - 1;
  const row = (what: string, goal: string, tell: (memory: Memory) => string) => [
    what,
    ...[container, unlimited, bare].map(tell),
    goal,
  ];
  const mb = (value: number) => `${value.toFixed(0)} MB`;
  const named = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  return {
    title: 'Memory of a renderer worker, and the engine in a browser',
    columns: ['', 'as in its container', 'no memory limit', 'nor the image’s settings', 'goal'],
    rows: [
      row('when ready', '', ({ start }) => mb(start)),
      row('median', '', (memory) => mb(memory.median)),
      row('peak', `< ${WORKER_GOAL_MB} MB`, ({ peak }) => mb(peak)),
      row('second quarter, median', '', ({ quarters }) => mb(quarters[1])),
      row('last quarter, median', '', ({ quarters }) => mb(quarters[3])),
      row(
        'growth from the second to the last',
        `< ${GROWTH_GOAL * 100} %`,
        (memory) => `${(growth(memory) * 100).toFixed(0)} %`,
      ),
      [
        `engine in a browser, ${engine.files} files, gzip -9`,
        `${engine.gzip.toFixed(0)} KB`,
        '',
        '',
        `< ${DOWNLOAD_GOAL_KB} KB`,
      ],
      ['the same, not compressed', `${engine.plain.toFixed(0)} KB`, '', '', ''],
    ],
    notes: [
      `One worker process with one drawing thread; resident memory of the whole process. ${JOBS} posters from 400×600 to 2000×3000 as JPEG, PNG and WebP by turns, four overlays with texts that differ, written as WebP, JPEG, PNG and thumbnails.`,
      `In the container Node gives itself a smaller heap, for its limit of 768 MB (\`${HEAP_IN_THE_CONTAINER}\` here). The image sets ${named.join(' and ')}.`,
      'Marquee itself sends files as they are; what compresses them is a proxy in front of it.',
      'Verdict: in the container the peak and the growth, and the compressed download, keep to their goals.',
    ],
    pass:
      container.peak < WORKER_GOAL_MB && growth(container) < GROWTH_GOAL && engine.gzip < DOWNLOAD_GOAL_KB,
  };
}

export default { name: 'renderer-memory', run };

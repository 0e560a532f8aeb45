import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Credentials, setUp } from '../e2e/account.ts';
import { sparePort, startProduct } from './product.ts';
import { percentile, seeded } from './random.ts';
import { type Answers, createFiles, loadUntilCut, type WrittenFile } from './stop-load.ts';
import { versionOf } from './versioned-yaml.ts';

const TIMES = 30;
const WRITERS = 4;
const MOST_MS = 8_000;
const SEED = 20261121;

interface Totals {
  clean: number;
  stopMs: number[];
  startMs: number[];
  lost: number;
  torn: number;
  leftovers: number;
  answers: Answers;
}

async function stopOnce(
  dataFolder: string,
  files: WrittenFile[],
  credentials: (url: string) => Promise<Credentials>,
  delayMs: number,
  totals: Totals,
): Promise<void> {
  const product = await startProduct(dataFolder, await sparePort());
  totals.startMs.push(product.startMs);
  const loaded = loadUntilCut(product.url, await credentials(product.url), files);
  await pause(delayMs);
  const { code, ms, said } = await product.terminate();
  const seen = await loaded;

  totals.stopMs.push(ms);
  if (code === 0) totals.clean += 1;
  else seen.bad.push(`ended with ${code}: ${said.slice(-300)}`);
  for (const kind of ['good', 'saves', 'stopping', 'cut'] as const) totals.answers[kind] += seen[kind];
  totals.answers.bad.push(...seen.bad);
  const folder = join(dataFolder, 'kometa');
  for (const file of files) {
    const found = versionOf(readFileSync(join(folder, file.path), 'utf8'));
    if (found === undefined) totals.torn += 1;
    // The one that was sent last may have been saved without our hearing of it; nothing older may be there.
    else if (found !== file.acknowledged && found !== file.sent) totals.lost += 1;
    file.sent = found ?? file.sent;
    file.acknowledged = file.sent;
  }
  totals.leftovers += readdirSync(folder).filter((name) => name.startsWith('.marquee-')).length;
}

async function run() {
  const dataFolder = mkdtempSync(join(tmpdir(), 'marquee-stop-'));
  const random = seeded(SEED);
  const files = Array.from({ length: WRITERS }, (_, n) => ({
    path: `config-${n}.yml`,
    acknowledged: 0,
    sent: 0,
  }));
  const totals: Totals = {
    clean: 0,
    stopMs: [],
    startMs: [],
    lost: 0,
    torn: 0,
    leftovers: 0,
    answers: { good: 0, saves: 0, stopping: 0, cut: 0, bad: [] },
  };
  let known: Credentials | undefined;
  /** At the first start there is nobody and nothing yet. */
  const credentials = async (url: string) => {
    if (known) return known;
    const { headers } = await setUp(url, dataFolder);
    await createFiles(url, headers, files);
    known = headers;
    return headers;
  };
  try {
    for (let time = 0; time < TIMES; time += 1) {
      await stopOnce(dataFolder, files, credentials, 200 + random() * 800, totals);
    }
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
  const { answers, stopMs, startMs } = totals;
  const slowest = Math.max(...stopMs);
  return {
    title: 'SIGTERM under load',
    columns: [
      'SIGTERM',
      'exit 0',
      'ms to exit, median / longest',
      'ms to ready, median / longest',
      'good answers',
      'saves acknowledged',
      'lost',
      'torn',
      'other answers',
      'leftovers',
    ],
    rows: [
      [
        TIMES,
        totals.clean,
        `${percentile(stopMs, 0.5)} / ${Math.round(slowest)}`,
        `${percentile(startMs, 0.5)} / ${percentile(startMs, 1)}`,
        answers.good,
        answers.saves,
        totals.lost,
        totals.torn,
        answers.bad.length,
        totals.leftovers,
      ].map(String),
    ],
    notes: [
      `The real one-process Marquee, 30 times on the same data folder (seed ${SEED}): ${WRITERS} writers of 480 KB each to a file of its own, 5 readers and 2 open event streams, until the connection is gone.`,
      'Lost: the file on disk is neither the last version acknowledged nor the one under way.',
      `After the signal ${answers.stopping} requests were told 503 and ${answers.cut} found no connection. Any other failure counts under other answers and must not be.`,
      ...answers.bad.slice(0, 5),
    ],
    pass:
      totals.clean === TIMES &&
      slowest < MOST_MS &&
      totals.lost + totals.torn + totals.leftovers + answers.bad.length === 0 &&
      answers.saves > TIMES,
  };
}

export default { name: 'stop', run };

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { bearer, owner, setUp } from '../e2e/account.ts';
import { type HeardEvents, listenTo } from '../e2e/distributed/event-stream.ts';
import { type Browser, openBrowser } from '../e2e/signed-in.ts';
import { sparePort, startProduct } from '../faults/product.ts';
import { memoryMb, readVitals } from '../faults/vitals.ts';
import {
  drawPictures,
  type Load,
  lookAround,
  noWaits,
  readItems,
  refreshNowAndThen,
  type Waits,
  wait,
  welcome,
} from './load-people.ts';
import { writersOf } from './load-writers.ts';
import { quantile, type Table } from './table.ts';

const SECONDS = Number(process.env.MARQUEE_BENCH_SECONDS ?? 300);
const PEOPLE = 50;
const EDITORS = 7;
const STREAMS = 20;
const WRITE_EVERY_MS = 1000;
/** In the mean; what a page asks for at once is asked one after the other here. */
const THINK_MS = 500;
const REFRESH_EVERY_MS = Math.min(60_000, (SECONDS * 1000) / 3);
const GOAL_MS = { reads: 150, writes: 400 };

const thinkMs = () => THINK_MS * 2 * Math.random();

/** Writes at its own pace, whether or not the last one is answered: who waits longer, waits from when it was due. */
async function keepWriting(
  write: () => Promise<unknown>,
  offsetMs: number,
  waits: Waits,
  over: () => boolean,
) {
  let last = Promise.resolve();
  for (let due = performance.now() + offsetMs; !over(); due += WRITE_EVERY_MS) {
    await pause(Math.max(0, due - performance.now()));
    const planned = due;
    last = last.then(() => wait(waits, write, planned));
  }
  await last;
}

interface Stretch {
  reads: Waits;
  writes: Waits;
  refreshes: Waits;
}

async function crowd(load: Load, people: Browser[], writers: (() => Promise<unknown>)[]): Promise<Stretch> {
  const stretch = { reads: noWaits(), writes: noWaits(), refreshes: noWaits() };
  const until = performance.now() + SECONDS * 1000;
  const over = () => performance.now() >= until;
  await Promise.all([
    ...people.map((browser) => lookAround(load, browser, stretch.reads, thinkMs, over)),
    ...people.map((browser) => refreshNowAndThen(browser, stretch.refreshes, REFRESH_EVERY_MS, over)),
    ...writers.map((write, n) =>
      keepWriting(write, (n * WRITE_EVERY_MS) / writers.length, stretch.writes, over),
    ),
  ]);
  return stretch;
}

/** The control: the same questions with nobody else there. */
async function alone(load: Load, browser: Browser, seconds: number): Promise<Waits> {
  const waits = noWaits();
  const until = performance.now() + seconds * 1000;
  await lookAround(
    load,
    browser,
    waits,
    () => 20,
    () => performance.now() >= until,
  );
  return waits;
}

/** Whether every stream has heard the same, the last event too. */
async function heardByAll(streams: readonly HeardEvents[]): Promise<number[]> {
  const counts = () => streams.map(({ events }) => new Set(events.map(({ id }) => id)).size);
  for (let looks = 0; looks < 50 && new Set(counts()).size > 1; looks += 1) await pause(100);
  return counts();
}

function rowOf(what: string, { times, errors }: Waits, seconds: number, goal: number | undefined) {
  const ms = (share: number) => quantile(times, share).toFixed(1);
  return [what, times.length, (times.length / seconds).toFixed(1), ms(0.5), ms(0.99)].concat([
    Math.max(...times).toFixed(0),
    errors.length,
    goal === undefined ? '–' : `p99 < ${goal}`,
  ]);
}

async function run(): Promise<Table> {
  const folder = await mkdtemp(join(tmpdir(), 'marquee-load-'));
  const product = await startProduct(folder, await sparePort());
  const { url } = product;
  try {
    const watcher = { url, ...(await setUp(url, folder)) };
    const admin = await openBrowser({ url, ...owner });
    const load: Load = { url, itemIds: await readItems(admin) };
    const people = [admin];
    while (people.length < PEOPLE) {
      const role = people.length <= EDITORS ? 'editor' : 'viewer';
      people.push(await welcome(url, admin, `Person ${people.length}`, role));
    }
    const writers = await writersOf(load, admin, people.slice(1, 1 + EDITORS));
    await drawPictures(load, admin);
    const aloneSeconds = Math.max(5, SECONDS / 20);
    const control = await alone(load, admin, aloneSeconds);
    const streams = await Promise.all(
      people.slice(-STREAMS).map(({ accessToken }) => listenTo(url, 'library.changed', bearer(accessToken))),
    );
    const before = await readVitals(watcher);
    const [{ reads, writes, refreshes }, halfwayMb] = await Promise.all([
      crowd(load, people, writers),
      pause(SECONDS * 500).then(() => memoryMb(product.pid, 'now')),
    ]);
    const after = await readVitals(watcher);
    const heard = await heardByAll(streams);
    for (const stream of streams) stream.close();
    const even = new Set(heard).size === 1 && (heard[0] ?? 0) > 0;
    const errors = [control, reads, writes, refreshes].flatMap((waits) => waits.errors);
    const { eventLoopMs } = after;
    const cores = (after.cpuSeconds - before.cpuSeconds) / SECONDS;
    return {
      title: `${PEOPLE} people, ${STREAMS} streams, ${writers.length} writes a second for ${SECONDS} s`,
      columns: ['what', 'answers', 'a second', 'p50 ms', 'p99 ms', 'longest ms', 'errors', 'goal'],
      rows: [
        rowOf('control: reads of one person alone', control, aloneSeconds, undefined),
        rowOf('reads', reads, SECONDS, GOAL_MS.reads),
        rowOf('writes', writes, SECONDS, GOAL_MS.writes),
        rowOf('sessions refreshed', refreshes, SECONDS, undefined),
      ],
      notes: [
        `The one-process Marquee with the demo library. Each person asks for libraries, pages of items, posters, items, notifications and status with ${THINK_MS} ms of thought in the mean; the load runs on the same cores.`,
        'Writes: config files, posters chosen, settings, API keys made and removed, roles, notifications read; each measured from the moment it was due.',
        `Every stream heard the same ${heard[0]} changes of the library: ${even ? 'yes' : `no, ${heard.join(', ')}`}.`,
        `Resident memory ${before.rssMb.toFixed(0)} MB before, ${halfwayMb.toFixed(0)} MB halfway, ${after.rssMb.toFixed(0)} MB after. Event loop delay p50 ${eventLoopMs.p50.toFixed(0)} ms, p99 ${eventLoopMs.p99.toFixed(0)} ms, longest ${eventLoopMs.longest.toFixed(0)} ms (measured in steps of 10 ms). It kept ${cores.toFixed(2)} cores busy.`,
        'The verdict is about errors and streams: times depend on the machine and on who else uses it.',
        ...errors.slice(0, 5),
      ],
      pass: errors.length === 0 && even,
    };
  } finally {
    await product.terminate();
    await rm(folder, { recursive: true, force: true });
  }
}

export default { name: 'load', run };

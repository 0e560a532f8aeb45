import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ConfigFileContent } from '@marquee/contracts';
import { owner, setUp } from '../e2e/account.ts';
import { type Browser, openBrowser } from '../e2e/signed-in.ts';
import { sparePort, startProduct } from '../faults/product.ts';
import { readVitals } from '../faults/vitals.ts';
import { good, noWaits, type Waits, wait, welcome } from './load-people.ts';
import { quantile, type Table } from './table.ts';

const SECONDS = Number(process.env.MARQUEE_BENCH_SECONDS ?? 120);
const EDITORS = Number(process.env.MARQUEE_BENCH_EDITORS ?? 100);
const EVERY_MS = 5_000;
const GOAL_MS = 400;
/** An access token lives for minutes: whoever works longer trades it. */
const REFRESH_EVERY = 20;

/** A file as people have them: some hundred lines, one of which changes from save to save. */
const textOf = (editor: number, version: number): string =>
  [
    `# Save ${version}`,
    'collections:',
    ...Array.from({ length: 60 }, (_, at) =>
      [
        `  Number ${at} of ${editor}:`,
        '    plex_search: {all: {genre: Drama}}',
        `    limit: ${10 + at}`,
        '    visible_home: true',
      ].join('\n'),
    ),
    '',
  ].join('\n');

interface Editor {
  browser: Browser;
  save(): Promise<void>;
}

async function editorOf(browser: Browser, number: number): Promise<Editor> {
  const body = { path: `team/editor-${number}.yml`, content: textOf(number, 0) };
  const made = ConfigFileContent.parse((await good(browser.ask('POST', '/api/config/files', { body }))).data);
  let { etag } = made;
  let version = 0;
  return {
    browser,
    async save() {
      version += 1;
      const saved = await good(
        browser.ask('PUT', `/api/config/files/${made.id}`, {
          body: { content: textOf(number, version) },
          headers: { 'if-match': etag },
        }),
      );
      etag = ConfigFileContent.parse(saved.data).etag;
    },
  };
}

/** Saves at its own pace; who waits longer waits from when the save was due. */
async function keepSaving(editor: Editor, offsetMs: number, waits: Waits, until: number): Promise<void> {
  let saves = 0;
  for (let due = performance.now() + offsetMs; due < until; due += EVERY_MS) {
    await pause(Math.max(0, due - performance.now()));
    await wait(waits, () => editor.save(), due);
    saves += 1;
    if (saves % REFRESH_EVERY === 0) await editor.browser.refresh();
  }
}

async function run(): Promise<Table> {
  const folder = await mkdtemp(join(tmpdir(), 'marquee-editors-'));
  const product = await startProduct(folder, await sparePort());
  const { url } = product;
  try {
    const watcher = { url, ...(await setUp(url, folder)) };
    const admin = await openBrowser({ url, ...owner });
    const editors: Editor[] = [];
    while (editors.length < EDITORS) {
      const number = editors.length + 1;
      editors.push(await editorOf(await welcome(url, admin, `Editor ${number}`, 'editor'), number));
    }
    const control = noWaits();
    const [alone] = editors;
    for (let save = 0; save < 20 && alone !== undefined; save += 1) await wait(control, () => alone.save());
    // It waited while the others were made: nobody's token may end in the middle.
    for (const { browser } of editors) await browser.refresh();
    const before = await readVitals(watcher);
    const waits = noWaits();
    const until = performance.now() + SECONDS * 1_000;
    await Promise.all(
      editors.map((editor, at) => keepSaving(editor, (at * EVERY_MS) / editors.length, waits, until)),
    );
    const { eventLoopMs, cpuSeconds, rssMb } = await readVitals(watcher);
    const row = (what: string, { times, errors }: Waits, goal: string) => [
      ...[what, times.length, ...[0.5, 0.95, 0.99, 1].map((share) => quantile(times, share).toFixed(1))],
      ...[errors.length, goal],
    ];
    const p99 = quantile(waits.times, 0.99);
    return {
      title: `${EDITORS} editors on different files, one save each every ${EVERY_MS / 1_000} s for ${SECONDS} s`,
      columns: ['what', 'saves', 'p50 ms', 'p95 ms', 'p99 ms', 'longest ms', 'errors', 'goal'],
      rows: [
        row('control: one editor alone', control, '–'),
        row('all of them', waits, `p99 ≤ ${GOAL_MS}, 0 errors`),
      ],
      notes: [
        'Over HTTP through the gateway of the one-process Marquee; each save is a version in git, and is measured from the moment it was due to the last byte of its answer. The load runs on the same cores.',
        `Event loop delay p50 ${eventLoopMs.p50.toFixed(0)} ms, p99 ${eventLoopMs.p99.toFixed(0)} ms, longest ${eventLoopMs.longest.toFixed(0)} ms (measured in steps of 10 ms). It kept ${((cpuSeconds - before.cpuSeconds) / SECONDS).toFixed(2)} cores busy; resident memory ${rssMb.toFixed(0)} MB.`,
        ...waits.errors.slice(0, 5),
      ],
      pass: waits.errors.length + control.errors.length === 0 && p99 <= GOAL_MS,
    };
  } finally {
    await product.terminate();
    await rm(folder, { recursive: true, force: true });
  }
}

export default { name: 'config editors', run };

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiKey, ConfigFileContent } from '@marquee/contracts';
import { z } from 'zod';
import { bearer, owner, setUp } from '../e2e/account.ts';
import { ask } from '../e2e/ask.ts';
import { type Browser, openBrowser } from '../e2e/signed-in.ts';
import { sparePort, startProduct } from '../faults/product.ts';
import { readVitals } from '../faults/vitals.ts';
import { good, noWaits, type Waits, wait, welcome } from './load-people.ts';
import { quantile, type Table } from './table.ts';

const SECONDS = Number(process.env.MARQUEE_BENCH_SECONDS ?? 120);
const EDITORS = Number(process.env.MARQUEE_BENCH_EDITORS ?? 100);
/** Each with a key of its own; a hundred passwords would take longer to hash than the saves take. */
const KEYS_A_PERSON = 20;
const EVERY_MS = 5_000;
const GOAL_MS = 400;
const CONTROL_SAVES = 20;

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
  save(): Promise<void>;
}

const Key = ApiKey.extend({ key: z.string() });

/** Keys of a new person with the role editor. */
async function keysOf(url: string, admin: Browser, name: string, count: number): Promise<string[]> {
  const person = await welcome(url, admin, name, 'editor');
  const keys: string[] = [];
  while (keys.length < count) {
    const body = { name: `Key ${keys.length + 1}`, role: 'editor' };
    const { data } = await good(person.ask('POST', '/api/auth/api-keys', { body }));
    keys.push(Key.parse(data).key);
  }
  return keys;
}

async function editorOf(url: string, key: string, number: number): Promise<Editor> {
  const headers = bearer(key);
  const body = { path: `team/editor-${number}.yml`, content: textOf(number, 0) };
  const { data } = await good(ask(`${url}/api/config/files`, { method: 'POST', headers, body }));
  const { id, ...made } = ConfigFileContent.parse(data);
  let { etag } = made;
  let version = 0;
  return {
    async save() {
      version += 1;
      const saved = await good(
        ask(`${url}/api/config/files/${id}`, {
          method: 'PUT',
          headers: { ...headers, 'if-match': etag },
          body: { content: textOf(number, version) },
        }),
      );
      etag = ConfigFileContent.parse(saved.data).etag;
    },
  };
}

async function editorsOf(url: string, admin: Browser): Promise<Editor[]> {
  const editors: Editor[] = [];
  while (editors.length < EDITORS) {
    const count = Math.min(KEYS_A_PERSON, EDITORS - editors.length);
    const name = `Team ${editors.length / KEYS_A_PERSON + 1}`;
    for (const key of await keysOf(url, admin, name, count))
      editors.push(await editorOf(url, key, editors.length + 1));
  }
  return editors;
}

/** Saves at its own pace; who waits longer waits from when the save was due. */
async function keepSaving(editor: Editor, offsetMs: number, waits: Waits, until: number): Promise<void> {
  for (let due = performance.now() + offsetMs; due < until; due += EVERY_MS) {
    await pause(Math.max(0, due - performance.now()));
    await wait(waits, () => editor.save(), due);
  }
}

async function run(): Promise<Table> {
  const folder = await mkdtemp(join(tmpdir(), 'marquee-editors-'));
  const product = await startProduct(folder, await sparePort());
  const { url } = product;
  try {
    const watcher = { url, ...(await setUp(url, folder)) };
    const editors = await editorsOf(url, await openBrowser({ url, ...owner }));
    const control = noWaits();
    const [alone] = editors;
    for (let save = 0; save < CONTROL_SAVES && alone !== undefined; save += 1)
      await wait(control, () => alone.save());
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
    const errors = [...control.errors, ...waits.errors];
    return {
      title: `${EDITORS} editors on different files, one save each every ${EVERY_MS / 1_000} s for ${SECONDS} s`,
      columns: ['what', 'saves', 'p50 ms', 'p95 ms', 'p99 ms', 'longest ms', 'errors', 'goal'],
      rows: [
        row('control: one editor alone', control, '–'),
        row('all of them', waits, `p99 ≤ ${GOAL_MS} ms, 0 errors`),
      ],
      notes: [
        `${EDITORS} API keys with the role editor, of ${Math.ceil(EDITORS / KEYS_A_PERSON)} people: each key saves a file of its own. Making a hundred accounts would hash two hundred passwords first.`,
        'Over HTTP through the gateway of the one-process Marquee; each save is a version in git, and is measured from the moment it was due to the last byte of its answer. The load runs on the same cores.',
        `Event loop delay p50 ${eventLoopMs.p50.toFixed(0)} ms, p99 ${eventLoopMs.p99.toFixed(0)} ms, longest ${eventLoopMs.longest.toFixed(0)} ms (measured in steps of 10 ms). It kept ${((cpuSeconds - before.cpuSeconds) / SECONDS).toFixed(2)} cores busy; resident memory ${rssMb.toFixed(0)} MB.`,
        ...errors.slice(0, 5),
      ],
      goals: [
        { what: 'no error', measured: `${errors.length}`, reached: errors.length === 0 },
        { what: `p99 ≤ ${GOAL_MS} ms`, measured: `${p99.toFixed(1)} ms`, reached: p99 <= GOAL_MS },
      ],
    };
  } finally {
    await product.terminate();
    await rm(folder, { recursive: true, force: true });
  }
}

export default { name: 'config editors', run };

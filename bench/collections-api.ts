import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BulkOutcome, CollectionSummary } from '@marquee/contracts';
import { z } from 'zod';
import { type Account, setUp } from '../e2e/account.ts';
import { ask } from '../e2e/ask.ts';
import { sparePort, startProduct } from '../faults/product.ts';
import { readVitals } from '../faults/vitals.ts';
import { good } from './load-people.ts';
import type { Table } from './table.ts';

const FILES = 50;
const IN_EACH = 100;

const collection = (file: number, place: number) =>
  `  List L${file}-${place}:\n    plex_search:\n      all:\n        year: ${1950 + (place % 70)}\n    sync_mode: sync\n`;

const fileText = (file: number) =>
  `collections:\n${Array.from({ length: IN_EACH }, (_, place) => collection(file, place)).join('')}`;

async function layOut(folder: string): Promise<void> {
  await mkdir(join(folder, 'kometa/many'), { recursive: true });
  await writeFile(
    join(folder, 'kometa/config.yml'),
    'libraries:\n  Films:\n    collection_files:\n      - folder: config/many\n',
  );
  for (let file = 0; file < FILES; file += 1)
    await writeFile(join(folder, `kometa/many/${file}.yml`), fileText(file));
}

type Watcher = Account & { url: string };
interface Step {
  what: string;
  ms: number;
  cpuSeconds: number;
  longestTurnMs: number;
}

async function measured<T>(watcher: Watcher, what: string, work: () => Promise<T>) {
  const before = await readVitals(watcher);
  const started = performance.now();
  const done = await work();
  const ms = performance.now() - started;
  const after = await readVitals(watcher);
  const cpuSeconds = after.cpuSeconds - before.cpuSeconds;
  const step: Step = { what, ms, cpuSeconds, longestTurnMs: after.eventLoopMs.longest };
  return { step, done };
}

const Listed = z.object({ collections: z.array(CollectionSummary) });

async function run(): Promise<Table> {
  const folder = await mkdtemp(join(tmpdir(), 'marquee-collections-'));
  await layOut(folder);
  process.env.MARQUEE_CONFIG_DIR = join(folder, 'kometa');
  const product = await startProduct(folder, await sparePort());
  const { url } = product;
  try {
    const watcher = { url, ...(await setUp(url, folder)) };
    const { headers } = watcher;
    const list = async () =>
      Listed.parse((await good(ask(`${url}/api/collections`, { headers }))).data).collections;
    const bulk = async (ids: readonly string[], action: object) => {
      const answer = ask(`${url}/api/collections/bulk`, { method: 'POST', headers, body: { ids, action } });
      return BulkOutcome.parse((await good(answer)).data);
    };
    const first = await measured(watcher, 'listed for the first time', list);
    const again = await measured(watcher, 'listed again', list);
    const ids = first.done.map(({ id }) => id);
    const off = await measured(watcher, 'all switched off', () => bulk(ids, { kind: 'disable' }));
    const after = await measured(watcher, 'listed after that', list);
    const moved = await measured(watcher, 'half of them moved into one file', () =>
      bulk(ids.slice(0, ids.length / 2), { kind: 'move', fileId: first.done.at(-1)?.fileId }),
    );
    const steps = [first, again, off, after, moved].map(({ step }) => step);
    const isWhole =
      off.done.changed === ids.length && after.done.length === ids.length && moved.done.refused.length === 0;
    return {
      title: `${FILES * IN_EACH} collections in ${FILES} files over the API`,
      columns: ['what', 'ms', 'CPU seconds of the product', 'longest turn of its event loop, ms'],
      rows: steps.map(({ what, ms, cpuSeconds, longestTurnMs }) => [
        ...[what, ms.toFixed(0), cpuSeconds.toFixed(2), longestTurnMs.toFixed(0)],
      ]),
      notes: [
        'Over HTTP through the gateway of the one-process Marquee, asked by one who waits; each change is one version of all files. The CPU seconds are those of all its threads and do not depend on what else the machine does.',
      ],
      goals: [{ what: 'all are listed and changed', measured: `${off.done.changed}`, reached: isWhole }],
    };
  } finally {
    await product.terminate();
    delete process.env.MARQUEE_CONFIG_DIR;
    await rm(folder, { recursive: true, force: true });
  }
}

export default { name: 'collections over the API', run };

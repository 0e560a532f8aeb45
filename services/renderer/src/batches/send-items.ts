import { batchRenders, type RenderJob, type RenderOutput } from '@marquee/contracts';
import { askItems, type FoundItem, isMissed } from '../jobs/ask-items.ts';
import { type DrawnSet, drawnSet, jobOfItem, slim } from '../jobs/job-of-item.ts';
import type { BatchItemRow, BatchRow } from '../migrations/renderer-db.ts';
import { askerOf, type BatchWish, wishOf } from './batch.ts';
import type { BatchPorts } from './batch-ports.ts';
import { outcomeOf } from './outcome-of.ts';
import type { Settled } from './settle-items.ts';

/** What became of a row when it was its turn. */
export interface SentItems {
  sent: { place: number; key: string; title: string }[];
  /** Those whose result was there already, and those that cannot be drawn on. */
  settled: Settled[];
}

/** Makes the jobs of some items and puts them on the queue; nothing is written down here. */
export async function sendItems(
  ports: BatchPorts,
  batch: BatchRow,
  rows: readonly BatchItemRow[],
  listen: (place: number, key: string) => void,
): Promise<SentItems> {
  const wish = wishOf(batch);
  const { before } = wish;
  const comparing = batch.kind === 'compare';
  const items = await askItems(ports.bus, {
    principal: askerOf(batch),
    itemIds: rows.map(({ item_id }) => item_id),
    // Matches come for each file in order: those of before behind the others.
    files: comparing ? [...wish.texts, ...before] : wish.texts,
    withBase: batch.kind !== 'collisions',
  });
  const answers: SentItems = { sent: [], settled: [] };
  for (const row of rows) {
    const { place, item_id } = row;
    const item = items.find(({ itemId }) => itemId === item_id);
    if (item === undefined || isMissed(item)) {
      const { code, message } = item ?? { code: 'item.not-found', message: 'There is no item with this id' };
      answers.settled.push({ place, title: row.title, outcome: { kind: 'failed', code, message } });
      continue;
    }
    const job = await jobOf(ports, item, { batch, wish, anew: row.tries > 0 });
    const { title } = item;
    const known = await ports.results.find(job.key);
    if (known !== undefined) {
      answers.settled.push({ place, title, outcome: outcomeOf(batch.kind, { ok: true, result: known }) });
    } else {
      // Before it is sent, since it may end before we are back.
      listen(place, job.key);
      await ports.bus.enqueue(batchRenders, job, { messageId: job.key });
      answers.sent.push({ place, key: job.key, title });
    }
  }
  return answers;
}

async function jobOf(
  { readSet, assets }: BatchPorts,
  item: FoundItem,
  { batch, wish, anew }: { batch: BatchRow; wish: BatchWish; anew: boolean },
): Promise<RenderJob> {
  const { level } = item.facts;
  const { texts, layout, only } = wish;
  const drawnOf = (files: string[], from: number): DrawnSet =>
    slim(drawnSet(readSet(files, level), item.matches.slice(from, from + files.length), only));
  const drawn = drawnOf(texts, 0);
  const before = batch.kind === 'compare' ? drawnOf(wish.before, texts.length) : null;
  const named = await assets.put(before === null ? [drawn.set] : [drawn.set, before.set], anew);
  return jobOfItem(item, { drawn, before, assets: named, layout, output: outputOf(batch.kind, wish.width) });
}

function outputOf(kind: BatchRow['kind'], width: number): RenderOutput {
  return kind === 'collisions' ? { kind: 'explain' } : { kind: 'image', format: 'jpg', quality: 85, width };
}

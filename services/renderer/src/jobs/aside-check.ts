import { batchRenders, type Check, urgentRenders } from '@marquee/contracts';
import type { Bus } from '@marquee/service-kit';

const KNOWN_FOR_MS = 10_000;
const MOST_LISTED = 20;

/** Drawings that were put aside after their last try, for the status page: how many, and why the last one was. */
export function createAsideCheck(bus: Pick<Bus, 'deadJobs'>, now: () => number): () => Promise<Check> {
  let known: { at: number; check: Check } | undefined;
  return async () => {
    if (known !== undefined && now() - known.at < KNOWN_FOR_MS) return known.check;
    const lists = await Promise.all(
      [urgentRenders, batchRenders].map((queue) => bus.deadJobs(queue, MOST_LISTED)),
    );
    const check = checkOf(lists.flat().map(({ reason }) => reason));
    known = { at: now(), check };
    return check;
  };
}

function checkOf(reasons: readonly string[]): Check {
  const last = reasons.at(-1);
  if (last === undefined) return { name: 'drawings', state: 'ok', message: 'No drawing was put aside' };
  const count = reasons.length === 1 ? 'A drawing was' : `${reasons.length} drawings were`;
  return { name: 'drawings', state: 'degraded', message: `${count} put aside after five tries: ${last}` };
}

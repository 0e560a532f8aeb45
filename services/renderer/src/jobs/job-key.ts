import { createHash } from 'node:crypto';
import type { RenderJob } from '@marquee/contracts';
import { ENGINE_VERSION } from '@marquee/overlay';

/** Everything of a job but its name. */
export type UnnamedJob = Omit<RenderJob, 'key'>;

/** Names a job by all that its result depends on, so that equal jobs have one result wherever they come from. */
export function namedJob(job: UnnamedJob, engine = ENGINE_VERSION): RenderJob {
  const same = {
    ...job,
    matched: sorted(job.matched),
    assumed: sorted(job.assumed),
    sampled: sorted(job.sampled),
  };
  const key = createHash('sha256')
    .update(canonicalJson({ engine, ...same }))
    .digest('hex');
  return { key, ...same };
}

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();

/** JSON whose text does not depend on the order in which fields were set. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, field: unknown) =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([one], [other]) => (one < other ? -1 : 1)))
      : field,
  );
}

import { setTimeout as pause } from 'node:timers/promises';
import { type RenderJob, type RenderResult, renderEnded } from '@marquee/contracts';
import type { Blobs, Bus, Keys, Logger } from '@marquee/service-kit';
import type { Results } from '../jobs/results.ts';
import { type Haste, type Studio, StudioProblem } from '../studio/studio.ts';
import type { WorkerMetrics } from './worker-metrics.ts';

/** Much longer than a drawing takes. */
const CLAIM_MS = 6_000;
const LOOK_EVERY_MS = 200;

export interface DrawForAllPorts {
  bus: Pick<Bus, 'publish'>;
  keys: Pick<Keys, 'lock'>;
  blobs: Pick<Blobs, 'get'>;
  results: Results;
  studio: Studio;
  metrics: WorkerMetrics;
  log: Logger;
}

/**
 * Draws one job of a queue and tells everybody how it ended. What another try may mend is thrown, so that it comes
 * again; the last try tells its reason before it goes to the jobs that were put aside.
 */
export async function drawForAll(
  ports: DrawForAllPorts,
  job: RenderJob,
  { haste, attempt, attempts }: { haste: Haste; attempt: number; attempts: number },
): Promise<void> {
  const { bus, log } = ports;
  try {
    const result = await findOrDraw(ports, job, { haste, again: attempt > 1 });
    await bus.publish(renderEnded, { key: job.key, result, failure: null });
  } catch (error) {
    const passing = !(error instanceof StudioProblem) || error.mayPass;
    if (passing && attempt < attempts) throw error;
    const code = error instanceof StudioProblem ? error.code : 'render.failed';
    const message = error instanceof Error ? error.message : String(error);
    log.warn({ err: error, key: job.key, code }, 'A picture could not be drawn');
    ports.metrics.failed.inc();
    await bus.publish(renderEnded, { key: job.key, result: null, failure: { code, message } });
    if (passing) throw error;
  }
}

/** The same job may have come to another worker too, or a second time to us: only one of them draws. */
async function findOrDraw(
  ports: DrawForAllPorts,
  job: RenderJob,
  { haste, again }: { haste: Haste; again: boolean },
): Promise<RenderResult> {
  const { results, keys, metrics } = ports;
  for (;;) {
    const found = await results.find(job.key);
    if (found !== undefined) {
      metrics.known.inc();
      return found;
    }
    // Whoever had it before is dead or has failed, and its claim may outlive it. It has waited once already.
    if (again) return draw(ports, job, 'urgent');
    const claim = await keys.lock(`drawing:${job.key}`, CLAIM_MS);
    if (claim !== undefined) {
      try {
        return (await results.find(job.key)) ?? (await draw(ports, job, haste));
      } finally {
        await claim.release();
      }
    }
    await pause(LOOK_EVERY_MS);
  }
}

async function draw(
  { studio, blobs, results, metrics }: DrawForAllPorts,
  job: RenderJob,
  haste: Haste,
): Promise<RenderResult> {
  const started = performance.now();
  const drawn = await studio.run(
    { kind: 'draw', job },
    { haste, material: async (hash) => (await blobs.get(hash))?.bytes },
  );
  const drawnMs = performance.now() - started;
  metrics.drawn.inc({ haste });
  metrics.seconds.observe(drawnMs / 1000);
  return results.keep(job.key, drawn, Math.round(drawnMs));
}

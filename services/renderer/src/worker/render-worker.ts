import { batchRenders, type JobQueue, urgentRenders } from '@marquee/contracts';
import type { Blobs, Bus, Keys, Logger, Subscription } from '@marquee/service-kit';
import { Registry } from 'prom-client';
import { createResults } from '../jobs/results.ts';
import type { Haste, Studio } from '../studio/studio.ts';
import { drawForAll } from './draw-for-all.ts';
import { createWorkerMetrics } from './worker-metrics.ts';

export interface RenderWorkerPorts {
  bus: Bus;
  keys: Keys;
  blobs: Blobs;
  studio: Studio;
  threads: number;
  log: Logger;
  /** Of the service that it lives in; its own when absent. */
  registry?: Registry;
}

/**
 * Takes drawings off both queues, beside any number of others who do. It needs the broker and the blobs and nothing
 * else. A person's drawing goes before a batch's: those in hand wait in the studio's own line.
 */
export function createRenderWorker(ports: RenderWorkerPorts) {
  const { bus, keys, blobs, studio, threads, log } = ports;
  const metrics = createWorkerMetrics(ports.registry ?? new Registry(), studio);
  const drawing = { bus, keys, blobs, studio, metrics, log, results: createResults(blobs) };
  const working: Subscription[] = [];

  async function work(queue: JobQueue<typeof urgentRenders.payload>, haste: Haste): Promise<void> {
    // No more than are drawn at a time: what is in hand when a worker dies has one try less.
    const held = { ...queue, prefetch: threads };
    const subscription = await bus.work(held, (job, delivery) =>
      drawForAll(drawing, job, { haste, attempt: delivery.attempt, attempts: queue.attempts }),
    );
    working.push(subscription);
  }

  return {
    async start(): Promise<void> {
      await work(urgentRenders, 'urgent');
      await work(batchRenders, 'batch');
    },
    async stop(): Promise<void> {
      await Promise.all(working.map((subscription) => subscription.stop()));
    },
  };
}

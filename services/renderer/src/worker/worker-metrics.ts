import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Studio } from '../studio/studio.ts';

export function createWorkerMetrics(registry: Registry, studio: Pick<Studio, 'busy'>) {
  const registers = [registry];
  new Gauge({
    name: 'renderer_waiting',
    help: 'Pieces of work that wait for a drawing thread',
    registers,
    collect() {
      this.set(studio.busy().waiting);
    },
  });
  return {
    drawn: new Counter({
      name: 'renderer_drawn_total',
      help: 'Pictures drawn',
      labelNames: ['haste'],
      registers,
    }),
    known: new Counter({
      name: 'renderer_cache_hits_total',
      help: 'Jobs whose result was there already',
      registers,
    }),
    failed: new Counter({
      name: 'renderer_failed_total',
      help: 'Jobs that ended without a result',
      registers,
    }),
    seconds: new Histogram({
      name: 'renderer_draw_seconds',
      help: 'Time from handing a job to the drawing threads to its result',
      buckets: [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10],
      registers,
    }),
  };
}
export type WorkerMetrics = ReturnType<typeof createWorkerMetrics>;

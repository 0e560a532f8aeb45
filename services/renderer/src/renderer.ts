import { setTimeout as pause } from 'node:timers/promises';
import { batchRenders } from '@marquee/contracts';
import { createIdempotencyStore, createOutbox, createServiceApp } from '@marquee/service-kit';
import { Gauge } from 'prom-client';
import { createAssetLibrary } from './assets/asset-library.ts';
import { configShelf } from './assets/config-shelf.ts';
import { serveFonts } from './assets/font-routes.ts';
import { serveImages } from './assets/image-routes.ts';
import { serveBatches } from './batches/batch-routes.ts';
import { createBatchRunner } from './batches/batch-runner.ts';
import { createAsideCheck } from './jobs/aside-check.ts';
import { createDrawSoon } from './jobs/draw-soon.ts';
import { createEndedJobs } from './jobs/ended-jobs.ts';
import { createOverlaySets } from './jobs/overlay-sets.ts';
import { createResults } from './jobs/results.ts';
import type { RendererPorts } from './ports.ts';
import { createRenderLater } from './rendering/render-later.ts';
import { serveRendering } from './rendering/render-routes.ts';

const STOP_PATIENCE_MS = 2_000;
/** Of somebody in no hurry. */
const LONG_PATIENCE_MS = 120_000;

/** The whole service, from what it is handed. Nothing is opened here and nothing runs before start(). */
export function createRenderer(ports: RendererPorts) {
  const { store, bus, keys, blobs, studio, shelves, layout, log, clock } = ports;
  const { db } = store;
  const now = () => clock().getTime();
  const outbox = createOutbox({ db, bus, log });
  const results = createResults(blobs);
  const ended = createEndedJobs(bus);
  const assets = createAssetLibrary({ ...shelves, config: configShelf(bus, now) });
  const readSet = ports.readSet ?? createOverlaySets(now);
  const drawSoon = createDrawSoon({
    ...{ bus, keys, results, ended },
    ...(ports.patienceMs === undefined ? {} : { patienceMs: ports.patienceMs }),
  });
  const drawLater = createDrawSoon({
    ...{ bus, keys, results, ended },
    queue: batchRenders,
    patienceMs: LONG_PATIENCE_MS,
  });
  const batches = { db, outbox, bus, blobs, results, ended, assets, readSet, studio, layout, log, clock };
  const runner = createBatchRunner(batches);

  const service = createServiceApp({
    name: 'renderer',
    version: ports.version,
    log,
    authenticate: ports.authenticate,
    idempotency: createIdempotencyStore(db, now),
    ...(ports.secrets === undefined ? {} : { secrets: ports.secrets }),
    checks: {
      store: () => store.check(),
      broker: () => bus.check(),
      keys: () => keys.check(),
      cache: () => blobs.check(),
      drawings: createAsideCheck(bus, now),
    },
  });
  new Gauge({
    name: 'renderer_people_waiting',
    help: 'Pictures that somebody waits for',
    registers: [service.metrics.registry],
    collect() {
      this.set(drawSoon.waiting());
    },
  });
  serveRendering(service, { bus, layout, readSet, assets, drawSoon, blobs, studio });
  serveBatches(service, { ...batches, runner });
  serveFonts(service, { assets, blobs, studio, log, now });
  serveImages(service, { assets, blobs, studio });

  return {
    app: service.app,
    /** For a worker that lives in the same process. */
    registry: service.metrics.registry,
    renderLater: createRenderLater({ bus, layout, readSet, assets, blobs, drawSoon: drawLater }),
    async start(): Promise<void> {
      outbox.start();
      await ended.start();
      await runner.start();
    },
    async stop(): Promise<void> {
      service.beginStopping();
      const deaf = ended.stop();
      await service.finished();
      await runner.stop();
      // A broker that is away must not hold us up: what waits in the outbox goes out at the next start.
      await Promise.race([
        Promise.all([deaf, outbox.stop()]),
        pause(STOP_PATIENCE_MS, undefined, { ref: false }),
      ]);
    },
  };
}
export type RendererService = ReturnType<typeof createRenderer>;

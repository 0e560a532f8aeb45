import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bus, createLogger, folderBlobs, memoryBus, memoryKeys, openStore } from '@marquee/service-kit';
import { tempFolder, testAuthenticate } from '@marquee/testing';
import { openShelves } from '../adapters/open-shelves.ts';
import type { RendererDb } from '../migrations/renderer-db.ts';
import { rendererMigrations } from '../migrations/renderer-migrations.ts';
import { createRenderer } from '../renderer.ts';
import type { Studio } from '../studio/studio.ts';
import { createRenderWorker } from '../worker/render-worker.ts';
import { answerAsConfig } from './fake-config.ts';
import { inlineStudio } from './inline-studio.ts';

export interface RunningOptions {
  bus?: Bus;
  patienceMs?: number;
  /** Nobody draws when false. */
  worker?: boolean;
  /** One with words for pictures when absent. */
  studio?: Studio;
}

/** The whole service and a worker, drawing with words for pictures, and somebody who answers as the config service. */
export async function runningRenderer({
  bus = memoryBus({ retryDelay: () => 1 }),
  patienceMs,
  worker = true,
  ...own
}: RunningOptions = {}) {
  const temp = await tempFolder('marquee-renderer');
  const kometa = join(temp.path, 'kometa');
  const defaults = join(temp.path, 'defaults');
  const lay = async (path: string, content: string | Uint8Array) => {
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, content, 'latin1');
  };
  await lay(join(kometa, 'fonts/Roboto-Medium.ttf'), 'font:Roboto');
  await lay(join(kometa, 'fonts/Broken.ttf'), 'no font');
  await lay(join(kometa, 'defaults/overlays/images/logo/hbo.png'), '\x89PNGpicture:9');
  await lay(join(defaults, 'fonts/Inter-Medium.ttf'), 'font:Inter');
  await lay(join(defaults, 'overlays/images/marquee-star.png'), '\x89PNGpicture:8');
  const logged: string[] = [];
  const log = createLogger({
    service: 'renderer',
    level: 'debug',
    destination: { write: (line) => logged.push(line) },
  });
  const keys = memoryKeys();
  const blobs = await folderBlobs({ dir: join(temp.path, 'blobs'), maxBytes: 100_000_000 });
  const inline = inlineStudio();
  const studio = own.studio ?? inline;
  const config = await answerAsConfig(bus, blobs);
  const file = join(temp.path, 'renderer.db');
  let time = 0;
  const clock = () => new Date(Date.now() + time);
  let store = await openStore<RendererDb>({ file, migrations: rendererMigrations });
  const make = () =>
    createRenderer({
      ...{ store, bus, keys, blobs, studio, log, clock },
      shelves: openShelves({ blobs, kometa, defaults, now: () => clock().getTime() }),
      layout: 'basic',
      authenticate: testAuthenticate,
      version: '0.0.0',
      ...(patienceMs === undefined ? {} : { patienceMs }),
    });
  let renderer = make();
  await renderer.start();
  const drawing = createRenderWorker({ bus, keys, blobs, studio, threads: 1, log });
  if (worker) await drawing.start();
  return {
    ...{ bus, blobs, keys, config, logged, kometa, defaults, lay },
    studio: inline,
    app: () => renderer.app,
    db: () => store.db,
    startWorker: () => drawing.start(),
    pass(ms: number): void {
      time += ms;
    },
    /** As after a kill: the service is made anew over the same files. */
    async restart(): Promise<void> {
      await renderer.stop();
      await store.close();
      store = await openStore<RendererDb>({ file, migrations: rendererMigrations });
      renderer = make();
      await renderer.start();
    },
    async close(): Promise<void> {
      inline.goOn();
      await renderer.stop();
      await drawing.stop();
      await bus.close();
      await store.close();
      await Promise.all([keys.close(), blobs.close()]);
      await temp.remove();
    },
  };
}
export type RunningRenderer = Awaited<ReturnType<typeof runningRenderer>>;

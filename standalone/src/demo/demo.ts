import { setTimeout as pause } from 'node:timers/promises';
import { createPlexClient } from '@marquee/plex';
import type { RenderLater } from '@marquee/renderer';
import type { Logger } from '@marquee/service-kit';
import type { PlexStandIn } from '@marquee/stand-ins';
import { drawWithRenderer } from './draw-with-renderer.ts';
import { dressDemo } from './dress-demo.ts';
import { dressingBook } from './dressing-book.ts';
import { type DemoFolders, fillKometaFolder, isEmptyFolder } from './kometa-folder.ts';
import { keepOriginal } from './original-posters.ts';

/** A small machine is busy for half of the time then. */
const REST_MS = 400;

export interface Demo {
  /** Before anybody reads the Kometa folder. */
  prepare(): Promise<void>;
  /** Goes on beside everything else, for as long as it takes. */
  dress(ports: { plex: PlexStandIn; renderLater: RenderLater }): void;
  stop(): Promise<void>;
}

/** The demo's Kometa folder, and its posters with overlays. The folder must be ours, never one that a person named. */
export function createDemo({
  folders,
  bookFile,
  version,
  drawnAtATime,
  log,
}: {
  folders: DemoFolders;
  bookFile: string;
  version: string;
  drawnAtATime: number;
  log: Logger;
}): Demo {
  const book = dressingBook(bookFile);
  const stopping = new AbortController();
  let dressing = Promise.resolve();
  return {
    async prepare() {
      if (!(await isEmptyFolder(folders.kometa))) return;
      await book.begin();
      await fillKometaFolder(folders);
    },
    dress({ plex, renderLater }) {
      const client = createPlexClient({
        ...{ baseUrl: plex.url, token: plex.token, version },
        clientIdentifier: 'marquee-demo',
      });
      const { kometa } = folders;
      dressing = dressDemo({
        ...{ client, book, drawnAtATime, log, restMs: REST_MS, stopped: stopping.signal },
        draw: drawWithRenderer({ renderLater, kometa }),
        keepOriginal: (poster) => keepOriginal(kometa, poster),
      })
        .catch((error: unknown) => log.error({ err: error }, 'The demo could not be given its overlays'))
        .finally(() => client.close());
    },
    async stop() {
      stopping.abort();
      await Promise.race([dressing, pause(2_000, undefined, { ref: false })]);
    },
  };
}

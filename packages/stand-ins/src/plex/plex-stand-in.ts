import { fetchPicture } from './adapters/fetch-picture.ts';
import { listen } from './adapters/listen.ts';
import { createListeners } from './adapters/listeners.ts';
import { memoryUploads } from './adapters/memory-uploads.ts';
import { createPlexHttpServer, type Exchange } from './adapters/plex-http-server.ts';
import { shrinkPicture } from './adapters/shrink-picture.ts';
import { readStateFile, stateSaver } from './adapters/state-file.ts';
import { uploadFolder } from './adapters/upload-folder.ts';
import { createFaultSwitch, type Fault, type FaultSwitch } from './faults.ts';
import type { PlexLibrary, PlexState } from './model.ts';
import { openWorld } from './world/open-world.ts';
import type { WorldPorts } from './world/ports.ts';

export interface PlexStandInOptions {
  /** What the server begins with; a state file from an earlier run goes first. */
  library: PlexLibrary;
  /** The owner's token, when it shall differ from the one in the library. */
  token?: string;
  /** A free one is taken when absent. */
  port?: number;
  host?: string;
  /** Where changes outlive the process; uploads are kept beside it. */
  stateFile?: string;
  faults?: readonly Fault[];
  /** Epoch seconds; for tests that need to know the time. */
  now?: () => number;
  random?: () => number;
  fetchPicture?: WorldPorts['fetchPicture'];
}

export interface PlexStandIn {
  url: string;
  /** The owner's. */
  token: string;
  faults: FaultSwitch;
  /** The living state, to look at. */
  state: PlexState;
  /** Changes the library behind the clients' backs, as a scan does. */
  change(edit: (state: PlexState) => void): void;
  /** What was asked and answered, oldest first. */
  exchanges: Exchange[];
  /** Errors no request should have been able to cause. */
  failures: unknown[];
  close(): Promise<void>;
}

const mostExchanges = 20_000;

const seedOf = async ({ library, stateFile }: PlexStandInOptions): Promise<PlexLibrary> => {
  const saved = stateFile === undefined ? undefined : await readStateFile(stateFile);
  if (saved) return { ...saved, images: library.images };
  const { images, ...state } = library;
  // A seed may be shared between servers; each lives its own life.
  return { ...structuredClone(state), images };
};

/** A Plex Media Server for tests and the demo: real HTTP, real state, no media files. */
export const startPlexStandIn = async (options: PlexStandInOptions): Promise<PlexStandIn> => {
  const { stateFile } = options;
  const library = await seedOf(options);
  const listeners = createListeners();
  const faults = createFaultSwitch(options.faults);
  const exchanges: Exchange[] = [];
  const failures: unknown[] = [];

  const owner = library.accounts.find(({ id }) => id === 1);
  if (!owner) throw new Error('A Plex library needs an account with id 1, its owner');
  owner.accessToken = options.token ?? owner.accessToken;

  const world = openWorld(library, {
    uploads: stateFile === undefined ? memoryUploads() : uploadFolder(`${stateFile}.uploads`),
    fetchPicture: options.fetchPicture ?? fetchPicture,
    shrinkPicture,
    now: options.now ?? (() => Math.floor(Date.now() / 1000)),
    random: options.random ?? Math.random,
    changed: (notice) => {
      saver?.touch();
      if (notice) listeners.tell(notice);
    },
  });
  const saver = stateFile === undefined ? undefined : stateSaver(stateFile, world.state);
  const server = createPlexHttpServer({
    world,
    faults,
    listeners,
    log: (exchange) => {
      exchanges.push(exchange);
      if (exchanges.length > mostExchanges) exchanges.shift();
    },
    failed: (error) => failures.push(error),
  });
  const listening = await listen(server, options.port ?? 0, options.host ?? '127.0.0.1');
  return {
    url: listening.url,
    token: owner.accessToken,
    faults,
    state: world.state,
    change: (edit) => {
      edit(world.state);
      world.reindex();
      world.changed();
    },
    exchanges,
    failures,
    close: async () => {
      listeners.close();
      await listening.close();
      await saver?.flush();
    },
  };
};

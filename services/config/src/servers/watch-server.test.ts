import { libraryChanged, problem } from '@marquee/contracts';
import type { PlexEvent } from '@marquee/plex';
import { createLogger } from '@marquee/service-kit';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';
import { until } from '../testing/until.ts';
import { createPlexMemory } from './plex-memory.ts';
import type { PlexServer } from './plex-servers.ts';
import { watchServer } from './watch-server.ts';

jest.setTimeout(30_000);

let config: RunningConfig;
let heard: string[];
beforeEach(async () => {
  config = await runningConfig();
  heard = [];
  await config.bus.subscribe(libraryChanged, {}, ({ libraryId, itemId }) => {
    heard.push(`${libraryId} ${itemId}`);
  });
});
afterEach(() => config.close());

const rename = (ratingKey: string, title: string) =>
  config.server.client.edits.fields(
    { sectionId: '1', type: 'movie', ratingKeys: [ratingKey] },
    { title: { value: title } },
  );

test('a change that Plex tells of is shown at once, although nothing has grown old, and told on', async () => {
  await config.restart();
  const { get } = asking(() => config);
  const title = async () => (await get('/items/attic.1001').expect(200)).body.data.title;
  const firstOfList = async () =>
    (await get('/libraries/attic.1/items?limit=1&kind=movie').expect(200)).body.data.entries[0].title;
  // The ear needs a moment to be there: what it hears first shows that it is.
  await until(async () => {
    await rename('1002', 'Anything');
    return heard.includes('attic.1 attic.1002');
  });
  expect(await title()).toBe('Film 001');
  await firstOfList();
  await rename('1001', 'Aardvark');
  await until(() => heard.includes('attic.1 attic.1001'));
  expect(await title()).toBe('Aardvark');
  expect(await firstOfList()).toBe('Aardvark');
});

/** The real server with an ear that we speak into. */
function serverThatSays(says: (signal: AbortSignal | undefined) => AsyncGenerator<PlexEvent>): PlexServer {
  const notifications = {
    subscribe: ({ signal }: { signal?: AbortSignal | undefined } = {}) => says(signal),
  };
  return { ...config.server, client: { ...config.server.client, notifications } };
}
const silence = (signal: AbortSignal | undefined) =>
  new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));

function watch(server: PlexServer) {
  const lines: string[] = [];
  const log = createLogger({ service: 'test', destination: { write: (line) => lines.push(line) } });
  const memory = createPlexMemory(() => 0);
  const stopping = new AbortController();
  const done = watchServer({ memory, bus: config.bus, log, gatherMs: 1 }, server, stopping.signal);
  return {
    lines,
    memory,
    async stop() {
      stopping.abort();
      await done;
    },
  };
}

test('after a break every library may have changed', async () => {
  const watched = watch(
    serverThatSays(async function* (signal) {
      yield { type: 'connected', again: false };
      yield { type: 'connected', again: true };
      await silence(signal);
    }),
  );
  await until(() => heard.length === 4);
  expect(heard).toEqual(['attic.1 null', 'attic.2 null', 'attic.3 null', 'attic.4 null']);
  await watched.stop();
});

test('a refused token is told to the log and ends nothing else', async () => {
  const watched = watch(
    serverThatSays(async function* () {
      yield { type: 'disconnected', reason: 'Plex closed the line' };
      throw problem('plex.unauthorized');
    }),
  );
  await until(() => watched.lines.some((line) => line.includes('does not tell us of changes')));
  await watched.stop();
});

test('what was remembered of a changed item and its lists is forgotten, and nothing else', async () => {
  let speak: () => void = () => undefined;
  const spoken = new Promise<void>((resolve) => {
    speak = resolve;
  });
  const watched = watch(
    serverThatSays(async function* (signal) {
      await spoken;
      yield {
        type: 'timeline',
        ratingKey: '7',
        sectionId: '1',
        itemType: 1,
        phase: 'processed',
        title: null,
        identifier: null,
      };
      await silence(signal);
    }),
  );
  const { counts } = watched.memory;
  const count = (key: string, value: number) => counts.get(key, async () => value);
  await count('attic/1/movie', 1);
  await count('attic/2/show', 1);
  speak();
  await until(() => heard.length > 0);
  expect(await count('attic/1/movie', 2)).toBe(2);
  expect(await count('attic/2/show', 2)).toBe(1);
  await watched.stop();
});

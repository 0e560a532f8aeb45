import {
  fileSaved,
  libraryChanged,
  type PrepareJob,
  preparePosters,
  prepareProgressed,
} from '@marquee/contracts';
import { asking } from './testing/ask.ts';
import { brokerCorner } from './testing/broker-corner.ts';
import { plexLibrary } from './testing/plex-library.ts';
import { type RunningConfig, runningConfig } from './testing/running-config.ts';
import { until } from './testing/until.ts';

/** Enough for three batches. */
const FILMS = 60;

jest.setTimeout(60_000);

const GROUP = 'listener';
let corner: ReturnType<typeof brokerCorner>;
let config: RunningConfig;
beforeEach(async () => {
  corner = brokerCorner();
  config = await runningConfig({ plex: { library: plexLibrary(FILMS) }, bus: await corner.open() });
});
afterEach(async () => {
  await config.close();
  const topics = [fileSaved, libraryChanged, prepareProgressed];
  await corner.clear({ jobs: [preparePosters.name], groups: topics.map(({ name }) => [name, GROUP]) });
});
const { get, post } = asking(() => config, 'editor');

test('over the real broker: the queue is worked off, and another service hears every topic', async () => {
  const other = await corner.open();
  const progress: PrepareJob[] = [];
  const saved: string[] = [];
  const changed: (string | null)[] = [];
  await other.subscribe(prepareProgressed, { group: GROUP }, (job) => {
    progress.push(job);
  });
  await other.subscribe(fileSaved, { group: GROUP }, ({ path }) => {
    saved.push(path);
  });
  await other.subscribe(libraryChanged, { group: GROUP }, ({ itemId }) => {
    changed.push(itemId);
  });

  // Begun before anybody worked: the rows wait, and so do the messages.
  const { id } = (await post('/libraries/attic.1/prepare-posters').send({ width: 240 }).expect(202)).body
    .data;
  await post('/config/files').send({ path: 'a.yml', content: 'a: 1\n' }).expect(201);
  await config.restart();
  await until(() => progress.some(({ endedAt }) => endedAt !== null));
  await until(() => saved.length > 0);
  const { body } = await get(`/libraries/attic.1/prepare-posters/${id}`).expect(200);
  expect(body.data).toMatchObject({ state: 'succeeded', done: FILMS, failed: 1 });
  expect(saved).toEqual(['a.yml']);

  config.standIn.change((state) => {
    const film = state.items.find(({ ratingKey }) => ratingKey === 1003);
    if (film) film.title = 'Renamed';
  });
  const posters = (await get('/items/attic.1003/posters').expect(200)).body.data;
  await asking(() => config, 'editor')
    .put(`/items/attic.1003/posters/${posters[1].id}/selected`)
    .expect(200);
  await until(() => changed.includes('attic.1003'));
  expect(await other.deadJobs(preparePosters)).toEqual([]);
});

test('a job whose service stops in the middle is finished by the next one', async () => {
  await config.restart();
  config.standIn.faults.add({ path: '*/thumb/*', skip: 30, effect: { kind: 'delay', milliseconds: 200 } });
  const { id } = (await post('/libraries/attic.1/prepare-posters').send({ width: 240 }).expect(202)).body
    .data;
  const job = async (): Promise<PrepareJob> =>
    (await get(`/libraries/attic.1/prepare-posters/${id}`)).body.data;
  await until(async () => (await job()).done > 0);
  await config.restart();
  config.standIn.faults.clear();
  await until(async () => (await job()).endedAt !== null);
  expect(await job()).toMatchObject({ state: 'succeeded', done: FILMS, failed: 1 });
});

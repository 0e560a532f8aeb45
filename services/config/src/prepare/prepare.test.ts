import { type PrepareJob, prepareEnded, preparePosters, prepareProgressed } from '@marquee/contracts';
import { asking } from '../testing/ask.ts';
import { plexLibrary } from '../testing/plex-library.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';
import { until } from '../testing/until.ts';

/** Enough for three batches. */
const FILMS = 60;

jest.setTimeout(30_000);

let config: RunningConfig;
afterEach(() => config.close());
const { get, post } = asking(() => config, 'editor');
const POSTERS = '/libraries/attic.1/prepare-posters';
const begin = async (): Promise<PrepareJob> =>
  (await post(POSTERS).send({ width: 240 }).expect(202)).body.data;
const read = async (id: string): Promise<PrepareJob> => (await get(`${POSTERS}/${id}`).expect(200)).body.data;
const ended = (id: string) => until(async () => (await read(id)).endedAt !== null);

describe('a running service', () => {
  beforeEach(async () => {
    config = await runningConfig({ plex: { library: plexLibrary(FILMS) }, started: true });
  });

  test('sizes every poster of a library, telling how far it is', async () => {
    const told: PrepareJob[] = [];
    const over: unknown[] = [];
    await config.bus.subscribe(prepareEnded, {}, (event) => {
      over.push(event);
    });
    await config.bus.subscribe(prepareProgressed, {}, (job) => {
      told.push(job);
    });
    const { id, ...job } = await begin();
    expect(job).toMatchObject({
      libraryId: 'attic.1',
      state: 'queued',
      done: 0,
      total: FILMS,
      endedAt: null,
    });
    await ended(id);
    expect(await read(id)).toMatchObject({
      state: 'succeeded',
      done: FILMS,
      total: FILMS,
      failed: 1,
      message: `${FILMS - 1} posters are ready, 1 could not be sized`,
    });
    await until(() => told.some(({ endedAt }) => endedAt !== null));
    const done = told.map((one) => one.done);
    expect(done).toEqual(done.toSorted((one, other) => one - other));
    expect(new Set(told.map((one) => one.id))).toEqual(new Set([id]));
    await until(() => over.length > 0);
    expect(over).toEqual([{ job: told.at(-1), libraryTitle: 'Films', askedBy: 'editor-1' }]);
  });

  test('afterwards the grid needs nothing of Plex for its pictures', async () => {
    const { id } = await begin();
    await ended(id);
    const { body } = await get('/libraries/attic.1/items?limit=5&sort=-title').expect(200);
    config.asked();
    for (const item of body.data.entries) await get(`/items/${item.id}/images/poster?width=240`).expect(200);
    expect(config.asked()).toEqual([]);
  });

  test('while one is running, whoever asks gets that one', async () => {
    const jobs = await Promise.all(Array.from({ length: 5 }, begin));
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(1);
    await ended(jobs[0]?.id ?? '');
    expect((await begin()).id).not.toBe(jobs[0]?.id);
  });

  test('the same Idempotency-Key begins one job, even after it has ended', async () => {
    const send = () => post(POSTERS).set('idempotency-key', 'k-12345678').send({ width: 240 }).expect(202);
    const { id } = (await send()).body.data;
    await ended(id);
    expect((await send()).body.data.id).toBe(id);
  });

  test('a batch that comes twice is counted once', async () => {
    const { id } = await begin();
    await ended(id);
    const batches = await config
      .db()
      .selectFrom('prepare_batches')
      .selectAll()
      .where('job_id', '=', id)
      .execute();
    expect(batches.length).toBe(3);
    for (const { batch, item_ids } of [...batches, ...batches]) {
      const itemIds: string[] = JSON.parse(item_ids);
      await config.bus.enqueue(preparePosters, { jobId: id, libraryId: 'attic.1', batch, itemIds });
    }
    await config.bus.enqueue(preparePosters, {
      jobId: id,
      libraryId: 'attic.1',
      batch: 999,
      itemIds: ['attic.1001'],
    });
    const next = await begin();
    await ended(next.id);
    expect(await read(id)).toMatchObject({ done: FILMS, failed: 1 });
  });

  test('an item that went away meanwhile is no failure', async () => {
    config.standIn.faults.add({ path: '/library/metadata/*', effect: { kind: 'status', status: 404 } });
    const { id } = await begin();
    await ended(id);
    expect(await read(id)).toMatchObject({ state: 'succeeded', done: FILMS, failed: 0 });
  });

  test('a job of which every picture fails has failed', async () => {
    config.standIn.faults.add({ path: '*/thumb/*', effect: { kind: 'status', status: 404 } });
    const { body } = await post('/libraries/attic.4/prepare-posters').send({}).expect(202);
    const job = () => get(`/libraries/attic.4/prepare-posters/${body.data.id}`);
    await until(async () => (await job()).body.data.endedAt !== null);
    expect((await job()).body.data).toMatchObject({ state: 'failed', done: 1, failed: 1 });
  });

  test('an empty library is ready at once', async () => {
    config.standIn.change((state) => {
      state.items = state.items.filter(({ sectionId }) => sectionId !== 4);
    });
    const { body } = await post('/libraries/attic.4/prepare-posters').send({}).expect(202);
    await until(
      async () =>
        (await get(`/libraries/attic.4/prepare-posters/${body.data.id}`)).body.data.endedAt !== null,
    );
    expect((await get(`/libraries/attic.4/prepare-posters/${body.data.id}`)).body.data).toMatchObject({
      state: 'succeeded',
      total: 0,
    });
  });

  test('a job is seen under its own library only, and by whom the library is shared with', async () => {
    const { id } = await begin();
    expect((await get(`/libraries/attic.2/prepare-posters/${id}`).expect(404)).body.error.code).toBe(
      'job.not-found',
    );
    const guest = asking(() => config, 'viewer', ['attic.2']);
    expect((await guest.get(`${POSTERS}/${id}`).expect(404)).body.error.code).toBe('library.not-found');
    await ended(id);
  });

  test('jobs are forgotten a week after they ended', async () => {
    const { id } = await begin();
    await ended(id);
    config.pass(7 * 24 * 3_600_000 - 60_000);
    await config.restart();
    await read(id);
    config.pass(120_000);
    await config.restart();
    await until(async () => (await get(`${POSTERS}/${id}`)).status === 404);
    expect(
      await config.db().selectFrom('prepare_batches').selectAll().where('job_id', '=', id).execute(),
    ).toEqual([]);
  });
});

test('a job that nobody worked on is taken up at the next start', async () => {
  config = await runningConfig({ plex: { library: plexLibrary(FILMS) } });
  const { id } = await begin();
  await config.restart();
  await ended(id);
  expect(await read(id)).toMatchObject({ state: 'succeeded', done: FILMS });
});

test('a job that was cut off in the middle goes on where it was', async () => {
  config = await runningConfig({ plex: { library: plexLibrary(FILMS) }, started: true });
  config.standIn.faults.add({ path: '*/thumb/*', skip: 30, effect: { kind: 'delay', milliseconds: 300 } });
  const { id } = await begin();
  await until(async () => (await read(id)).done > 0);
  await config.restart();
  config.standIn.faults.clear();
  await ended(id);
  expect(await read(id)).toMatchObject({ state: 'succeeded', done: FILMS, failed: 1 });
});

test('Plex being away when a job is planned delays it and says so', async () => {
  config = await runningConfig({ plex: { library: plexLibrary(FILMS) }, started: true });
  await get('/libraries/attic.1').expect(200);
  config.standIn.faults.add({
    path: '/library/sections/1/all',
    skip: 1,
    effect: { kind: 'status', status: 500 },
  });
  const { id } = await begin();
  await until(async () => (await read(id)).message.includes('tried again'));
  config.standIn.faults.clear();
  await config.restart();
  await ended(id);
  expect(await read(id)).toMatchObject({ state: 'succeeded', done: FILMS });
});

import { asking } from '../testing/ask.ts';
import { FILMS } from '../testing/plex-library.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';

let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
});
afterEach(() => config.close());
const everybody = asking(() => config);
const guest = asking(() => config, 'viewer', ['attic.2', 'attic.99']);

test('the servers, with what each is', async () => {
  const { body } = await everybody.get('/servers').expect(200);
  expect(body.data).toEqual([
    {
      id: 'attic',
      name: 'Attic',
      demo: false,
      reachable: true,
      message: 'Connected',
      machineIdentifier: 'feedfacefeedfacefeedfacefeedfacefeedface',
      version: '1.41.0.8994-f2c27da23',
    },
  ]);
});

test('a server that is away is listed with the reason', async () => {
  config.standIn.faults.add({ path: '*', effect: { kind: 'status', status: 401 } });
  const { body } = await everybody.get('/servers').expect(200);
  expect(body.data).toEqual([
    expect.objectContaining({
      reachable: false,
      machineIdentifier: null,
      message: expect.stringMatching(/token/i),
    }),
  ]);
});

test('who may see no library of a server does not see the server', async () => {
  expect((await asking(() => config, 'viewer', ['other.1']).get('/servers')).body.data).toEqual([]);
});

test('the libraries with counts of every kind and a few posters', async () => {
  const { body } = await everybody.get('/libraries').expect(200);
  expect(body.data.map(({ id, title, kind }: Record<string, string>) => [id, title, kind])).toEqual([
    ['attic.1', 'Films', 'movie'],
    ['attic.2', 'Series', 'show'],
    ['attic.3', 'Music', 'artist'],
    ['attic.4', 'Private', 'movie'],
  ]);
  expect(body.data[0]).toMatchObject({
    serverId: 'attic',
    counts: [
      { kind: 'movie', count: FILMS },
      { kind: 'collection', count: 1 },
    ],
    updatedAt: '2023-11-14T22:13:20.000Z',
  });
  expect(body.data[0].collage).toHaveLength(5);
  expect(body.data[1].counts.slice(0, 3)).toEqual([
    { kind: 'show', count: 1 },
    { kind: 'season', count: 1 },
    { kind: 'episode', count: 3 },
  ]);
});

test('a person sees the libraries shared with them, one by one and in the list', async () => {
  const { body } = await guest.get('/libraries').expect(200);
  expect(body.data.map(({ id }: { id: string }) => id)).toEqual(['attic.2']);
  await guest.get('/libraries/attic.2').expect(200);
  for (const id of ['attic.1', 'attic.4', 'attic.99', 'other.2']) {
    const { body } = await guest.get(`/libraries/${id}`).expect(404);
    expect(body.error.code).toBe('library.not-found');
  }
});

test('nothing is asked of Plex about a library that is not shared', async () => {
  config.asked();
  await guest.get('/libraries/attic.1/items').expect(404);
  expect(config.asked()).toEqual([]);
});

test('the same list again asks Plex nothing', async () => {
  await everybody.get('/libraries');
  config.asked();
  await everybody.get('/libraries').expect(200);
  expect(config.asked()).toEqual([]);
});

test('Plex being away is told as such, and forgotten as soon as it is back', async () => {
  const back = config.standIn.faults.add({ path: '*', effect: { kind: 'status', status: 503 } });
  expect((await everybody.get('/libraries').expect(502)).body.error.code).toBe('plex.unreachable');
  back();
  await everybody.get('/libraries').expect(200);
});

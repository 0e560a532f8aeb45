import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readiness } from '@marquee/contracts';
import { memoryBus } from '@marquee/service-kit';
import request from 'supertest';
import { fileIdOf } from './files/file-id.ts';
import { asking } from './testing/ask.ts';
import { plainPicture } from './testing/hostile-pictures.ts';
import { type RunningConfig, runningConfig } from './testing/running-config.ts';

jest.setTimeout(30_000);

let config: RunningConfig;
afterEach(() => config.close());
const { get, post } = asking(() => config);
const readiness = async () => {
  const { status, body } = await request(config.app()).get('/readyz');
  return { status, ...Readiness.parse(body) };
};
const stateOf = async (name: string) =>
  (await readiness()).checks.find((check) => check.name === name)?.state;

test('ready, with every part it leans on by name', async () => {
  config = await runningConfig();
  const { status, checks } = await readiness();
  expect(status).toBe(200);
  expect(checks.map(({ state }) => state)).toEqual(checks.map(() => 'ok'));
  expect(checks).toContainEqual(
    expect.objectContaining({
      name: 'plex:attic',
      message: 'Attic answers',
      version: '1.41.0.8994-f2c27da23',
    }),
  );
  expect(checks).toHaveLength(6);
});

test('Plex away, and no config folder: degraded, but ready, for a restart would not mend it', async () => {
  config = await runningConfig();
  config.standIn.faults.add({ path: '*', effect: { kind: 'status', status: 503 } });
  await rm(config.root, { recursive: true });
  expect((await readiness()).status).toBe(200);
  expect(await stateOf('plex:attic')).toBe('degraded');
  expect(await stateOf('folder')).toBe('degraded');
});

test('a Plex that takes its time is degraded too', async () => {
  config = await runningConfig();
  config.standIn.faults.add({ path: '*', effect: { kind: 'delay', milliseconds: 3_000 } });
  expect(await stateOf('plex:attic')).toBe('degraded');
});

test('without the broker it is not ready, and reading goes on', async () => {
  const bus = memoryBus();
  const down = { name: 'broker', state: 'down', message: 'gone' } as const;
  config = await runningConfig({ bus: { ...bus, check: async () => down } });
  expect((await readiness()).status).toBe(503);
  await get('/libraries').expect(200);
});

test('no answer and no log line tells the token, the address or a path of Plex', async () => {
  config = await runningConfig({ started: true });
  await writeFile(join(config.root, 'config.yml'), 'a: 1\n');
  const poster = (await get('/items/attic.1001/posters')).body.data[1];
  const paths = [
    '/servers',
    '/libraries',
    '/libraries/attic.1',
    '/libraries/attic.1/items?genre=Drama',
    '/libraries/attic.99',
    '/items/attic.1001',
    '/items/attic.2001/children',
    '/items/attic.999999',
    '/items/attic.1001/images/poster?width=240',
    '/items/attic.1007/images/poster?width=240',
    '/items/attic.1008/images/poster?width=240',
    '/items/attic.1001/posters',
    `/items/attic.1001/posters/${poster.id}/image`,
    `/config/files/${fileIdOf('config.yml')}`,
  ];
  const told: string[] = [];
  const askAll = async () => {
    for (const path of paths) {
      const { headers, body, text } = await get(path).buffer();
      told.push(JSON.stringify(headers), Buffer.isBuffer(body) ? body.toString('latin1') : text);
    }
    const upload = post('/items/attic.1001/posters').set('content-type', 'image/png');
    told.push((await upload.send(await plainPicture('png'))).text);
  };
  await askAll();
  for (const effect of [
    { kind: 'status', status: 401 },
    { kind: 'status', status: 500 },
    { kind: 'malformed' },
    { kind: 'cut' },
  ] as const) {
    config.standIn.faults.clear();
    config.standIn.faults.add({ path: '*', effect });
    config.pass(3_600_000);
    await askAll();
  }
  const said = told.join('\n');
  const { token, url } = config.standIn;
  expect(said).toContain('plex.unauthorized');
  expect(said).toContain('plex.bad-answer');
  for (const secret of [
    token,
    encodeURIComponent(token),
    new URL(url).host,
    '/library/metadata',
    '/thumb/',
  ]) {
    expect([secret, said.includes(secret)]).toEqual([secret, false]);
  }
  expect(config.logged.join('\n')).toContain('plex');
  expect(config.logged.join('\n')).not.toContain(token);
});

test('stops without waiting for what never comes', async () => {
  const bus = memoryBus();
  const never = () => new Promise<void>(() => undefined);
  config = await runningConfig({ bus: { ...bus, publish: never, enqueue: never }, started: true });
  await post('/config/files').send({ path: 'a.yml', content: 'x' }).expect(201);
  await get('/config/files').expect(200);
});

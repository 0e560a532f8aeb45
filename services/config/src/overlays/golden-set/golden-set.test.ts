import { asking } from '../../testing/ask.ts';
import { PRIVATE_FILM } from '../../testing/plex-library.ts';
import { type RunningConfig, runningConfig } from '../../testing/running-config.ts';

let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
});
afterEach(() => config.close());
const all = asking(() => config, 'editor');
const some = asking(() => config, 'editor', ['attic.1']);
const PRIVATE = `attic.${PRIVATE_FILM}`;
const setOf = async ({ get }: typeof all) => (await get('/overlays/golden-set').expect(200)).body.data;
const save = ({ put }: typeof all, itemIds: string[]) => put('/overlays/golden-set').send({ itemIds });

test('it is one for everybody, in the order it was chosen, each item once', async () => {
  expect(await setOf(all)).toEqual([]);
  await save(all, ['attic.1003', 'attic.1001', 'attic.1003']).expect(200);
  expect(await setOf(asking(() => config, 'viewer'))).toEqual(['attic.1003', 'attic.1001']);
  await save(all, []).expect(200);
  expect(await setOf(all)).toEqual([]);
});

test('items of libraries that are not shared are neither shown nor thrown out', async () => {
  await save(all, ['attic.1001', PRIVATE]).expect(200);
  expect(await setOf(some)).toEqual(['attic.1001']);
  await save(some, ['attic.1002']).expect(200);
  expect(await setOf(some)).toEqual(['attic.1002']);
  expect(await setOf(all)).toEqual(['attic.1002', PRIVATE]);
  expect((await save(some, [PRIVATE]).expect(422)).body.error.code).toBe('request.invalid');
});

test('it holds 24 items', async () => {
  const ids = Array.from({ length: 25 }, (_, place) => `attic.${1001 + place}`);
  await save(all, ids).expect(422);
  await save(all, [...ids.slice(0, 23), PRIVATE]).expect(200);
  await save(some, ids.slice(0, 24)).expect(422);
  expect(await setOf(all)).toHaveLength(24);
});

test('it is shown while Plex is away to whoever may see all', async () => {
  await save(all, ['attic.1001']).expect(200);
  await config.standIn.close();
  config.pass(120_000);
  expect(await setOf(all)).toEqual(['attic.1001']);
  expect(await setOf(some)).toEqual([]);
});

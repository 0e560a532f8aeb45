import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { deflateRawSync } from 'node:zlib';
import { hostilePaths } from '@marquee/testing';
import { ZipFile } from 'yazl';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';
import { readZip } from './zip.ts';

jest.setTimeout(30_000);

let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
  await put('config.yml', 'plex:\n  token: T0K3N\n');
  await put('.env', 'KOMETA_TMDB=S3CR3T\n');
  await mkdir(join(config.root, 'overlays'));
  await put('overlays/a.png', 'pixels');
});
afterEach(() => config.close());
const { get, post } = asking(() => config, 'editor');
const admin = asking(() => config);
const put = (path: string, text: string) => writeFile(join(config.root, path), text);
const onDisk = (path: string) => readFile(join(config.root, path), 'utf8');
const limits = { entries: 100, bytes: 1e9, entryBytes: 1e9, ratio: 1e9 };
const unpacked = async (zip: Buffer) =>
  Object.fromEntries((await readZip(zip, limits)).map(({ path, bytes }) => [path, bytes.toString()]));
const download = async (path: string, as = get): Promise<Buffer> =>
  (await as(path).responseType('blob').expect(200)).body;

async function zipOf(files: Record<string, string | Buffer>, mode?: number): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, text] of Object.entries(files))
    zip.addBuffer(Buffer.from(text), path, mode === undefined ? {} : { mode });
  zip.end();
  return await buffer(zip.outputStream);
}
/** The name in an archive that its maker did not look at. */
const renamed = (zip: Buffer, from: string, to: string) => {
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from, at + 1))
    bytes.write(to, at, 'latin1');
  return bytes;
};
const send = (zip: Buffer) => post('/config/bundle').set('content-type', 'application/zip').send(zip);

test('a bundle holds every file, secrets only for an admin who asks for them', async () => {
  await symlink('../config.db', join(config.root, 'link.yml'));
  expect(await unpacked(await download('/config/bundle'))).toEqual({
    'config.yml': 'plex:\n  token: <<hidden:plex/token>>\n',
    '.env': 'KOMETA_TMDB=<<hidden:KOMETA_TMDB>>\n',
    'overlays/a.png': 'pixels',
  });
  await get('/config/bundle/with-secrets').expect(403);
  expect(await unpacked(await download('/config/bundle/with-secrets', admin.get))).toMatchObject({
    'config.yml': 'plex:\n  token: T0K3N\n',
    '.env': 'KOMETA_TMDB=S3CR3T\n',
  });
});

test('what went out comes in again as one version, with the present values', async () => {
  const bundle = await download('/config/bundle');
  await put('config.yml', 'plex: {token: N3W}\n');
  const { body } = await send(bundle).expect(200);
  expect(body.data).toMatchObject({
    version: {
      origin: 'save',
      message: 'Bring in a bundle',
      files: [{ path: 'config.yml', change: 'changed' }],
    },
    ...{ pictures: 0, missingSecrets: [], notImported: [] },
  });
  expect(await onDisk('config.yml')).toBe('plex:\n  token: N3W\n');
  expect(await onDisk('.env')).toBe('KOMETA_TMDB=S3CR3T\n');
  expect((await send(bundle).expect(200)).body.data.version).toBeNull();
});

test('new files are made, what cannot be taken is told, and no picture is written over', async () => {
  const zip = await zipOf({
    'new/films.yml': 'collections:\ntoken: <<hidden:token>>\n',
    'overlays/b.png': 'more pixels',
    'overlays/a.png': 'other pixels',
    'run.py': 'import os',
    'logs/meta.txt': 'x',
    'latin.yml': Buffer.from([0xe4]),
  });
  const { body } = await send(zip).expect(200);
  expect(body.data).toMatchObject({
    pictures: 1,
    missingSecrets: [{ path: 'new/films.yml', name: 'token', line: 2 }],
  });
  expect(body.data.notImported.map(({ path }: { path: string }) => path).sort()).toEqual([
    'latin.yml',
    'logs/meta.txt',
    'overlays/a.png',
    'run.py',
  ]);
  expect(await onDisk('overlays/a.png')).toBe('pixels');
  expect(await onDisk('overlays/b.png')).toBe('more pixels');
  expect(await onDisk('new/films.yml')).toContain('collections:');
});

test('every hostile path in an archive writes nothing anywhere', async () => {
  const tree = async () =>
    (await readdir(join(config.root, '..'), { recursive: true })).filter(
      (one) => !/history|config\.db/.test(one),
    );
  const before = await tree();
  const tried = hostilePaths.filter(
    ([, path]) => path !== '' && Buffer.byteLength(path) < 400 && !/\p{Cs}/u.test(path),
  );
  for (const [name, path] of tried) {
    const plain = 'x'.repeat(Buffer.byteLength(path));
    const zip = renamed(await zipOf({ [plain]: 'a: 1\n' }), plain, Buffer.from(path).toString('latin1'));
    const { status, body } = await send(zip);
    const isRefused = status === 422 || body.data?.notImported.length === 1 || path.endsWith('/');
    expect([name, isRefused]).toEqual([name, true]);
  }
  expect(await tree()).toEqual(before);
});

test('links, bombs, false sizes and what is no archive are refused before anything is written', async () => {
  const bomb = await zipOf({ 'a.yml': Buffer.alloc(40_000_000, '#') });
  const link = await zipOf({ 'a.yml': '../config.db' }, 0o120777);
  const honest = await zipOf({ 'new.yml': 'a: 1\n', 'b.yml': 'b: 1\n'.repeat(100) });
  const packedSize = deflateRawSync(Buffer.from('b: 1\n'.repeat(100))).length;
  const lying = Buffer.from(honest);
  // The size that the directory tells of b.yml: 500 becomes 400.
  for (let at = 0; at < lying.length - 4; at += 1)
    if (lying.readUInt32LE(at) === 500) lying.writeUInt32LE(400, at);
  expect(packedSize).toBeLessThan(400);
  for (const zip of [bomb, link, lying, Buffer.from('no zip at all'), honest.subarray(0, 60)]) {
    const { body } = await send(zip).expect(422);
    expect(body.error).toMatchObject({
      code: 'config.bundle-refused',
      details: [{ message: expect.any(String) }],
    });
  }
  expect((await readdir(config.root)).sort()).toEqual(['.env', 'config.yml', 'overlays']);
  await expect(readZip(honest, { ...limits, entries: 1 })).rejects.toThrow(
    expect.objectContaining({ code: 'config.bundle-refused' }),
  );
  await expect(readZip(honest, { ...limits, bytes: 504 })).rejects.toThrow(
    expect.objectContaining({ code: 'config.bundle-refused' }),
  );
});

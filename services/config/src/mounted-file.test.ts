import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { localFolder } from './adapters/local-folder.ts';
import { fileIdOf } from './files/file-id.ts';
import { asking } from './testing/ask.ts';
import { type RunningConfig, runningConfig } from './testing/running-config.ts';

jest.setTimeout(60_000);

const isRoot = process.getuid?.() === 0;
const onRoot = isRoot || process.env.CI === 'true' ? describe : describe.skip;
const ID = fileIdOf('config.yml');
const mounts: string[] = [];
const mount = (place: string, ...args: string[]) => {
  execFileSync('mount', [...args, place]);
  mounts.push(place);
};
const unmountAll = () => {
  for (const place of mounts.splice(0).reverse()) execFileSync('umount', ['-l', place]);
};

onRoot('a file that is mounted by itself', () => {
  let config: RunningConfig;
  let behind: string;
  beforeEach(async () => {
    config = await runningConfig();
    behind = join(config.root, '../behind.yml');
    await writeFile(behind, 'settings: {}\n');
    await writeFile(join(config.root, 'config.yml'), '');
    mount(join(config.root, 'config.yml'), '--bind', behind);
  });
  afterEach(async () => {
    await config.close().catch(() => undefined);
    unmountAll();
    await rm(join(config.root, '..'), { recursive: true, force: true });
  });
  const { get, post, put, drop } = asking(() => config);
  const etag = async () => (await get(`/config/files/${ID}`).expect(200)).body.data.etag;
  const leftovers = async () => (await readdir(config.root)).filter((name) => name.startsWith('.marquee'));

  test('is saved where it really is, longer and shorter, and its versions are kept', async () => {
    for (const content of [`# ${'long '.repeat(500)}\n`, 'a: 1\n', '']) {
      await put(`/config/files/${ID}`)
        .set('if-match', await etag())
        .send({ content })
        .expect(200);
      expect(await readFile(behind, 'utf8')).toBe(content);
    }
    expect(await leftovers()).toEqual([]);
    const { body } = await get('/config/versions').expect(200);
    const first = body.data.entries.at(-1);
    await post('/config/restore').send({ versionId: first.id }).expect(200);
    expect(await readFile(behind, 'utf8')).toBe('settings: {}\n');
  });

  test('is neither moved nor removed, and nothing is lost by the try', async () => {
    const moved = await post(`/config/files/${ID}/move`)
      .set('if-match', await etag())
      .send({ path: 'moved.yml' });
    expect([moved.status, moved.body.error.code]).toEqual([409, 'config.file-mounted']);
    const removed = await drop(`/config/files/${ID}`).set('if-match', await etag());
    expect([removed.status, removed.body.error.code]).toEqual([409, 'config.file-mounted']);
    expect(await readdir(config.root)).toEqual(['config.yml']);
    expect(await readFile(behind, 'utf8')).toBe('settings: {}\n');
    await get(`/config/files/${ID}`).expect(200);
  });

  test('on a full disk keeps what it says', async () => {
    const disk = join(config.root, '../disk');
    await mkdir(disk);
    mount(disk, '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs');
    await writeFile(join(disk, 'other.yml'), 'a: 1\n');
    await writeFile(join(config.root, 'other.yml'), '');
    mount(join(config.root, 'other.yml'), '--bind', join(disk, 'other.yml'));
    const id = fileIdOf('other.yml');
    const { body } = await get(`/config/files/${id}`).expect(200);
    const tried = await put(`/config/files/${id}`)
      .set('if-match', body.data.etag)
      .send({ content: `# ${'x'.repeat(200_000)}\n` });
    expect([tried.status, tried.body.error.code]).toEqual([507, 'service.disk-full']);
    expect(await readFile(join(disk, 'other.yml'), 'utf8')).toBe('a: 1\n');
    expect(await leftovers()).toEqual([]);
  });
});

/** Writes whole texts in turn into the mounted file, until it is killed. */
const writing = `
import { writeFileAtomic } from './files/write-file-atomic.ts';
for (let version = 1; ; version += 1) {
  await writeFileAtomic(process.argv[2], String(version % 10).repeat(200_000 + (version % 7) * 40_000), { keepOwnerAndMode: true });
  process.stdout.write('.');
}
`;

onRoot('a mounted file whose writer is killed', () => {
  test('has the old text or the new one, at once or after the next start', async () => {
    const root = await mkdtemp(join(tmpdir(), 'marquee-mounted-'));
    const folder = join(root, 'config');
    const path = join(folder, 'config.yml');
    const script = join(root, 'writing.mjs');
    await mkdir(folder);
    await writeFile(join(root, 'behind.yml'), '0'.repeat(200_000));
    await writeFile(path, '');
    buildSync({
      stdin: { contents: writing, resolveDir: join(__dirname, '../../../packages/service-kit/src') },
      ...{ bundle: true, platform: 'node', format: 'esm', outfile: script },
    });
    mount(path, '--bind', join(root, 'behind.yml'));
    const torn: string[] = [];
    try {
      for (let kill = 0; kill < 20; kill += 1) {
        const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
        let writes = 0;
        child.stdout.on('data', (dots: Buffer) => {
          writes += dots.length;
          // Each is killed at another place of its work.
          if (writes > kill % 5) setImmediate(() => child.kill('SIGKILL'));
        });
        const [, signal] = await once(child, 'close');
        expect(signal).toBe('SIGKILL');
        await localFolder(folder).sweep();
        const text = await readFile(path, 'utf8');
        if (!/^(\d)\1*$/.test(text) || text.length % 40_000 !== 0) torn.push(`${kill}: ${text.length}`);
        expect(await readdir(folder)).toEqual(['config.yml']);
      }
      expect(torn).toEqual([]);
    } finally {
      unmountAll();
      await rm(root, { recursive: true, force: true });
    }
  });
});

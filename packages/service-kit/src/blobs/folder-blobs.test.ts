import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tempName } from '../files/temp-name.ts';
import { folderBlobs } from './folder-blobs.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'marquee-folder-blobs-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const pathOf = (hash: string) => join(dir, 'blobs', hash.slice(0, 2), hash.slice(2, 4), hash);
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
const text = (content: string) => Buffer.from(content);

test('a spoilt blob is absent, is removed, and can be put again', async () => {
  const blobs = folderBlobs({ dir, maxBytes: 1_000_000 });
  const { hash } = await blobs.putNamed('n', text('content'), 'text/plain');
  for (const spoilt of [
    '',
    '{"contentType":"text/plain"}\ncontenX',
    'content',
    '{"contentType":7}\ncontent',
  ]) {
    writeFileSync(pathOf(hash), spoilt);
    expect(await blobs.get(hash)).toBeUndefined();
    expect(filesBelow(join(dir, 'blobs'))).toEqual([]);
    await blobs.put(text('content'), 'text/plain');
    expect(await blobs.get(hash)).toBeDefined();
  }
  writeFileSync(pathOf(hash), 'spoilt');
  expect(await blobs.getNamed('n')).toBeUndefined();
  expect(filesBelow(dir)).toEqual([]);
});

test('a name that points anywhere but to a hash is absent', async () => {
  const blobs = folderBlobs({ dir, maxBytes: 1_000_000 });
  await blobs.putNamed('n', text('content'), 'text/plain');
  const [pointer = ''] = filesBelow(join(dir, 'names'));
  writeFileSync(pointer, '../../../../etc/passwd');
  expect(await blobs.getNamed('n')).toBeUndefined();
  expect(filesBelow(join(dir, 'names'))).toEqual([]);
});

test('what was used lately stays when the folder is full, and what was not goes first', async () => {
  const blobs = folderBlobs({ dir, maxBytes: 100_000 });
  const put = async () => (await blobs.put(randomBytes(20_000), 'image/png')).hash;
  const [used, unused] = [await put(), await put()];
  const yesterday = new Date(Date.now() - 86_400_000);
  for (const hash of [used, unused]) utimesSync(pathOf(hash), yesterday, yesterday);
  await blobs.get(used);
  for (let n = 0; n < 3; n += 1) await put();
  expect(await blobs.get(used)).toBeDefined();
  expect(await blobs.get(unused)).toBeUndefined();
});

test('names without end do not grow the folder past its bound', async () => {
  const blobs = folderBlobs({ dir, maxBytes: 200_000 });
  for (let n = 0; n < 80; n += 1) await blobs.putNamed(`name ${n}`, text('same'), 'text/plain');
  expect(filesBelow(dir).length * 4_096).toBeLessThanOrEqual(200_000);
  expect(await blobs.getNamed('name 79')).toBeDefined();
});

test('a folder filled by an earlier process or by another one is brought below its bound', async () => {
  const earlier = folderBlobs({ dir, maxBytes: 1_000_000 });
  for (let n = 0; n < 20; n += 1) await earlier.put(randomBytes(20_000), 'image/png');
  const [a, b] = [folderBlobs({ dir, maxBytes: 200_000 }), folderBlobs({ dir, maxBytes: 200_000 })];
  for (let n = 0; n < 40; n += 1) await (n % 2 ? a : b).put(randomBytes(20_000), 'image/png');
  const size = filesBelow(dir).reduce((sum, path) => sum + statSync(path).size, 0);
  expect(size).toBeLessThanOrEqual(200_000 * 1.2);
});

test('files and folders are for their owner only, and leftovers of a killed writer are swept', async () => {
  const stale = join(dir, tempName().replace(`-${process.pid}-`, '-4194304-'));
  writeFileSync(stale, 'half');
  const blobs = folderBlobs({ dir: join(dir), maxBytes: 1_000_000 });
  const { hash } = await blobs.put(text('content'), 'text/plain');
  expect(statSync(pathOf(hash)).mode & 0o777).toBe(0o600);
  expect(statSync(join(dir, 'blobs')).mode & 0o777).toBe(0o700);
  expect(filesBelow(dir)).toEqual([pathOf(hash)]);
});

test('on a full disk old blobs make room; with none left to give up it is told', async () => {
  if (process.getuid?.() !== 0) return expect(process.env.CI).toBeUndefined();
  const disk = join(dir, 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
  try {
    const blobs = folderBlobs({ dir: join(disk, 'blobs'), maxBytes: 100_000_000 });
    let last = '';
    for (let n = 0; n < 20; n += 1) last = (await blobs.put(randomBytes(100_000), 'image/png')).hash;
    expect(await blobs.get(last)).toBeDefined();
    writeFileSync(join(disk, 'ballast'), 'x');
    const fill = () => writeFileSync(join(disk, 'ballast'), 'x'.repeat(4_096), { flag: 'a' });
    rmSync(join(disk, 'blobs'), { recursive: true });
    for (let full = false; !full; ) {
      try {
        fill();
      } catch (error) {
        full = (error as { code?: string }).code === 'ENOSPC';
      }
    }
    await expect(blobs.put(randomBytes(100_000), 'image/png')).rejects.toMatchObject({
      code: 'service.disk-full',
    });
  } finally {
    execFileSync('umount', [disk]);
  }
});

test('a folder that cannot be written is down and says what to look at', async () => {
  writeFileSync(join(dir, 'file'), '');
  const blobs = folderBlobs({ dir: join(dir, 'file', 'blobs'), maxBytes: 1_000 });
  expect(await blobs.check()).toMatchObject({
    state: 'down',
    message: expect.stringContaining('see that it exists'),
  });
  expect(readFileSync(join(dir, 'file'), 'utf8')).toBe('');
});

import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { chmod, chown, link, lstat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recoverJournals, sweepStaleTemps } from './recover-files.ts';
import { NotAPlainFileError, writeFileAtomic } from './write-file-atomic.ts';

let dir: string;
const isRoot = process.getuid?.() === 0;
const unmounts: string[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'marquee-files-'));
});
afterEach(() => {
  for (const place of unmounts.splice(0).reverse()) execFileSync('umount', [place]);
  rmSync(dir, { recursive: true, force: true });
});

/** Mounts for the length of one test; false where this machine does not let us. */
function mount(place: string, ...args: string[]): boolean {
  if (!isRoot) {
    if (process.env.CI) throw new Error('this test mounts a small disk and must run as root in CI');
    return false;
  }
  execFileSync('mount', [...args, place]);
  unmounts.push(place);
  return true;
}

const fullDisk = { code: 'service.disk-full', status: 507 };

test('a file is created private, and replaced without leaving anything beside it', async () => {
  const path = join(dir, 'config.yml');
  await writeFileAtomic(path, 'one');
  await writeFileAtomic(path, Buffer.from('two'));
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(dir)).toEqual(['config.yml']);
});

test('a reader who has the old file open keeps the old content', async () => {
  const path = join(dir, 'config.yml');
  await writeFileAtomic(path, 'old');
  await link(path, join(dir, 'held'));
  await writeFileAtomic(path, 'new');
  expect(readFileSync(join(dir, 'held'), 'utf8')).toBe('old');
});

test('mode is kept when asked for, and set to the wanted one when not', async () => {
  const path = join(dir, 'config.yml');
  writeFileSync(path, 'old');
  await chmod(path, 0o640);
  await writeFileAtomic(path, 'new', { keepOwnerAndMode: true, mode: 0o600 });
  expect(statSync(path).mode & 0o777).toBe(0o640);
  await writeFileAtomic(path, 'new', { mode: 0o644 });
  expect(statSync(path).mode & 0o777).toBe(0o644);
});

test('the owner is kept, and a new file belongs to the owner of its folder', async () => {
  if (!isRoot) return expect(process.env.CI).toBeUndefined();
  const path = join(dir, 'config.yml');
  writeFileSync(path, 'old');
  await chown(path, 1234, 2345);
  await writeFileAtomic(path, 'new', { keepOwnerAndMode: true });
  expect(await lstat(path)).toMatchObject({ uid: 1234, gid: 2345 });
  await chown(dir, 1111, 2222);
  await writeFileAtomic(join(dir, 'fresh.yml'), 'new', { keepOwnerAndMode: true });
  expect(await lstat(join(dir, 'fresh.yml'))).toMatchObject({ uid: 1111, gid: 2222 });
});

test('links and folders are refused and what a link points to is untouched', async () => {
  const outside = join(dir, 'outside');
  writeFileSync(outside, 'secret');
  symlinkSync(outside, join(dir, 'link'));
  symlinkSync(join(dir, 'nowhere'), join(dir, 'dangling'));
  mkdirSync(join(dir, 'folder'));
  for (const name of ['link', 'dangling', 'folder']) {
    await expect(writeFileAtomic(join(dir, name), 'x')).rejects.toBeInstanceOf(NotAPlainFileError);
  }
  expect(readFileSync(outside, 'utf8')).toBe('secret');
  expect(readdirSync(dir).sort()).toEqual(['dangling', 'folder', 'link', 'outside']);
});

test('a hundred writers at once leave one whole content and no temporary file', async () => {
  const path = join(dir, 'config.yml');
  const contents = Array.from({ length: 100 }, (_, i) => String(i % 10).repeat(20_000));
  await Promise.all(contents.map((content) => writeFileAtomic(path, content)));
  expect(contents).toContain(readFileSync(path, 'utf8'));
  expect(readdirSync(dir)).toEqual(['config.yml']);
});

test('a disk that fills up halfway leaves the old content and says so', async () => {
  const path = join(dir, 'config.yml');
  await writeFileAtomic(path, 'old');
  const failing = writeFileAtomic(path, 'new content', {}, async (handle, bytes) => {
    await handle.write(bytes.subarray(0, 3));
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  });
  await expect(failing).rejects.toMatchObject(fullDisk);
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(dir)).toEqual(['config.yml']);
});

test('a really full disk leaves the old content, and writing works again once there is space', async () => {
  const disk = join(dir, 'disk');
  mkdirSync(disk);
  if (!mount(disk, '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs')) return expect(isRoot).toBe(false);
  const path = join(disk, 'config.yml');
  await writeFileAtomic(path, 'a'.repeat(400_000));
  writeFileSync(join(disk, 'ballast'), 'x'.repeat(400_000));
  await expect(writeFileAtomic(path, 'b'.repeat(400_000))).rejects.toMatchObject(fullDisk);
  expect(readFileSync(path, 'utf8')).toBe('a'.repeat(400_000));
  expect(readdirSync(disk).sort()).toEqual(['ballast', 'config.yml']);
  rmSync(join(disk, 'ballast'));
  await writeFileAtomic(path, 'b'.repeat(400_000));
  expect(readFileSync(path, 'utf8')).toBe('b'.repeat(400_000));
});

test('a file that is a mount of its own is written in place, journalled, also by several at once', async () => {
  const path = join(dir, 'config.yml');
  const behind = join(dir, 'behind.yml');
  writeFileSync(path, '');
  writeFileSync(behind, 'a long old content');
  if (!mount(path, '--bind', behind)) return expect(isRoot).toBe(false);
  await writeFileAtomic(path, 'short', { keepOwnerAndMode: true });
  expect(readFileSync(behind, 'utf8')).toBe('short');
  const contents = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(300_000));
  await Promise.all(contents.map((content) => writeFileAtomic(path, content)));
  expect(contents).toContain(readFileSync(behind, 'utf8'));
  expect(readdirSync(dir).sort()).toEqual(['behind.yml', 'config.yml']);
});

test('a mounted file on a full disk keeps its old content', async () => {
  const disk = join(dir, 'disk');
  mkdirSync(disk);
  const path = join(dir, 'config.yml');
  writeFileSync(path, '');
  if (!mount(disk, '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs')) return expect(isRoot).toBe(false);
  writeFileSync(join(disk, 'config.yml'), 'old');
  mount(path, '--bind', join(disk, 'config.yml'));
  await expect(writeFileAtomic(path, 'b'.repeat(2_000_000))).rejects.toMatchObject(fullDisk);
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(await recoverJournals(dir)).toEqual([]);
  await writeFileAtomic(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
});

test('nothing of somebody else is swept', async () => {
  writeFileSync(join(dir, '.marquee-notes.tmp'), '');
  writeFileSync(join(dir, 'x.tmp'), '');
  expect(await sweepStaleTemps(dir)).toEqual([]);
  expect(readdirSync(dir).sort()).toEqual(['.marquee-notes.tmp', 'x.tmp']);
});

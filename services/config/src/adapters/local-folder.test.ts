import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_FILE_BYTES } from '@marquee/contracts';
import { hostilePaths } from '@marquee/testing';
import { swapFolders } from '../testing/swap-folder.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createByClaim } from './create-file.ts';
import { localFolder } from './local-folder.ts';
import { walkFolder } from './walk-folder.ts';

type Place = Awaited<ReturnType<typeof temporaryFolder>>;
let place: Place;
let folder: ReturnType<typeof localFolder>;
const coded = (code: string) => expect.objectContaining({ code });
const paths = async () => (await folder.list()).entries.map(({ path }) => path);

beforeEach(async () => {
  place = await temporaryFolder({ 'config.yml': 'libraries:\r\n', 'overlays/a.yml': 'overlays:\n' });
  folder = localFolder(place.root);
});
afterEach(() => place.remove());

test('lists the files below the folder with size and time, sorted', async () => {
  const { entries, truncated } = await folder.list();
  expect(entries).toEqual([
    { path: 'config.yml', sizeBytes: 12, modifiedAt: expect.anything(), link: false },
    { path: 'overlays/a.yml', sizeBytes: 10, modifiedAt: expect.anything(), link: false },
  ]);
  expect(truncated).toBe(false);
});

test('leaves out what Kometa keeps for itself, our temps, and names that could deceive', async () => {
  for (const path of [
    'logs/meta.log',
    'assets/Film/poster.jpg',
    'config.cache',
    '.git/config',
    'overlays/Films Original Posters/1.jpg',
    '.marquee-00000000-1-0000000000000000.tmp',
    'a\u202elmy.exe',
  ]) {
    await place.put(path, 'x');
  }
  await place.put('nested/logs/kept.yml', 'x');
  expect(await paths()).toEqual(['config.yml', 'nested/logs/kept.yml', 'overlays/a.yml']);
});

test('a list of more files than fit says so, and keeps the shallow ones', async () => {
  for (const name of ['a', 'b', 'c']) await place.put(`aa/${name}.yml`, '');
  expect(await walkFolder(place.root, 3)).toEqual({
    files: [
      { path: 'aa/a.yml', link: false },
      { path: 'aa/b.yml', link: false },
      { path: 'config.yml', link: false },
    ],
    truncated: true,
  });
  expect((await walkFolder(place.root, 5)).truncated).toBe(false);
});

test('folders deeper than eight are not walked', async () => {
  await place.put('1/2/3/4/5/6/7/in.yml', '');
  await place.put('1/2/3/4/5/6/7/8/out.yml', '');
  expect(await paths()).toEqual(['1/2/3/4/5/6/7/in.yml', 'config.yml', 'overlays/a.yml']);
});

test('reads the bytes as they are', async () => {
  expect((await folder.read('config.yml')).bytes.toString()).toBe('libraries:\r\n');
});

test.each(hostilePaths)('opens nothing for %s', async (_name, path) => {
  await writeFile(join(place.outer, 'config.yml'), 'outside');
  const before = await readdir(place.outer, { recursive: true });
  await expect(folder.read(path)).rejects.toThrow(coded('config.name-refused'));
  await expect(folder.create(path, Buffer.from('x'))).rejects.toThrow(coded('config.name-refused'));
  await expect(folder.replace(path, Buffer.from('x'))).rejects.toThrow(coded('config.name-refused'));
  expect(await readdir(place.outer, { recursive: true })).toEqual(before);
});

describe('links', () => {
  beforeEach(async () => {
    await mkdir(join(place.outer, 'secrets'));
    await writeFile(join(place.outer, 'secrets/keys.yml'), 'secret');
    await symlink('../secrets', join(place.root, 'out'));
    await symlink('../secrets/keys.yml', join(place.root, 'keys.yml'));
    await symlink('config.yml', join(place.root, 'inner.yml'));
    await symlink('overlays', join(place.root, 'same'));
    await symlink('loop', join(place.root, 'loop'));
  });

  test('are listed as links and never walked', async () => {
    const { entries } = await folder.list();
    expect(entries.filter(({ link }) => link).map(({ path }) => path)).toEqual([
      'inner.yml',
      'keys.yml',
      'loop',
      'out',
      'same',
    ]);
  });

  test.each(['keys.yml', 'out/keys.yml', 'inner.yml', 'loop'])(
    '%s is neither read nor written',
    async (path) => {
      await expect(folder.read(path)).rejects.toThrow(coded('config.outside-folder'));
      await expect(folder.replace(path, Buffer.from('x'))).rejects.toThrow(coded('config.outside-folder'));
      expect(await readFile(join(place.outer, 'secrets/keys.yml'), 'utf8')).toBe('secret');
    },
  );

  test('nothing is made through a link that leads out', async () => {
    await expect(folder.create('out/new.yml', Buffer.from('x'))).rejects.toThrow(
      coded('config.outside-folder'),
    );
    await expect(folder.create('out/deep/new.yml', Buffer.from('x'))).rejects.toThrow(
      coded('config.outside-folder'),
    );
    expect(await readdir(join(place.outer, 'secrets'))).toEqual(['keys.yml']);
  });

  test('a folder reached by a link inside the folder is still the folder', async () => {
    expect((await folder.read('same/a.yml')).bytes.toString()).toBe('overlays:\n');
  });

  test('a folder that is itself reached by a link works', async () => {
    await symlink('config', join(place.outer, 'alias'));
    expect((await localFolder(join(place.outer, 'alias')).read('config.yml')).bytes.length).toBe(12);
  });
});

test('a folder swapped for a link while we read and write never leads out', async () => {
  const secret = join(place.outer, 'secrets');
  await mkdir(secret);
  await writeFile(join(secret, 'a.yml'), 'secret');
  const link = join(place.outer, 'link');
  await symlink(secret, link);
  const swap = await swapFolders({
    shown: join(place.root, 'overlays'),
    folder: join(place.outer, 'aside'),
    link,
  });
  const seen = new Map<string, number>();
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  const told = (error: unknown) => count(String(Object(error).code));
  try {
    const read = () =>
      folder.read('overlays/a.yml').then(({ bytes }) => count(bytes.toString().slice(0, 6)), told);
    const write = () =>
      folder.replace('overlays/a.yml', Buffer.from('overlays: 2\n')).then(() => count('write'), told);
    // Both faces of the folder must be met, or the race proves nothing.
    const met = () => seen.has('overla') && seen.has('config.outside-folder');
    while (swap.swaps() < 10_000 || !met()) {
      await Promise.all([...Array.from({ length: 9 }, read), write()]);
    }
  } finally {
    await swap.end();
  }
  expect(seen.get('secret')).toBeUndefined();
  const foreseen = ['overla', 'write', 'config.outside-folder', 'config.file-not-found'];
  expect([...seen.keys()].filter((what) => !foreseen.includes(what))).toEqual([]);
  expect(await readFile(join(secret, 'a.yml'), 'utf8')).toBe('secret');
  expect(await readdir(secret)).toEqual(['a.yml']);
}, 60_000);

test('a pipe is refused and does not make us wait', async () => {
  execFileSync('mkfifo', [join(place.root, 'pipe.yml')]);
  await expect(folder.read('pipe.yml')).rejects.toThrow(coded('config.outside-folder'));
  expect(await paths()).not.toContain('pipe.yml');
});

test('a file beyond the limit is not read', async () => {
  await place.put('big.yml', Buffer.alloc(MAX_FILE_BYTES + 1));
  await place.put('fits.yml', Buffer.alloc(MAX_FILE_BYTES, 'a'));
  await expect(folder.read('big.yml')).rejects.toThrow(coded('request.too-large'));
  expect((await folder.read('fits.yml')).bytes.length).toBe(MAX_FILE_BYTES);
});

test('whoever asks for more is given more, up to their own limit', async () => {
  await place.put('big.ttf', Buffer.alloc(MAX_FILE_BYTES + 1, 5));
  expect((await folder.read('big.ttf', MAX_FILE_BYTES + 1)).bytes).toHaveLength(MAX_FILE_BYTES + 1);
  await expect(folder.read('big.ttf', MAX_FILE_BYTES)).rejects.toThrow(coded('request.too-large'));
});

test('tells what is there without opening it', async () => {
  await place.put('overlays/Films Original Posters/7.png', 'abc');
  expect(await folder.look('overlays/Films Original Posters/7.png')).toMatchObject({ sizeBytes: 3 });
  await symlink('config.yml', join(place.root, 'link.yml'));
  for (const path of [
    'link.yml',
    'nowhere.yml',
    'nowhere/a.yml',
    'overlays',
    ...hostilePaths.map(([, bad]) => bad),
  ])
    expect(await folder.look(path)).toBeUndefined();
});

test('makes a file with its folders, and never over another', async () => {
  const entry = await folder.create('new/deep/b.yml', Buffer.from('x'));
  expect(entry).toMatchObject({ path: 'new/deep/b.yml', sizeBytes: 1 });
  await expect(folder.create('new/deep/b.yml', Buffer.from('y'))).rejects.toThrow(
    coded('config.file-exists'),
  );
  await expect(folder.create('config.yml/b.yml', Buffer.from('y'))).rejects.toThrow(
    coded('config.file-exists'),
  );
  expect(await readFile(join(place.root, 'new/deep/b.yml'), 'utf8')).toBe('x');
  expect(await readdir(join(place.root, 'new/deep'))).toEqual(['b.yml']);
});

test('where a file can have no second name it is made all the same, once', async () => {
  const where = { file: join(place.root, 'claimed.yml'), folder: place.root };
  await createByClaim(where, Buffer.from('x'));
  await expect(createByClaim(where, Buffer.from('y'))).rejects.toThrow(coded('config.file-exists'));
  expect(await readFile(where.file, 'utf8')).toBe('x');
});

test('what we make belongs to whom its folder belongs to, and others cannot read it', async () => {
  await folder.create('new/deep/b.yml', Buffer.from('x'));
  const [above, made, file] = await Promise.all(
    ['', 'new', 'new/deep/b.yml'].map((path) => stat(join(place.root, path))),
  );
  for (const one of [made, file]) expect([one?.uid, one?.gid]).toEqual([above?.uid, above?.gid]);
  expect((file?.mode ?? 0) & 0o777).toBe(0o660);
});

test('of many who make the same file at a time one wins', async () => {
  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) => folder.create('same.yml', Buffer.from(`by ${n}`))),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await readFile(join(place.root, 'same.yml'), 'utf8')).toMatch(/^by \d+$/);
});

test('a file of the same name as a folder is refused', async () => {
  await expect(folder.create('overlays', Buffer.from('x'))).rejects.toThrow(coded('config.file-exists'));
  await expect(folder.read('overlays')).rejects.toThrow(coded('config.outside-folder'));
});

test('replaces a file and keeps its mode', async () => {
  await chmod(join(place.root, 'config.yml'), 0o640);
  await folder.replace('config.yml', Buffer.from('\ufeffa: 1\r\n'));
  expect(await readFile(join(place.root, 'config.yml'), 'utf8')).toBe('\ufeffa: 1\r\n');
  expect((await stat(join(place.root, 'config.yml'))).mode & 0o777).toBe(0o640);
  expect(await readdir(place.root)).toEqual(['config.yml', 'overlays']);
});

test('replacing a file that is gone does not make it again', async () => {
  await rm(join(place.root, 'config.yml'));
  await expect(folder.replace('config.yml', Buffer.from('x'))).rejects.toThrow(
    coded('config.file-not-found'),
  );
  expect(await readdir(place.root)).toEqual(['overlays']);
});

describe('without the folder', () => {
  beforeEach(() => rm(place.root, { recursive: true }));

  test('every call says how to mend it', async () => {
    const missing = expect.objectContaining({
      code: 'config.folder-missing',
      details: [
        expect.objectContaining({
          message: expect.any(String),
          fix: expect.stringContaining('MARQUEE_CONFIG_DIR'),
        }),
      ],
    });
    for (const call of [
      folder.list(),
      folder.paths(),
      folder.read('config.yml'),
      folder.create('config.yml', Buffer.from('x')),
      folder.replace('config.yml', Buffer.from('x')),
      folder.writable(),
    ]) {
      await expect(call).rejects.toThrow(missing);
    }
  });

  test('the check is degraded, not down: the rest of the service works', async () => {
    expect(await folder.check()).toMatchObject({ name: 'folder', state: 'degraded' });
    expect((await folder.check()).message).toContain('MARQUEE_CONFIG_DIR');
  });

  test('a folder that comes later is taken up without a restart', async () => {
    await mkdir(place.root);
    expect(await folder.list()).toEqual({ entries: [], truncated: false });
    expect(await folder.check()).toMatchObject({ state: 'ok' });
  });

  test('a file in its place is not a folder', async () => {
    await writeFile(place.root, 'x');
    await expect(folder.list()).rejects.toThrow(coded('config.folder-missing'));
  });
});

test('sweeps what a killed writer left', async () => {
  const dead = execFileSync('sh', ['-c', 'echo $$'], { encoding: 'utf8' }).trim();
  const { createHash } = await import('node:crypto');
  const { hostname } = await import('node:os');
  const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  await place.put(`overlays/.marquee-${host}-${dead}-0123456789abcdef.tmp`, 'half');
  await place.put('overlays/.marquee-new-0123456789abcdef.tmp', 'half');
  await folder.sweep();
  expect(await readdir(join(place.root, 'overlays'))).toEqual(['a.yml']);
});

import { MAX_FILE_BYTES, problem } from '@marquee/contracts';
import fc from 'fast-check';
import { createHistory } from '../history/history.ts';
import { createOutside } from '../history/outside.ts';
import { memoryRepository } from '../testing/memory-repository.ts';
import type { ConfigFolder, FolderEntry } from './config-folder.ts';
import { etagOf, fileIdOf } from './file-id.ts';
import { readFile } from './read-file.ts';
import { createFile, type SavePorts, saveFile } from './save-file.ts';
import { createWritingTurns } from './writing-turns.ts';

/** A folder in memory, slow enough for two saves to meet. */
function memoryFolder(files: Record<string, string | Uint8Array>) {
  const kept = new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
  const entry = (path: string): FolderEntry => ({
    path,
    sizeBytes: kept.get(path)?.length ?? 0,
    modifiedAt: new Date(0),
    link: false,
  });
  const later = () => new Promise((resolve) => setImmediate(resolve));
  const folder: ConfigFolder = {
    path: '/config',
    list: async () => ({ entries: [...kept.keys()].map(entry), truncated: false }),
    paths: async () => [...kept.keys()],
    names: async () => ({ files: [...kept.keys()], folders: [], closed: [] }),
    async read(path) {
      await later();
      const bytes = kept.get(path);
      if (bytes === undefined) throw problem('config.file-not-found');
      return { bytes, entry: entry(path) };
    },
    look: async (path) => (kept.has(path) ? entry(path) : undefined),
    async create(path, bytes) {
      if (kept.has(path)) throw problem('config.file-exists');
      kept.set(path, Buffer.from(bytes));
      return entry(path);
    },
    async replace(path, bytes) {
      await later();
      kept.set(path, Buffer.from(bytes));
      return entry(path);
    },
    async move(path, to) {
      const bytes = kept.get(path);
      if (bytes === undefined) throw problem('config.file-not-found');
      if (kept.has(to)) throw problem('config.file-exists');
      kept.delete(path);
      kept.set(to, bytes);
      return entry(to);
    },
    async remove(path) {
      if (!kept.delete(path)) throw problem('config.file-not-found');
    },
    writable: async () => true,
    sweep: async () => undefined,
    check: async () => ({ name: 'folder', state: 'ok', message: '' }),
  };
  return { folder, kept };
}

function savingIn(files: Record<string, string | Uint8Array>) {
  const { folder, kept } = memoryFolder(files);
  const announced: string[] = [];
  const repository = memoryRepository();
  const history = createHistory({ repository });
  const turns = createWritingTurns();
  const announce: SavePorts['announce'] = async ({ saved, by }) => {
    announced.push(`${saved?.path} by ${by}`);
  };
  const clock = () => new Date(0);
  const outside = createOutside({ folder, history, turns, now: () => 0, announce: async () => undefined });
  const ports: SavePorts = { folder, turns, history, outside, clock, announce };
  return {
    ports,
    kept,
    announced,
    repository,
    history,
    text: (path: string) => kept.get(path)?.toString('utf8'),
  };
}
const coded = (code: string) => expect.objectContaining({ code });
const fileId = fileIdOf('config.yml');
const etag = (text: string) => etagOf(Buffer.from(text));

test('a save with the ETag of the last reading is kept and announced', async () => {
  const { ports, text, announced } = savingIn({ 'config.yml': 'a: 1\n' });
  const saved = await saveFile(ports, {
    fileId,
    ifMatch: etag('a: 1\n'),
    content: 'a: 2\n',
    by: 'ada',
    author: 'Ada',
  });
  expect(text('config.yml')).toBe('a: 2\n');
  expect(saved).toMatchObject({ content: 'a: 2\n', etag: etag('a: 2\n') });
  expect(announced).toEqual(['config.yml by ada']);
});

test('of two people who save over the same reading one wins and the other is told', async () => {
  const { ports, text, announced } = savingIn({ 'config.yml': 'a: 1\n' });
  const save = (content: string) =>
    saveFile(ports, { fileId, ifMatch: etag('a: 1\n'), content, by: content, author: 'Ada' });
  const [one, other] = await Promise.allSettled([save('ada'), save('ben')]);
  expect(one.status).toBe('fulfilled');
  expect(other).toMatchObject({ status: 'rejected', reason: coded('request.precondition-failed') });
  expect(text('config.yml')).toBe('ada');
  expect(announced).toEqual(['config.yml by ada']);
});

test.each([
  ['no ETag', undefined, 'request.precondition-required'],
  ['the ETag of another text', etag('b'), 'request.precondition-failed'],
  ['a weak ETag', `W/${etag('a: 1\n')}`, 'request.precondition-failed'],
])('a save with %s changes nothing', async (_name, ifMatch, code) => {
  const { ports, text, announced } = savingIn({ 'config.yml': 'a: 1\n' });
  await expect(saveFile(ports, { fileId, ifMatch, content: 'x', by: 'ada', author: 'Ada' })).rejects.toThrow(
    coded(code),
  );
  expect(text('config.yml')).toBe('a: 1\n');
  expect(announced).toEqual([]);
});

test('a file that is not text is neither opened nor overwritten', async () => {
  const binary = new Uint8Array([0xff, 0xfe, 0x41]);
  const { ports, kept } = savingIn({ 'config.yml': binary, 'a.png': 'x' });
  await expect(readFile(ports.folder, fileId)).rejects.toThrow(coded('config.not-text'));
  const ifMatch = etagOf(binary);
  await expect(saveFile(ports, { fileId, ifMatch, content: 'x', by: 'ada', author: 'Ada' })).rejects.toThrow(
    coded('config.not-text'),
  );
  await expect(readFile(ports.folder, fileIdOf('a.png'))).rejects.toThrow(coded('config.not-text'));
  expect(kept.get('config.yml')).toEqual(Buffer.from(binary));
});

test('an id that no file has is not found, whatever path it was made of', async () => {
  const { ports } = savingIn({ 'config.yml': '' });
  for (const path of ['../secrets.yml', '/etc/passwd', 'other.yml']) {
    await expect(readFile(ports.folder, fileIdOf(path))).rejects.toThrow(coded('config.file-not-found'));
  }
});

test('a new file is announced, a name in use is refused', async () => {
  const { ports, text, announced } = savingIn({ 'config.yml': 'old' });
  await createFile(ports, { path: 'new.yml', content: 'x', by: 'ada', author: 'Ada' });
  await expect(
    createFile(ports, { path: 'config.yml', content: 'x', by: 'ada', author: 'Ada' }),
  ).rejects.toThrow(coded('config.file-exists'));
  expect(text('config.yml')).toBe('old');
  expect(announced).toEqual(['new.yml by ada']);
});

test('a text that no file can hold is refused', async () => {
  const { ports } = savingIn({});
  for (const content of ['a\0b', 'half \ud800']) {
    await expect(createFile(ports, { path: 'new.yml', content, by: 'ada', author: 'Ada' })).rejects.toThrow(
      coded('request.invalid'),
    );
  }
});

test('the limit counts bytes, not characters', async () => {
  const { ports } = savingIn({});
  const content = 'ä'.repeat(MAX_FILE_BYTES / 2);
  await createFile(ports, { path: 'fits.yml', content, by: 'ada', author: 'Ada' });
  await expect(
    createFile(ports, { path: 'big.yml', content: `${content}!`, by: 'ada', author: 'Ada' }),
  ).rejects.toThrow(coded('request.too-large'));
});

test('any text comes back as it went in: line ends, byte order mark, everything', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.constantFrom('', '\ufeff'), async (rest, start) => {
      const content = start + rest;
      fc.pre(!content.includes('\0') && !/\p{Cs}/u.test(content));
      const { ports } = savingIn({});
      const { id, etag: first } = await createFile(ports, {
        path: 'a.yml',
        content,
        by: 'ada',
        author: 'Ada',
      });
      const read = await readFile(ports.folder, id);
      expect(read.content).toBe(content);
      expect(read.etag).toBe(first);
      // Saving what was read changes no byte.
      expect(
        (
          await saveFile(ports, {
            fileId: id,
            ifMatch: first,
            content: read.content,
            by: 'ada',
            author: 'Ada',
          })
        ).etag,
      ).toBe(first);
    }),
    { numRuns: 200 },
  );
});

test('every save is a version with its author; what was found before it is one too', async () => {
  const { ports, history } = savingIn({ 'config.yml': 'a: 1\n' });
  const save = (content: string, before: string, message?: string) =>
    saveFile(ports, {
      fileId,
      ifMatch: etag(before),
      content,
      by: 'ada-1',
      author: 'Ada <x>',
      ...(message && { message }),
    });
  await save('a: 2\n', 'a: 1\n', 'Two\nis better');
  await save('a: 3\n', 'a: 2\n');
  expect(await history.versions()).toMatchObject([
    { author: 'outside', origin: 'outside', message: 'As it was found' },
    { author: 'Ada x', origin: 'save', message: 'Two is better' },
    { author: 'Ada x', origin: 'save', message: 'Change config.yml' },
  ]);
});

test.each([
  ['before the file is written', 'writeBlob' as const],
  ['after the file is written', 'moveHead' as const],
])('a disk that is full %s leaves the old content, and the next save works', async (_name, step) => {
  const { ports, text, repository, announced, history } = savingIn({ 'config.yml': 'a: 1\n' });
  const save = (content: string) =>
    saveFile(ports, { fileId, ifMatch: etag('a: 1\n'), content, by: 'ada', author: 'Ada' });
  await ports.outside.noteAll();
  const write = repository[step];
  const fail = () => {
    throw problem('service.disk-full');
  };
  Object.assign(repository, { [step]: fail });
  await expect(save('a: 2\n')).rejects.toThrow(coded('service.disk-full'));
  await expect(
    createFile(ports, { path: 'new.yml', content: 'x', by: 'ada', author: 'Ada' }),
  ).rejects.toThrow(coded('service.disk-full'));
  expect([text('config.yml'), text('new.yml'), announced]).toEqual(['a: 1\n', undefined, []]);
  Object.assign(repository, { [step]: write });
  await save('a: 2\n');
  expect((await history.versions()).map(({ author }) => author)).toEqual(['outside', 'Ada']);
});

import { execFileSync } from 'node:child_process';
import { mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { fileIdOf } from './files/file-id.ts';
import { asking } from './testing/ask.ts';
import { plainPicture } from './testing/hostile-pictures.ts';
import { type RunningConfig, runningConfig } from './testing/running-config.ts';

jest.setTimeout(60_000);

const isRoot = process.getuid?.() === 0;
const onRoot = isRoot || process.env.CI === 'true' ? describe : describe.skip;
const PAGE = 4_096;
const TEXT = `# ${'as it was '.repeat(2_000)}\nsettings: {}\n`;
const NEW = `# ${'as it will be '.repeat(2_000)}\nsettings: {}\n`;
const ID = fileIdOf('config.yml');

let config: RunningConfig;
const mounts: string[] = [];
beforeEach(async () => {
  config = await runningConfig();
});
afterEach(async () => {
  // What is mounted cannot be removed.
  for (const place of mounts.splice(0)) execFileSync('umount', ['-l', place]);
  await config.close();
});
const { get, post, put, drop } = asking(() => config);

/** A disk of its own, which is small. */
async function smallDisk(place: string): Promise<void> {
  await mkdir(place, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', place]);
  mounts.push(place);
}

/** Fills it to the last page, but for so many. */
async function fill(place: string, leave = 0): Promise<void> {
  const filler = await open(join(place, 'filler.bin'), 'w');
  let size = 0;
  try {
    for (;;) size += (await filler.write(Buffer.alloc(PAGE))).bytesWritten;
  } catch (cause) {
    if (Object(cause).code !== 'ENOSPC') throw cause;
    await filler.truncate(Math.max(0, size - leave * PAGE));
  } finally {
    await filler.close();
  }
}
const free = (place: string) => rm(join(place, 'filler.bin'));
const lay = (path: string, text: string) => writeFile(join(config.root, path), text);

async function contents(): Promise<Record<string, string>> {
  const names = (await readdir(config.root, { recursive: true }))
    .filter((name) => /\.\w+$/.test(name))
    .sort();
  const texts = await Promise.all(
    names
      .filter((name) => name !== 'filler.bin')
      .map(
        async (name): Promise<[string, string]> => [name, await readFile(join(config.root, name), 'latin1')],
      ),
  );
  return Object.fromEntries(texts);
}

async function bundleOf(files: Record<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), path);
  zip.end();
  return await buffer(zip.outputStream);
}

interface Asked {
  name: string;
  ask(): Promise<{ status: number; body: { error?: { code: string } } }>;
}

/** Everything that writes, each on the folder as `prepare` leaves it. */
async function prepare(): Promise<Asked[]> {
  await lay('config.yml', TEXT);
  await lay('films.yml', 'collections:\n  A:\n    plex_all: true\n');
  const [first] = (await get('/config/versions').expect(200)).body.data.entries;
  await lay('config.yml', `${TEXT}# changed\n`);
  await lay('other.yml', `${TEXT}# other\n`);
  await get('/config/versions').expect(200);
  const etag = (await get(`/config/files/${ID}`).expect(200)).body.data.etag;
  const bundle = await bundleOf({ 'other.yml': NEW, 'a.yml': NEW, 'b.yml': NEW });
  const picture = await plainPicture('png', 1_500, 1_500);
  await post('/config/branches').send({ name: 'tried' }).expect(201);
  for (const path of ['tried.yml', 'more.yml'])
    await post('/config/files?branch=tried').send({ path, content: NEW }).expect(201);
  return [
    { name: 'save', ask: () => put(`/config/files/${ID}`).set('if-match', etag).send({ content: NEW }) },
    { name: 'create', ask: () => post('/config/files').send({ path: 'new.yml', content: NEW }) },
    {
      name: 'create in a new folder',
      ask: () => post('/config/files').send({ path: 'sub/new.yml', content: NEW }),
    },
    {
      name: 'restore of a file',
      ask: () => post(`/config/files/${ID}/restore`).set('if-match', etag).send({ versionId: first.id }),
    },
    { name: 'restore of all', ask: () => post('/config/restore').send({ versionId: first.id }) },
    {
      name: 'bundle',
      ask: () => post('/config/bundle').set('content-type', 'application/zip').send(bundle),
    },
    {
      name: 'overlay file',
      ask: () =>
        post('/overlays/files').send({
          path: 'o.yml',
          text: `overlays:\n  a: {overlay: {name: a}}\n# ${NEW}`,
        }),
    },
    {
      name: 'overlay picture',
      ask: () => post('/overlays/images/ribbon').set('content-type', 'image/png').send(picture),
    },
    {
      name: 'merge of a branch',
      ask: async () => {
        const { versionId, branchVersionId } = (await get('/config/branches/tried/merge').expect(200)).body
          .data;
        return await post('/config/branches/tried/merge').send({ versionId, branchVersionId });
      },
    },
    {
      name: 'many collections',
      ask: async () => {
        const { body } = await get('/collections').expect(200);
        const ids = body.data.collections.map(({ id }: { id: string }) => id);
        return await post('/collections/bulk').send({
          ids,
          action: { kind: 'set', path: ['summary'], value: 'x'.repeat(9_000) },
        });
      },
    },
  ];
}

onRoot('on a full disk', () => {
  test('whatever would write says so, and every file is as it was', async () => {
    await smallDisk(config.root);
    const asked = await prepare();
    await fill(config.root);
    const before = await contents();
    for (const { name, ask } of asked) {
      const { status, body } = await ask();
      expect([name, status, body.error?.code]).toEqual([name, 507, 'service.disk-full']);
      expect([name, await contents()]).toEqual([name, before]);
    }
    // Once there is room again, the same is done.
    await free(config.root);
    const [save] = asked;
    expect((await save?.ask())?.status).toBe(200);
  });

  test('nothing is written either where the history has no room', async () => {
    await smallDisk(config.history);
    const asked = await prepare();
    await fill(config.history);
    const before = await contents();
    const etag = (await get(`/config/files/${ID}`).expect(200)).body.data.etag;
    const more: Asked[] = [
      {
        name: 'move',
        ask: () => post(`/config/files/${ID}/move`).set('if-match', etag).send({ path: 'moved.yml' }),
      },
      { name: 'remove', ask: () => drop(`/config/files/${ID}`).set('if-match', etag) },
      {
        name: 'save in a branch',
        ask: () => put(`/config/files/${ID}?branch=tried`).set('if-match', '*').send({ content: NEW }),
      },
      { name: 'begin of a branch', ask: () => post('/config/branches').send({ name: 'another' }) },
      { name: 'end of a branch', ask: () => drop('/config/branches/tried') },
    ];
    const branches = async () => (await get('/config/branches').expect(200)).body.data;
    const branchesBefore = await branches();
    for (const { name, ask } of [...asked, ...more].filter((one) => one.name !== 'overlay picture')) {
      const { status, body } = await ask();
      expect([name, status, body.error?.code]).toEqual([name, 507, 'service.disk-full']);
      expect([name, await contents()]).toEqual([name, before]);
    }
    expect(await branches()).toEqual(branchesBefore);
    await free(config.history);
    for (const { name, ask } of [
      ...asked.slice(0, 1),
      ...asked.filter((one) => one.name === 'merge of a branch'),
    ])
      expect([name, (await ask()).status]).toEqual([name, 200]);
  });

  test('wherever it fills up on the way, a save is whole or has not happened', async () => {
    await smallDisk(config.history);
    await prepare();
    const seen = new Set<number>();
    for (let leave = 0; leave < 40 && !seen.has(200); leave += 1) {
      await fill(config.history, leave);
      const before = await contents();
      const etag = (await get(`/config/files/${ID}`).expect(200)).body.data.etag;
      const content = `${NEW}# with ${leave} left\n`;
      const { status } = await put(`/config/files/${ID}`).set('if-match', etag).send({ content });
      seen.add(status);
      const after = await contents();
      expect([leave, status, after]).toEqual([
        ...[leave, status],
        status === 200 ? { ...before, 'config.yml': content } : before,
      ]);
      await free(config.history);
    }
    expect([...seen].sort()).toEqual([200, 507]);
  });
});

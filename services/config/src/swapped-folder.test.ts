import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { readZip } from './bundles/zip.ts';
import { fileIdOf } from './files/file-id.ts';
import { asking } from './testing/ask.ts';
import { type RunningConfig, runningConfig } from './testing/running-config.ts';
import { swapFolders } from './testing/swap-folder.ts';

jest.setTimeout(180_000);

const CANARY = 'C4N4RY-behind-the-link';
const ROUNDS = 12;
const limits = { entries: 1_000, bytes: 1e9, entryBytes: 1e9, ratio: 1e9 };

let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
});
afterEach(() => config.close());
const { get, post, put, drop } = asking(() => config);

test('a folder swapped for a link leads no operation out, whatever it is about to do', async () => {
  const outside = join(config.root, '../outside');
  await mkdir(outside);
  await writeFile(join(outside, 'a.yml'), `collections: {A: {summary: ${CANARY}}}\n`);
  await mkdir(join(config.root, 'sub'));
  await writeFile(join(config.root, 'sub/a.yml'), 'collections: {A: {summary: inside}}\n');
  await writeFile(join(config.root, 'config.yml'), 'settings: {}\n');
  const [first] = (await get('/config/versions').expect(200)).body.data.entries;
  await symlink('../outside', join(config.root, '../link'));
  const [inner, top] = [fileIdOf('sub/a.yml'), fileIdOf('config.yml')];
  const statuses = new Map<string, Set<number>>();
  const leaks: string[] = [];
  const look = async (what: string, asked: PromiseLike<{ status: number; text: string }>) => {
    const { status, text } = await asked;
    statuses.set(what, (statuses.get(what) ?? new Set()).add(status));
    if (text?.includes(CANARY)) leaks.push(what);
  };
  const swap = await swapFolders({
    shown: join(config.root, 'sub'),
    folder: join(config.root, '../aside'),
    link: join(config.root, '../link'),
  });
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const any = { 'if-match': '*' };
      await Promise.all([
        look('read', get(`/config/files/${inner}`)),
        look('list', get('/config/files')),
        look('collections', get('/collections')),
        look('create', post('/config/files').send({ path: `sub/n${round}.yml`, content: `n: ${round}\n` })),
        look(
          'create below',
          post('/config/files').send({ path: `sub/deep/n${round}.yml`, content: 'n: 1\n' }),
        ),
        look(
          'save',
          put(`/config/files/${inner}`)
            .set(any)
            .send({ content: `r: ${round}\n` }),
        ),
      ]);
      await look('move in', post(`/config/files/${top}/move`).set(any).send({ path: 'sub/config.yml' }));
      await look(
        'move out',
        post(`/config/files/${fileIdOf('sub/config.yml')}/move`)
          .set(any)
          .send({ path: 'config.yml' }),
      );
      await look('remove', drop(`/config/files/${fileIdOf(`sub/n${round}.yml`)}`).set(any));
      await look('restore', post(`/config/files/${inner}/restore`).set(any).send({ versionId: first.id }));
      await look('restore all', post('/config/restore').send({ versionId: first.id }));
      await look(
        'bundle in',
        post('/config/bundle')
          .set('content-type', 'application/zip')
          .send(await bundle(round)),
      );
      await look('problems', get('/config/problems'));
    }
  } finally {
    await swap.end();
  }
  expect(leaks).toEqual([]);
  expect([...statuses].filter(([, seen]) => [...seen].some((status) => status >= 500))).toEqual([]);
  // Both faces were met, or the race proves nothing.
  const seen = new Set([...statuses.values()].flatMap((some) => [...some]));
  expect([seen.has(200), seen.has(403) || seen.has(404)]).toEqual([true, true]);
  expect(await readdir(outside)).toEqual(['a.yml']);
  expect(await readFile(join(outside, 'a.yml'), 'utf8')).toContain(CANARY);
  const { body: zip } = await get('/config/bundle').responseType('blob').expect(200);
  const texts = (await readZip(zip, limits)).map(({ bytes }) => bytes.toString());
  expect(texts.join('\n')).not.toContain(CANARY);
  for (const { id } of (await get('/config/versions?limit=500').expect(200)).body.data.entries) {
    const { text } = await get(`/config/versions/${id}/files/${inner}`);
    expect(text).not.toContain(CANARY);
  }
});

async function bundle(round: number): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(`b: ${round}\n`), 'sub/b.yml');
  zip.addBuffer(Buffer.from(`b: ${round}\n`), `sub/b${round}.yml`);
  zip.end();
  return await buffer(zip.outputStream);
}

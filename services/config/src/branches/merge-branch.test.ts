import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { configChanged } from '@marquee/contracts';
import { bareRepository } from '../adapters/bare-repository.ts';
import { fileIdOf } from '../files/file-id.ts';
import { branchRoom } from '../testing/branch-room.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';
import { until } from '../testing/until.ts';

jest.setTimeout(30_000);

const YAML = 'plex:\n  token: T0K3N\nlibraries:\n  Films:\n  Series:\n';
let config: RunningConfig;
const {
  get,
  post,
  drop,
  git,
  fileOf,
  open,
  make,
  read,
  names,
  save,
  add,
  plan,
  merge,
  versions,
  putOnDisk,
  onDisk,
} = branchRoom(() => config);
beforeEach(async () => {
  config = await runningConfig();
  await putOnDisk('config.yml', YAML);
  await putOnDisk('a.yml', 'one: 1\ntwo: 2\nthree: 3\n');
  await putOnDisk('old.yml', 'old: 1\n');
  await make('christmas');
});
afterEach(() => config.close());
const tried = async (
  asked: PromiseLike<{ status: number; body: { error: { code: string; details: unknown[] } } }>,
) => {
  const { status, body } = await asked;
  return { status, ...body.error };
};
const merged = async (more: Record<string, unknown> = {}) => {
  const { status, body } = await merge('christmas', more);
  expect([status, body.error]).toEqual([200, null]);
  return body.data;
};
const refused = async (more: Record<string, unknown> = {}) => tried(merge('christmas', more));
const planned = async () =>
  (await plan('christmas')).files.map(({ path, change, state, conflicts }: Record<string, unknown>) =>
    [path, change, state, conflicts].join(' '),
  );
const planFile = async (path: string) =>
  (await get(`/config/branches/christmas/merge/${fileIdOf(path)}`).expect(200)).body.data;
const edit = async (path: string, from: string, to: string) => {
  const { content } = await open(path, 'christmas');
  await save(path, 'christmas', content.replace(from, to));
};
const removed = (path: string) => drop(fileOf(path, 'christmas')).set('if-match', '*').expect(200);

test('what both have changed becomes one version, with the folder’s secrets; the branch is gone', async () => {
  await edit('config.yml', 'Films', 'Snow');
  await edit('a.yml', 'three: 3', 'three: drei');
  await add('new.yml', 'christmas', 'new: 1\n');
  await removed('old.yml');
  await putOnDisk('config.yml', YAML.replace('T0K3N', 'NEWER'));
  await putOnDisk('a.yml', 'one: eins\ntwo: 2\nthree: 3\n');
  expect(await planned()).toEqual([
    'a.yml changed clean 0',
    'config.yml changed clean 0',
    'new.yml added clean 0',
    'old.yml removed clean 0',
  ]);
  expect(await planFile('a.yml')).toEqual({
    ...{ path: 'a.yml', base: 'one: 1\ntwo: 2\nthree: 3\n', conflicts: [] },
    ...{ folder: 'one: eins\ntwo: 2\nthree: 3\n', branch: 'one: 1\ntwo: 2\nthree: drei\n' },
    merged: 'one: eins\ntwo: 2\nthree: drei\n',
  });
  expect(await planFile('old.yml')).toMatchObject({ base: 'old: 1\n', branch: null, merged: null });
  const heard: string[] = [];
  await config.bus.subscribe(configChanged, {}, ({ versionId }) => {
    heard.push(versionId);
  });
  await config.start();
  const { versionId: head } = await read('christmas');
  const data = await merged();
  expect(data).toMatchObject({
    version: { message: 'Merge christmas', by: 'Test editor', origin: 'save' },
    missingSecrets: [],
  });
  expect(data.version.files).toHaveLength(4);
  expect(await onDisk('config.yml')).toBe(YAML.replace('T0K3N', 'NEWER').replace('Films', 'Snow'));
  expect(await onDisk('a.yml')).toBe('one: eins\ntwo: 2\nthree: drei\n');
  expect(await onDisk('new.yml')).toBe('new: 1\n');
  await expect(onDisk('old.yml')).rejects.toThrow('ENOENT');
  expect(await names()).toEqual([]);
  const [newest, before] = await versions();
  expect(newest).toEqual(data.version);
  expect(git('log', '-1', '--format=%P', 'main')).toBe(`${before.id} ${head}\n`);
  expect(git('fsck', '--strict')).toBe('');
  await until(() => heard.includes(newest.id));
});

test('the merge is undone as any version is', async () => {
  await edit('config.yml', 'Films', 'Snow');
  await add('new.yml', 'christmas', 'new: 1\n');
  await removed('old.yml');
  const { version } = await merged({ message: 'Christmas is here' });
  expect(version.message).toBe('Christmas is here');
  await post(`/config/versions/${version.id}/undo`).expect(200);
  expect([await onDisk('config.yml'), await onDisk('old.yml')]).toEqual([YAML, 'old: 1\n']);
  await expect(onDisk('new.yml')).rejects.toThrow('ENOENT');
});

test('nothing is written while something is to be decided, and what was decided is', async () => {
  await edit('a.yml', 'two: 2', 'two: zwei');
  await edit('config.yml', 'Films', 'Snow');
  await putOnDisk('a.yml', 'one: 1\ntwo: deux\nthree: 3\n');
  expect(await planned()).toEqual(['a.yml changed conflict 1', 'config.yml changed clean 0']);
  expect(await planFile('a.yml')).toMatchObject({
    merged: 'one: 1\ntwo: zwei\nthree: 3\n',
    conflicts: [{ line: 2, lines: 1, mine: 'two: zwei\n', base: 'two: 2\n', theirs: 'two: deux\n' }],
  });
  expect(await refused()).toMatchObject({
    ...{ status: 409, code: 'config.branch-conflict' },
    details: [{ file: 'a.yml', line: 2, message: 'The folder has changed these lines too: two: deux' }],
  });
  expect(await onDisk('config.yml')).toBe(YAML);
  const resolved = [{ fileId: fileIdOf('a.yml'), content: 'two: both\n' }];
  const other = [...resolved, { fileId: fileIdOf('old.yml'), content: null }];
  expect(await refused({ resolved: other })).toMatchObject({ code: 'config.file-not-found' });
  await merged({ resolved });
  expect([await onDisk('a.yml'), await onDisk('old.yml')]).toEqual(['two: both\n', 'old: 1\n']);
  expect(await onDisk('config.yml')).toBe(YAML.replace('Films', 'Snow'));
});

const undecided: readonly {
  name: string;
  path: string;
  inBranch: () => Promise<unknown>;
  inFolder: () => Promise<unknown>;
  why: RegExp;
  both: string | null;
}[] = [
  {
    name: 'removed in the branch, changed in the folder',
    path: 'old.yml',
    inBranch: () => removed('old.yml'),
    inFolder: () => putOnDisk('old.yml', 'old: 2\n'),
    ...{ why: /branch removed/, both: null },
  },
  {
    name: 'changed in the branch, removed in the folder',
    path: 'old.yml',
    inBranch: () => edit('old.yml', '1', '2'),
    inFolder: () => unlink(join(config.root, 'old.yml')),
    ...{ why: /no such file any more/, both: 'old: 2\n' },
  },
  {
    name: 'new in both, and not the same',
    path: 'new.yml',
    inBranch: () => add('new.yml', 'christmas', 'new: 1\n'),
    inFolder: () => putOnDisk('new.yml', 'new: 2\n'),
    ...{ why: /Both have a new file/, both: 'new: 1\n' },
  },
  {
    name: 'what cannot be read together',
    path: 'a.yml',
    inBranch: () => edit('a.yml', 'one: 1\n', 'one: 1\nfour: 4\n'),
    inFolder: () => putOnDisk('a.yml', 'one: 1\ntwo: 2\nthree: 3\nfour: 4\n'),
    ...{ why: /cannot be read: line 5/, both: 'one: 1\nfour: 4\ntwo: 2\nthree: 3\nfour: 4\n' },
  },
];

test.each(undecided)('$name is to be decided', async ({ path, inBranch, inFolder, why, both }) => {
  await inBranch();
  await inFolder();
  expect((await plan('christmas')).files).toMatchObject([
    { path, state: 'conflict', conflicts: 0, why: expect.stringMatching(why) },
  ]);
  expect(await planFile(path)).toMatchObject({ merged: both, conflicts: [] });
  expect(await refused()).toMatchObject({
    ...{ status: 409, code: 'config.branch-conflict' },
    details: [{ file: path, message: expect.stringMatching(why) }],
  });
  await merged({ resolved: [{ fileId: fileIdOf(path), content: 'decided: 1\n' }] });
  expect(await onDisk(path)).toBe('decided: 1\n');
});

test('it may be decided that there shall be no such file', async () => {
  await edit('old.yml', '1', '2');
  await putOnDisk('old.yml', 'old: 3\n');
  const resolved = [{ fileId: fileIdOf('old.yml'), content: null }];
  await merged({ resolved });
  await expect(onDisk('old.yml')).rejects.toThrow('ENOENT');
});

test('what the folder says already is no new version', async () => {
  await edit('old.yml', '1', '2');
  await putOnDisk('old.yml', 'old: 2\n');
  expect(await planned()).toEqual(['old.yml changed same 0']);
  const before = await versions();
  expect(await merged()).toEqual({ version: null, missingSecrets: [] });
  expect(await versions()).toEqual(before);
  expect(await names()).toEqual([]);
});

test('whoever planned with another state is told', async () => {
  await edit('old.yml', '1', '2');
  const { versionId, branchVersionId } = await plan('christmas');
  await putOnDisk('a.yml', 'a: 1\n');
  const send = (body: Record<string, string>) => post('/config/branches/christmas/merge').send(body);
  expect(await tried(send({ versionId, branchVersionId }))).toMatchObject({ status: 412 });
  const now = await plan('christmas');
  await edit('old.yml', '2', '3');
  expect(await tried(send({ versionId: now.versionId, branchVersionId }))).toMatchObject({ status: 412 });
  expect(await onDisk('old.yml')).toBe('old: 1\n');
});

test('a branch that stays goes on from what was merged', async () => {
  await edit('a.yml', 'two: 2', 'two: zwei');
  await putOnDisk('old.yml', 'old: 2\n');
  const { version } = await merged({ keep: true });
  expect(await read('christmas')).toMatchObject({
    ...{ versionId: version.id, baseId: version.id, files: [], behind: 0, versions: [] },
  });
  expect((await open('old.yml', 'christmas')).content).toBe('old: 2\n');
  await edit('a.yml', 'three: 3', 'three: drei');
  await putOnDisk('a.yml', 'one: eins\ntwo: zwei\nthree: 3\n');
  await merged();
  expect(await onDisk('a.yml')).toBe('one: eins\ntwo: zwei\nthree: drei\n');
});

test('killed before the branch was removed, it is there with nothing to merge', async () => {
  await edit('a.yml', 'two: 2', 'two: zwei');
  const { versionId } = await read('christmas');
  await merged();
  await bareRepository(config.history).moveBranch('christmas', { from: undefined, to: versionId });
  expect(await read('christmas')).toMatchObject({
    versionId,
    baseId: versionId,
    files: [],
    versions: [],
    behind: 1,
  });
  expect((await plan('christmas')).files).toEqual([]);
  await putOnDisk('a.yml', 'one: 1\ntwo: other\nthree: 3\n');
  expect((await merged()).version).toBeNull();
  expect([await names(), await onDisk('a.yml')]).toEqual([[], 'one: 1\ntwo: other\nthree: 3\n']);
});

test('a moved file takes its secrets along, and what nobody knows is told', async () => {
  await post(`/config/files/${fileIdOf('config.yml')}/move?branch=christmas`)
    .set('if-match', '*')
    .send({ path: 'main.yml' })
    .expect(200);
  await add('more.yml', 'christmas', 'a: 1\ntmdb:\n  apikey: <<hidden:tmdb/apikey>>\n');
  expect((await merged()).missingSecrets).toEqual([
    { path: 'more.yml', name: 'tmdb/apikey', line: 3, column: 11 },
  ]);
  expect(await onDisk('main.yml')).toBe(YAML);
  expect(git('cat-file', '--batch-all-objects', '--batch')).not.toContain('T0K3N');
});

test('what is decided goes into the folder: it may bring a secret, which the history does not get', async () => {
  await edit('config.yml', 'Films', 'Snow');
  await putOnDisk('config.yml', YAML.replace('Films', 'Cinema'));
  const { merged: text } = await planFile('config.yml');
  expect(text).toContain('<<hidden:plex/token>>');
  const resolved = [{ fileId: fileIdOf('config.yml'), content: `${text}tmdb:\n  apikey: N3W\n` }];
  await merged({ resolved });
  expect(await onDisk('config.yml')).toBe(`${YAML.replace('Films', 'Snow')}tmdb:\n  apikey: N3W\n`);
  expect(git('cat-file', '--batch-all-objects', '--batch')).not.toMatch(/N3W|T0K3N/);
});

test('a file that cannot be written leaves all as it was, and the branch', async () => {
  await edit('a.yml', 'two: 2', 'two: zwei');
  await add('block/inner.yml', 'christmas', 'x: 1\n');
  // Of this the history has nothing: it is no text.
  await putOnDisk('block', 'in the way');
  const before = await versions();
  expect(await refused()).toMatchObject({ code: 'config.file-exists' });
  expect(await onDisk('a.yml')).toBe('one: 1\ntwo: 2\nthree: 3\n');
  expect(await versions()).toEqual(before);
  expect(await names()).toEqual(['christmas']);
});

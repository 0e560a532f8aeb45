import { branchChanged } from '@marquee/contracts';
import { branchRoom } from '../testing/branch-room.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';
import { until } from '../testing/until.ts';

jest.setTimeout(30_000);

let config: RunningConfig;
const { get, post, drop, git, make, read, names, save, add, versions, putOnDisk, onDisk } = branchRoom(
  () => config,
);
beforeEach(async () => {
  config = await runningConfig();
  await putOnDisk('config.yml', 'libraries:\n  Films:\n');
});
afterEach(() => config.close());
const codeOf = async (asked: ReturnType<typeof get>, status: number) =>
  (await asked.expect(status)).body.error.code;

test('a branch begins at the folder as it is, and what is saved in it is not in the folder', async () => {
  const made = await make('christmas');
  const [found] = await versions();
  expect(made).toMatchObject({
    name: 'christmas',
    baseId: found.id,
    by: 'Test editor',
    files: [],
    behind: 0,
  });
  await save('config.yml', 'christmas', 'libraries:\n  Films:\n  Snow:\n', 'Snow');
  await add('snow/more.yml', 'christmas', 'collections:\n');
  await putOnDisk('other.yml', 'x: 1\n');
  const branch = await read('christmas');
  expect(branch).toMatchObject({
    ...{ baseId: found.id, behind: 1 },
    files: [
      { path: 'config.yml', change: 'changed' },
      { path: 'snow/more.yml', change: 'added' },
    ],
    versions: [
      { message: 'Add snow/more.yml', files: [{ path: 'snow/more.yml', change: 'added' }] },
      { message: 'Snow', by: 'Test editor', files: [{ path: 'config.yml', change: 'changed' }] },
      { message: 'Begin christmas', files: [] },
    ],
  });
  expect(branch.versionId).toBe(branch.versions[0].id);
  expect(await onDisk('config.yml')).toBe('libraries:\n  Films:\n');
  expect((await versions()).map(({ message }: { message: string }) => message)).toEqual([
    'As it was found',
    'As it was found',
  ]);
  const { versions: _own, ...listed } = branch;
  expect((await get('/config/branches').expect(200)).body.data).toEqual([listed]);
});

test('versions of a branch are compared with the folder and with one another', async () => {
  await make('christmas');
  await save('config.yml', 'christmas', 'libraries:\n  Snow:\n');
  const { versionId, files } = await read('christmas');
  const [{ fileId }] = files;
  expect((await get(`/config/compare?to=${versionId}`).expect(200)).body.data.files).toEqual(files);
  expect((await get(`/config/compare/files/${fileId}?from=${versionId}`).expect(200)).body.data).toEqual({
    ...{ path: 'config.yml', before: 'libraries:\n  Snow:\n', after: 'libraries:\n  Films:\n' },
  });
  expect((await get(`/config/versions/${versionId}`).expect(200)).body.data.files).toEqual(files);
  expect((await get(`/config/versions/${versionId}/files/${fileId}`).expect(200)).body.data).toMatchObject({
    ...{ before: 'libraries:\n  Films:\n', text: 'libraries:\n  Snow:\n' },
  });
  // It is none of the folder: it can neither be undone nor gone back to.
  expect(await codeOf(post(`/config/versions/${versionId}/undo`), 404)).toBe('config.version-not-found');
  expect(await codeOf(post('/config/restore').send({ versionId }), 404)).toBe('config.version-not-found');
});

test('what is removed can be begun again, also after git has tidied up', async () => {
  await make('christmas');
  await save('config.yml', 'christmas', 'libraries:\n  Snow:\n');
  const { body } = await drop('/config/branches/christmas').expect(200);
  expect(await names()).toEqual([]);
  expect(await codeOf(get('/config/branches/christmas'), 404)).toBe('config.branch-not-found');
  git('gc', '--quiet', '--prune=now');
  expect(git('fsck', '--strict', '--no-dangling')).toBe('');
  const again = await make('advent', body.data.versionId);
  expect(again).toMatchObject({ name: 'advent', files: [{ path: 'config.yml', change: 'changed' }] });
  // From a version of the folder, too.
  const [found] = await versions();
  await putOnDisk('config.yml', 'libraries:\n');
  expect(await make('old', found.id)).toMatchObject({ baseId: found.id, behind: 1, files: [] });
});

test('a name is taken by one that a disk would take for the same, and refused when git could not hold it', async () => {
  await make('Weihnachten.2026');
  expect(await codeOf(post('/config/branches').send({ name: 'weihnachten.2026' }), 409)).toBe(
    'config.branch-exists',
  );
  for (const name of [
    'main',
    'HEAD',
    'a.lock',
    'a..b',
    '-a',
    'CON',
    'lpt1.txt',
    'a/b',
    '.a',
    'a.',
    'a b',
    'cafe\u0301',
    '../x',
    'x'.repeat(61),
  ])
    expect(await codeOf(post('/config/branches').send({ name }), 422)).toBe('request.invalid');
  expect(await names()).toEqual(['Weihnachten.2026']);
  const from = '0'.repeat(40);
  expect(await codeOf(post('/config/branches').send({ name: 'a', from }), 404)).toBe(
    'config.version-not-found',
  );
});

test('one of two that begin the same branch at once is told', async () => {
  const begin = () => post('/config/branches').send({ name: 'christmas' });
  const statuses = await Promise.all([begin(), begin()].map(async (one) => (await one).status));
  expect(statuses.sort()).toEqual([201, 409]);
});

test('a folder without any text can have a branch too', async () => {
  await config.close();
  config = await runningConfig();
  expect(await make('first')).toMatchObject({ files: [], behind: 0 });
  await add('config.yml', 'first', 'libraries:\n');
  expect((await read('first')).files).toMatchObject([{ path: 'config.yml', change: 'added' }]);
});

test('branches that were pushed are there, unless their names or beginnings are none of ours', async () => {
  await make('christmas');
  const head = git('rev-parse', 'main').trim();
  const tree = git('rev-parse', 'main^{tree}').trim();
  const commit = (...parents: string[]) =>
    git(
      ...['-c', 'user.name=Grace', '-c', 'user.email=grace@example.org', 'commit-tree', tree, '-m', 'Pushed'],
      ...parents.flatMap((parent) => ['-p', parent]),
    ).trim();
  for (const [name, id] of [
    ['pushed', commit(head)],
    ['feature/deep', commit(head)],
    ['sp@ce', commit(head)],
    ['orphan', commit()],
  ])
    git('update-ref', `refs/heads/${name}`, id ?? '');
  expect(await names()).toEqual(['christmas', 'pushed']);
  expect(await codeOf(post('/config/branches').send({ name: 'feature' }), 409)).toBe('config.branch-exists');
  expect(await read('pushed')).toMatchObject({
    by: 'Grace',
    versions: [{ message: 'Pushed', origin: 'outside' }],
  });
  expect(await codeOf(get('/config/branches/orphan'), 404)).toBe('config.branch-not-found');
  git('pack-refs', '--all');
  expect(await names()).toEqual(['christmas', 'pushed']);
  await drop('/config/branches/pushed').expect(200);
  expect(await names()).toEqual(['christmas']);
  expect(git('for-each-ref', '--format=%(refname)', 'refs/heads/pushed')).toBe('');
  git('update-ref', '-d', 'refs/heads/feature/deep');
  await make('feature');
  expect(git('fsck', '--strict', '--no-dangling')).toBe('');
});

test('each version of a branch is told, and its end', async () => {
  const heard: [string, string | null][] = [];
  await config.bus.subscribe(branchChanged, {}, ({ branch, versionId }) => {
    heard.push([branch, versionId]);
  });
  await config.start();
  const made = await make('christmas');
  await save('config.yml', 'christmas', 'libraries:\n');
  // The same text again is no version.
  await save('config.yml', 'christmas', 'libraries:\n');
  const { versionId } = await read('christmas');
  await drop('/config/branches/christmas').expect(200);
  await until(() => heard.length === 3);
  expect(heard).toEqual([
    ['christmas', made.versionId],
    ['christmas', versionId],
    ['christmas', null],
  ]);
});

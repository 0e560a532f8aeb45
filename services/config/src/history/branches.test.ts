import { join } from 'node:path';
import { bareRepository } from '../adapters/bare-repository.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createBranches } from './branches.ts';
import { createHistory } from './history.ts';

let temp: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  temp = await temporaryFolder();
});
afterEach(() => temp.remove());

const coded = (code: string) => expect.objectContaining({ code });
const ada = { by: 'ada', author: 'Ada', at: new Date(0) };
const note = { ...ada, origin: 'save', message: '' } as const;

/** A folder with one file, and somebody who pushes beside us. */
async function branched() {
  const gitdir = join(temp.outer, 'history.git');
  const repository = bareRepository(gitdir);
  const history = createHistory({ repository });
  const branches = createBranches({ repository, history });
  await history.record([{ path: 'a.yml', blob: await history.keep('a: 1\n') }], note);
  const branch = await branches.make('tried', (await history.newestId()) ?? '', ada);
  const pushed = async (path: string) => {
    const others = createBranches({ repository: bareRepository(gitdir), history });
    return await others.record(await others.find('tried'), [{ path, blob: await history.keep(path) }], note);
  };
  return { history, branches, branch, pushed };
}

test('what somebody has pushed in between is not written over, moved away or removed', async () => {
  const { history, branches, branch, pushed } = await branched();
  const theirs = await pushed('theirs.yml');
  const mine = [{ path: 'mine.yml', blob: await history.keep('mine: 1\n') }];
  await expect(branches.record(branch, mine, note)).rejects.toThrow(coded('request.precondition-failed'));
  expect(await branches.follow(branch, branch.folder)).toBe(false);
  expect(await branches.remove(branch)).toBe(false);
  const now = await branches.find('tried');
  expect(now.head).toBe(theirs?.head);
  expect([...(await branches.files(now)).keys()]).toEqual(['a.yml', 'theirs.yml']);
});

test('a commit that is none, and one that has nothing to do with the folder, begin no branch', async () => {
  const { history, branches, branch } = await branched();
  const blob = await history.keep('no commit');
  for (const id of [blob, branch.commit.tree, '0'.repeat(40)])
    await expect(branches.make('x', id, ada)).rejects.toThrow(coded('config.version-not-found'));
});

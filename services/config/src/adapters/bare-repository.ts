import {
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rmdir,
  stat,
  symlink,
  unlink,
  type writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { sweepStaleTemps, writeFileAtomic } from '@marquee/service-kit';
import git from 'isomorphic-git';
import type { Commit, Repository } from '../history/repository.ts';
import { errnoOf } from './folder-problems.ts';

const BRANCH = 'main';
const BRANCHES = 'refs/heads';
const HEAD = `${BRANCHES}/${BRANCH}`;
/** Writes that are under way, git's and ours. */
const NO_REF = /(?:^|\/)\.|\.lock$/;
const REMOVED = 'refs/removed';
/** Git moves names that have not changed for long into one file. */
const PACKED = /^[0-9a-f]{40} refs\/heads\/(.+)$/gm;
const FILE = '100644';
const FOLDER = '040000';
const FILE_OR_FOLDER = /^(?:100|040)/;

/**
 * isomorphic-git writes straight to a file's name and never looks at an object that is there already: half of one
 * would stay for ever. Here each is there whole or not at all.
 */
const promises = {
  ...{ lstat, mkdir, readdir, readFile, readlink, rmdir, stat, symlink, unlink },
  writeFile: (path: string, content: string | Uint8Array): ReturnType<typeof writeFile> =>
    writeFileAtomic(path, content, { mode: 0o640 }),
};
const fs = { promises };

/** A bare git repository on the disk, as `git clone` takes it; no git needs to be installed. */
export function bareRepository(gitdir: string): Repository {
  const at = { fs, gitdir, cache: {} };
  const refAt = async (ref: string): Promise<string | undefined> => {
    try {
      return await git.resolveRef({ fs, gitdir, ref });
    } catch (cause) {
      if (cause instanceof git.Errors.NotFoundError) return undefined;
      throw cause;
    }
  };
  const readCommit = async (oid: string): Promise<Commit> => {
    const { commit } = await git.readCommit({ ...at, oid });
    const { name, email, timestamp } = commit.author;
    return {
      tree: commit.tree,
      parents: commit.parent,
      author: { name, email },
      at: new Date(timestamp * 1000),
      message: commit.message,
    };
  };

  return {
    async open() {
      await mkdir(gitdir, { recursive: true, mode: 0o750 });
      await git.init({ fs, gitdir, bare: true, defaultBranch: BRANCH });
      await sweepStaleTemps(gitdir);
    },
    head: () => refAt(HEAD),
    moveHead: (value) => git.writeRef({ fs, gitdir, ref: HEAD, value, force: true }),
    async branches() {
      const names = await branchNames(gitdir);
      const found = await Promise.all(
        names.map(async (name) => [name, await refAt(`${BRANCHES}/${name}`)] as const),
      );
      return new Map(found.flatMap(([name, id]) => (id === undefined ? [] : [[name, id]])));
    },
    async moveBranch(name, { from, to }) {
      const ref = `${BRANCHES}/${name}`;
      if ((await refAt(ref)) !== from) return false;
      if (from === undefined) await clearFolder(join(gitdir, ref));
      await git.writeRef({ fs, gitdir, ref, value: to, force: true });
      return true;
    },
    async removeBranch(name, from) {
      const ref = `${BRANCHES}/${name}`;
      if ((await refAt(ref)) !== from) return false;
      await git.deleteRef({ fs, gitdir, ref });
      return true;
    },
    retain: (id) => git.writeRef({ fs, gitdir, ref: `${REMOVED}/${id}`, value: id, force: true }),
    readCommit,
    async findCommit(id) {
      try {
        return await readCommit(id);
      } catch (cause) {
        if (cause instanceof git.Errors.NotFoundError || cause instanceof git.Errors.ObjectTypeError)
          return undefined;
        throw cause;
      }
    },
    async writeCommit({ tree, parents, author, at: when, message }) {
      const who = { ...author, timestamp: Math.floor(when.getTime() / 1000), timezoneOffset: 0 };
      const commit = { tree, message, author: who, committer: who, parent: [...parents] };
      return await git.writeCommit({ fs, gitdir, commit });
    },
    async readTree(oid) {
      const { tree } = await git.readTree({ ...at, oid });
      // Links, and repositories within this one, are pushed by somebody; here is no place for them.
      return tree
        .filter(({ mode }) => FILE_OR_FOLDER.test(mode))
        .map(({ path, oid: id, type }) => ({ name: path, id, folder: type === 'tree' }));
    },
    writeTree: (entries) =>
      git.writeTree({
        ...{ fs, gitdir },
        tree: entries.map(({ name, id, folder }) => ({
          mode: folder ? FOLDER : FILE,
          path: name,
          oid: id,
          type: folder ? 'tree' : 'blob',
        })),
      }),
    readBlob: async (oid) => (await git.readBlob({ ...at, oid })).blob,
    writeBlob: (blob) => git.writeBlob({ fs, gitdir, blob }),
  };
}

/** isomorphic-git's own list is empty when a file goes away while it is made. */
async function branchNames(gitdir: string): Promise<string[]> {
  const files = await readdir(join(gitdir, BRANCHES), { recursive: true });
  const packed = await readFile(join(gitdir, 'packed-refs'), 'utf8').catch((cause: unknown) => {
    if (errnoOf(cause) === 'ENOENT') return '';
    throw cause;
  });
  const names = new Set(files.filter((name) => !NO_REF.test(name)));
  for (const [, name = ''] of packed.matchAll(PACKED)) names.add(name);
  return [...names].filter((name) => name !== BRANCH).sort();
}

/** Of names such as `a/b` that were deleted git may leave the folder, where a file shall be. */
async function clearFolder(path: string): Promise<void> {
  await rmdir(path).catch((cause: unknown) => {
    if (!['ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST'].includes(errnoOf(cause) ?? '')) throw cause;
  });
}

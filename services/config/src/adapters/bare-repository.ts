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
import { sweepStaleTemps, writeFileAtomic } from '@marquee/service-kit';
import git from 'isomorphic-git';
import type { Repository } from '../history/repository.ts';

const BRANCH = 'main';
const HEAD = `refs/heads/${BRANCH}`;
const FILE = '100644';
const FOLDER = '040000';

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
  return {
    async open() {
      await mkdir(gitdir, { recursive: true, mode: 0o750 });
      await git.init({ fs, gitdir, bare: true, defaultBranch: BRANCH });
      await sweepStaleTemps(gitdir);
    },
    async head() {
      try {
        return await git.resolveRef({ fs, gitdir, ref: HEAD });
      } catch (cause) {
        if (cause instanceof git.Errors.NotFoundError) return undefined;
        throw cause;
      }
    },
    moveHead: (value) => git.writeRef({ fs, gitdir, ref: HEAD, value, force: true }),
    async readCommit(oid) {
      const { commit } = await git.readCommit({ ...at, oid });
      const { name, email, timestamp } = commit.author;
      return {
        tree: commit.tree,
        parent: commit.parent[0],
        author: { name, email },
        at: new Date(timestamp * 1000),
        message: commit.message,
      };
    },
    async writeCommit({ tree, parent, author, at: when, message }) {
      const who = { ...author, timestamp: Math.floor(when.getTime() / 1000), timezoneOffset: 0 };
      const commit = {
        ...{ tree, message, author: who, committer: who },
        parent: parent === undefined ? [] : [parent],
      };
      return await git.writeCommit({ fs, gitdir, commit });
    },
    async readTree(oid) {
      const { tree } = await git.readTree({ ...at, oid });
      return tree.map(({ path, oid: id, type }) => ({ name: path, id, folder: type === 'tree' }));
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

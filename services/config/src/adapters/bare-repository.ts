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
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { sweepStaleTemps, writeFileAtomic } from '@marquee/service-kit';
import git from 'isomorphic-git';
import type { Commit, Repository, Written } from '../history/repository.ts';
import { errnoOf } from './folder-problems.ts';
import { blobObject, commitObject, type GitObject, treeObject } from './git-objects.ts';

const BRANCH = 'main';
const BRANCHES = 'refs/heads';
const HEAD = `${BRANCHES}/${BRANCH}`;
/** Writes that are under way, git's and ours. */
const NO_REF = /(?:^|\/)\.|\.lock$/;
const REMOVED = 'refs/removed';
/** Git moves names that have not changed for long into one file. */
const PACKED = /^[0-9a-f]{40} refs\/heads\/(.+)$/gm;
const FILE_OR_FOLDER = /^(?:100|040)/;
const deflated = promisify(deflate);
/** A save waits for it: of 5 MB of YAML a third of the time that 6 takes, and a twentieth more bytes. */
const LEVEL = 3;

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

  const keep = async ({ id, bytes }: GitObject): Promise<void> => {
    const folder = join(gitdir, 'objects', id.slice(0, 2));
    const path = join(folder, id.slice(2));
    if (await isThere(path)) return;
    await mkdir(folder, { recursive: true });
    await writeFileAtomic(path, await deflated(bytes, { level: LEVEL }), { mode: 0o640 });
  };
  const written = (object: GitObject): Written => {
    const kept = keep(object);
    // Whoever wrote it hears of it when they wait for it.
    kept.catch(() => undefined);
    return { id: object.id, kept };
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
    writeCommit: (commit) => written(commitObject(commit)),
    async readTree(oid) {
      const { tree } = await git.readTree({ ...at, oid });
      // Links, and repositories within this one, are pushed by somebody; here is no place for them.
      return tree
        .filter(({ mode }) => FILE_OR_FOLDER.test(mode))
        .map(({ path, oid: id, type }) => ({ name: path, id, folder: type === 'tree' }));
    },
    writeTree: (entries) => written(treeObject(entries)),
    readBlob: async (oid) => (await git.readBlob({ ...at, oid })).blob,
    writeBlob: (bytes) => written(blobObject(bytes)),
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

async function isThere(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    (cause: unknown) => {
      if (errnoOf(cause) === 'ENOENT') return false;
      throw cause;
    },
  );
}

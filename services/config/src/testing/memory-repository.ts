import { createHash } from 'node:crypto';
import { blobIdOf } from '../history/history.ts';
import type { Commit, Repository, TreeEntry, Written } from '../history/repository.ts';

const idOf = (value: unknown) => createHash('sha1').update(JSON.stringify(value)).digest('hex');

/** What git keeps, in memory. */
export function memoryRepository(): Repository {
  const commits = new Map<string, Commit>();
  const trees = new Map<string, TreeEntry[]>();
  const blobs = new Map<string, Uint8Array>();
  const branches = new Map<string, string>();
  let head: string | undefined;

  const keep = <T>(among: Map<string, T>, id: string, value: T): Written => {
    among.set(id, value);
    return { id, kept: Promise.resolve() };
  };
  const find = async <T>(among: Map<string, T>, id: string): Promise<T> => {
    const value = among.get(id);
    if (value === undefined) throw new Error(`There is no object ${id}`);
    return value;
  };
  return {
    open: async () => undefined,
    head: async () => head,
    moveHead: async (id) => {
      head = id;
    },
    branches: async () => new Map(branches),
    async moveBranch(name, { from, to }) {
      if (branches.get(name) !== from) return false;
      branches.set(name, to);
      return true;
    },
    removeBranch: async (name, from) => branches.get(name) === from && branches.delete(name),
    retain: async () => undefined,
    findCommit: async (id) => commits.get(id),
    readCommit: (id) => find(commits, id),
    writeCommit: (commit) => keep(commits, idOf(commit), commit),
    readTree: (id) => find(trees, id),
    writeTree: (entries) => keep(trees, idOf(entries), [...entries]),
    readBlob: (id) => find(blobs, id),
    writeBlob: (bytes) => keep(blobs, blobIdOf(bytes), bytes),
  };
}

import type { Repository } from './repository.ts';

/** How commits descend from one another. They never change: what was read once is known. */
export function createCommitGraph({ readCommit }: Pick<Repository, 'readCommit'>) {
  const known = new Map<string, readonly string[]>();

  const parentsOf = async (id: string): Promise<readonly string[]> => {
    const { parents } = await readCommit(id);
    known.set(id, parents);
    return parents;
  };

  /** All that it descends from, and itself; not further than where `stop` says so. */
  const ancestors = async (id: string, stop = (_id: string): boolean => false): Promise<Set<string>> => {
    const found = new Set([id]);
    for (const one of found) {
      if (stop(one)) continue;
      // A history is long, and most of it is known: no waiting where nothing is waited for.
      for (const parent of known.get(one) ?? (await parentsOf(one))) found.add(parent);
    }
    return found;
  };

  return {
    /** Whoever has read a commit anyway spares us reading it again. */
    note(id: string, parents: readonly string[]): void {
      known.set(id, parents);
    },

    ancestors: (id: string): Promise<ReadonlySet<string>> => ancestors(id),

    /** The newest commit that both descend from; undefined for two that have nothing to do with each other. */
    async inCommon(one: string, other: string): Promise<string | undefined> {
      const theirs = await ancestors(other);
      const met = [...(await ancestors(one, (id) => theirs.has(id)))].filter((id) => theirs.has(id));
      for (const id of met) {
        const others = await Promise.all(met.filter((each) => each !== id).map((each) => ancestors(each)));
        if (!others.some((older) => older.has(id))) return id;
      }
      return undefined;
    },

    /** Newest first: the commits from this one on, along first parents, until one of these. */
    async since(id: string, until: ReadonlySet<string>): Promise<string[]> {
      const found: string[] = [];
      for (let now: string | undefined = id; now !== undefined && !until.has(now); ) {
        found.push(now);
        [now] = known.get(now) ?? (await parentsOf(now));
      }
      return found;
    },
  };
}
export type CommitGraph = ReturnType<typeof createCommitGraph>;

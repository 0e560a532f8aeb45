import { BranchName, problem } from '@marquee/contracts';
import { oneAtATime } from '../files/one-at-a-time.ts';
import { commitOf, type Note } from './commit-words.ts';
import { allKept, createTreeWriter, type FileChange, type Files, readFiles } from './file-tree.ts';
import type { History, Version } from './history.ts';
import type { Commit, Repository } from './repository.ts';
import { findAnyVersion } from './view-version.ts';

/** Changes that are tried beside the folder. */
export interface Branch {
  name: string;
  /** Its newest commit. */
  head: string;
  /** The folder's newest version when it was looked at. */
  folder: string;
  /** The newest commit that the folder and it have in common. */
  base: string;
  commit: Commit;
}

/** Branches of the repository beside the folder's own. Somebody may push: they are read at every question. */
export function createBranches({ repository, history }: { repository: Repository; history: History }) {
  const trees = createTreeWriter(repository);
  const inOrder = oneAtATime();
  /** What is under one id never changes. */
  const sizes = new Map<string, number>();

  /** Undefined for one that has nothing to do with the folder. */
  const asBranch = async (name: string, head: string): Promise<Branch | undefined> => {
    const [commit, folder] = [await repository.findCommit(head), await history.newestId()];
    if (commit === undefined || folder === undefined) return undefined;
    const base = await (await history.graph()).inCommon(folder, head);
    return base === undefined ? undefined : { name, head, folder, base, commit };
  };

  const heads = async (): Promise<Map<string, string>> => {
    // What a kill has left is cleared before anything is read.
    await history.newestId();
    return await repository.branches();
  };

  const find = async (name: string): Promise<Branch> => {
    const head = (await heads()).get(name);
    const branch = head === undefined ? undefined : await asBranch(name, head);
    if (branch === undefined) throw problem('config.branch-not-found');
    return branch;
  };

  return {
    find,

    /** Whose names may be names here; by name. */
    async list(): Promise<Branch[]> {
      const named = [...(await heads())].filter(([name]) => BranchName.safeParse(name).success);
      const found = await Promise.all(named.map(([name, head]) => asBranch(name, head)));
      return found.filter((branch) => branch !== undefined);
    },

    /** One writer of a branch at a time; names that a disk may take for the same are the same here. */
    inTurn: <T>(name: string, work: () => Promise<T>): Promise<T> => inOrder(alike(name), work),

    /** With its turn: from a commit of the folder or of any branch. */
    async make(name: string, from: string, note: Omit<Note, 'message' | 'origin'>): Promise<Branch> {
      // Where there is a/b, git has no place for a.
      const names = [...(await heads()).keys()].map((one) => `${alike(one)}/`);
      if (names.some((one) => one.startsWith(`${alike(name)}/`))) throw problem('config.branch-exists');
      const began = await asBranch(name, from);
      if (began === undefined) throw problem('config.version-not-found');
      const words = commitOf({ ...note, origin: 'save', message: `Begin ${name}` }, []);
      const first = repository.writeCommit({ tree: began.commit.tree, parents: [from], ...words });
      await first.kept;
      const isFirst = await repository.moveBranch(name, { from: undefined, to: first.id });
      if (!isFirst) throw problem('config.branch-exists');
      return await find(name);
    },

    /** With its turn: undefined when nothing is other than it was. */
    async record(
      branch: Branch,
      files: readonly { path: string; blob: string | null }[],
      note: Note,
    ): Promise<Branch | undefined> {
      const next = await readFiles(repository, branch.commit.tree);
      const changes: FileChange[] = files
        .map(({ path, blob }) => ({ path, before: next.get(path) ?? null, after: blob }))
        .filter(({ before, after }) => before !== after);
      if (changes.length === 0) return undefined;
      for (const { path, after } of changes) {
        if (after === null) next.delete(path);
        else next.set(path, after);
      }
      const tree = trees.write(next);
      const commit = { tree: tree.id, parents: [branch.head], ...commitOf(note, changes) };
      const made = repository.writeCommit(commit);
      await allKept([...tree.written, made]).catch((cause: unknown) => {
        trees.forget();
        throw cause;
      });
      const isMoved = await repository.moveBranch(branch.name, { from: branch.head, to: made.id });
      // Somebody pushed in between: nothing of theirs is written over.
      if (!isMoved) throw problem('request.precondition-failed');
      return { ...branch, head: made.id, commit };
    },

    /** With its turn: onto a version that leads to all that it has. False when somebody has pushed onto it since. */
    follow: ({ name, head }: Branch, to: string): Promise<boolean> =>
      repository.moveBranch(name, { from: head, to }),

    /** With its turn. False when somebody has pushed onto it since. */
    async remove({ name, head }: Branch, { isMerged = false } = {}): Promise<boolean> {
      // What no version of the folder leads to stays in the repository all the same.
      if (!isMerged) await repository.retain(head);
      return await repository.removeBranch(name, head);
    },

    /** All of its files, whatever they are. */
    files: ({ commit }: Pick<Branch, 'commit'>): Promise<Files> => readFiles(repository, commit.tree),

    async sizeOf(blob: string): Promise<number> {
      const size = sizes.get(blob) ?? (await history.bytes(blob)).length;
      sizes.set(blob, size);
      return size;
    },

    /** The files that it and the folder began with. */
    filesInCommon: ({ base }: Pick<Branch, 'base'>): Promise<Files> => history.filesAt(base),

    /** Versions that it alone has, newest first. */
    async versions({ head, folder }: Branch): Promise<Version[]> {
      const graph = await history.graph();
      const own = await graph.since(head, await graph.ancestors(folder));
      return await Promise.all(own.map((id) => findAnyVersion(history, id)));
    },

    /** How many of the folder's versions it does not have. */
    async behind({ head, folder }: Branch): Promise<number> {
      const graph = await history.graph();
      return (await graph.since(folder, await graph.ancestors(head))).length;
    },
  };
}
export type Branches = ReturnType<typeof createBranches>;

const alike = (name: string): string => name.normalize('NFC').toLowerCase();

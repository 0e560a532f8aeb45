import { createHash } from 'node:crypto';
import type { ConfigVersion } from '@marquee/contracts';
import { fileIdOf } from '../files/file-id.ts';
import { oneAtATime } from '../files/one-at-a-time.ts';
import { type CommitGraph, createCommitGraph } from './commit-graph.ts';
import { commitOf, type Note, noteOf, type SignedNote } from './commit-words.ts';
import { allKept, compareTrees, createTreeWriter, type FileChange, readFiles } from './file-tree.ts';
import type { Repository, TreeEntry, Written } from './repository.ts';

/** A version as the process remembers it. */
export interface Version extends SignedNote {
  id: string;
  changes: (FileChange & { fileId: string })[];
}

/** What happened before there was this history, oldest first. */
interface PastVersion {
  path: string;
  text: string;
  note: Note;
}

export interface Past {
  read(): Promise<PastVersion[]>;
  /** Once all of it is in the history. */
  forget(): Promise<void>;
}

interface Tip {
  head: string | undefined;
  files: Map<string, string>;
}

interface Wish {
  files: readonly { path: string; blob: string | null }[];
  note: Note & {
    /** The commit that is merged with it. */
    merges?: string;
  };
}
interface WaitingWish extends Wish {
  resolve(version: Version | undefined): void;
  reject(cause: unknown): void;
}

/** Git's name for a text. */
export function blobIdOf(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

const NO_PAST: Past = { read: async () => [], forget: async () => undefined };

/** All versions of the config folder's texts, as commits; placeholders stand for secrets in every one. */
export function createHistory({ repository, past = NO_PAST }: { repository: Repository; past?: Past }) {
  const trees = createTreeWriter(repository);
  const graph = createCommitGraph(repository);
  const inOrder = oneAtATime();
  let opening: Promise<Tip> | undefined;
  let reading: Promise<Version[]> | undefined;

  const open = async (): Promise<Tip> => {
    await repository.open();
    if ((await repository.head()) === undefined) {
      const tip = await importPast();
      if (tip.head !== undefined) await repository.moveHead(tip.head);
    }
    await past.forget();
    const head = await repository.head();
    if (head === undefined) return { head, files: new Map() };
    return { head, files: await readFiles(repository, (await repository.readCommit(head)).tree) };
  };

  /** Nothing leads to these commits before all are written: cut off halfway, it begins anew. */
  const importPast = async (): Promise<Tip> => {
    const tip: Tip = { head: undefined, files: new Map() };
    for (const { path, text, note } of await past.read()) {
      const blob = repository.writeBlob(Buffer.from(text, 'utf8'));
      const changes = [{ path, before: tip.files.get(path) ?? null, after: blob.id }];
      tip.files.set(path, blob.id);
      const { id, written } = commit([tip.head], tip.files, note, changes);
      await allKept([blob, ...written]);
      tip.head = id;
    }
    return tip;
  };

  const commit = (
    parents: readonly (string | undefined)[],
    files: ReadonlyMap<string, string>,
    note: Note,
    changes: readonly FileChange[],
  ): { id: string; written: Written[] } => {
    const tree = trees.write(files);
    const made = repository.writeCommit({
      tree: tree.id,
      parents: parents.filter((id) => id !== undefined),
      ...commitOf(note, changes),
    });
    return { id: made.id, written: [...tree.written, made] };
  };

  const tipNow = (): Promise<Tip> => {
    opening ??= open().catch((cause: unknown) => {
      opening = undefined;
      throw cause;
    });
    return opening;
  };

  const readLog = async (): Promise<Version[]> => {
    const versions: Version[] = [];
    const trees = new Map<string, Promise<TreeEntry[]>>();
    const readTree = (id: string) => {
      const known = trees.get(id) ?? repository.readTree(id);
      trees.set(id, known);
      return known;
    };
    let id = (await tipNow()).head;
    let commitNow = id === undefined ? undefined : await repository.readCommit(id);
    while (id !== undefined && commitNow !== undefined) {
      graph.note(id, commitNow.parents);
      const [parent] = commitNow.parents;
      const older = parent === undefined ? undefined : await repository.readCommit(parent);
      const changes = await compareTrees(readTree, older?.tree, commitNow.tree);
      versions.push({ id, ...noteOf(commitNow), changes: changes.map(withId) });
      id = parent;
      commitNow = older;
    }
    return versions.reverse();
  };

  const versions = (): Promise<readonly Version[]> => {
    reading ??= readLog().catch((cause: unknown) => {
      reading = undefined;
      throw cause;
    });
    return reading;
  };

  /** The next version, which belongs to none before the head moves there. */
  const versionOn = (tip: Tip, { files, note }: Wish) => {
    const changes = files
      .map(({ path, blob }) => ({ path, before: tip.files.get(path) ?? null, after: blob }))
      .filter(({ before, after }) => before !== after);
    if (changes.length === 0) return undefined;
    const next = new Map(tip.files);
    for (const { path, after } of changes) {
      if (after === null) next.delete(path);
      else next.set(path, after);
    }
    const { id, written } = commit([tip.head, note.merges], next, note, changes);
    const version: Version = { id, ...noteOf(commitOf(note, changes)), changes: changes.map(withId) };
    return { version, written, tip: { head: id, files: next } };
  };

  const waiting: WaitingWish[] = [];

  /** Those who came while others were written go together: a version for each, and one wait for the disk. */
  const recordWaiting = async (): Promise<void> => {
    const wishes = waiting.splice(0);
    if (wishes.length === 0) return;
    try {
      const before = await tipNow();
      let tip = before;
      const made = wishes.map((wish) => {
        const next = versionOn(tip, wish);
        tip = next?.tip ?? tip;
        return next;
      });
      await allKept(made.flatMap((one) => one?.written ?? []));
      if (tip.head !== undefined && tip !== before) await repository.moveHead(tip.head);
      opening = Promise.resolve(tip);
      // Whoever fails to read the log says so themselves; the next one reads it anew.
      const log = await reading?.catch(() => undefined);
      if (log !== undefined && log.at(-1)?.id === before.head)
        log.push(...made.flatMap((one) => one?.version ?? []));
      for (const [index, { resolve }] of wishes.entries()) resolve(made[index]?.version);
    } catch (cause) {
      trees.forget();
      for (const { reject } of wishes) reject(cause);
    }
  };

  return {
    /** Keeps a text, which belongs to no version yet; a full disk shows here, before anything else is written. */
    async keep(text: string): Promise<string> {
      await tipNow();
      const { id, kept } = repository.writeBlob(Buffer.from(text, 'utf8'));
      await kept;
      return id;
    },

    /** Whether this is the newest text that the history has of the file; null when there is no such file. */
    async isNewest(path: string, text: string | null): Promise<boolean> {
      const newest = (await tipNow()).files.get(path);
      return newest === (text === null ? undefined : blobIdOf(Buffer.from(text, 'utf8')));
    },

    /** The files of the newest version. */
    files: async (): Promise<ReadonlyMap<string, string>> => (await tipNow()).files,

    /** A version with these files as they are now: undefined when nothing is other than in the last one. */
    record: (files: Wish['files'], note: Wish['note']): Promise<Version | undefined> =>
      new Promise((resolve, reject) => {
        waiting.push({ files, note, resolve, reject });
        void inOrder('', recordWaiting);
      }),

    /** The newest version; a folder that never had a text begins with one that has none. */
    begin: (note: Note): Promise<string> =>
      inOrder('', async () => {
        const tip = await tipNow();
        if (tip.head !== undefined) return tip.head;
        const { id: head, written } = commit([], tip.files, note, []);
        await allKept(written);
        await repository.moveHead(head);
        opening = Promise.resolve({ head, files: tip.files });
        reading = undefined;
        return head;
      }),

    /** Oldest first. */
    versions,

    /** How all commits descend from one another. */
    async graph(): Promise<CommitGraph> {
      await versions();
      return graph;
    },

    newestId: async (): Promise<string | undefined> => (await tipNow()).head,

    /** Any commit as a version: undefined where there is none of this id. */
    async find(id: string): Promise<Version | undefined> {
      await tipNow();
      const found = await repository.findCommit(id);
      if (found === undefined) return undefined;
      const [parent] = found.parents;
      const before = parent === undefined ? undefined : (await repository.readCommit(parent)).tree;
      const changes = await compareTrees(repository.readTree, before, found.tree);
      return { id, ...noteOf(found), changes: changes.map(withId) };
    },

    /** The files of a version by path. */
    filesAt: async (id: string): Promise<ReadonlyMap<string, string>> =>
      await readFiles(repository, (await repository.readCommit(id)).tree),

    text: async (blob: string): Promise<string> =>
      Buffer.from(await repository.readBlob(blob)).toString('utf8'),

    bytes: (blob: string): Promise<Uint8Array> => repository.readBlob(blob),
  };
}
export type History = ReturnType<typeof createHistory>;

export function changeOf({ before, after }: FileChange): ConfigVersion['files'][number]['change'] {
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
}

function withId(change: FileChange) {
  return { ...change, fileId: fileIdOf(change.path) };
}

import type { Repository, TreeEntry, Written } from './repository.ts';

/** Blob ids by path: what a tree of folders comes down to. */
export type Files = ReadonlyMap<string, string>;

export async function readFiles(
  repository: Pick<Repository, 'readTree'>,
  tree: string,
  below = '',
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const { name, id, folder } of await repository.readTree(tree)) {
    if (!folder) files.set(below + name, id);
    else
      for (const [path, blob] of await readFiles(repository, id, `${below}${name}/`)) files.set(path, blob);
  }
  return files;
}

export async function allKept(written: readonly Written[]): Promise<void> {
  await Promise.all(written.map(({ kept }) => kept));
}

/** Remembers the trees it wrote: a save in one folder does not write the others again. */
export function createTreeWriter(repository: Pick<Repository, 'writeTree'>) {
  const written = new Map<string, { of: string; id: string }>();

  const write = (files: Files, folder: string, into: Written[]): string => {
    const entries: TreeEntry[] = [];
    const folders = new Map<string, Map<string, string>>();
    for (const [path, id] of files) {
      const slash = path.indexOf('/');
      if (slash === -1) entries.push({ name: path, id, folder: false });
      else {
        const name = path.slice(0, slash);
        const inside = folders.get(name) ?? new Map<string, string>();
        folders.set(name, inside.set(path.slice(slash + 1), id));
      }
    }
    for (const [name, inside] of folders)
      entries.push({ name, id: write(inside, `${folder}${name}/`, into), folder: true });
    const of = JSON.stringify(entries);
    const known = written.get(folder);
    if (known?.of === of) return known.id;
    const tree = repository.writeTree(entries);
    into.push(tree);
    written.set(folder, { of, id: tree.id });
    return tree.id;
  };
  return {
    /** The tree, and all of it that is on its way to the disk. */
    write(files: Files): { id: string; written: Written[] } {
      const into: Written[] = [];
      return { id: write(files, '', into), written: into };
    },
    /** After one of them was not kept. */
    forget: () => written.clear(),
  };
}

export interface FileChange {
  path: string;
  /** Blob ids; null where the file was not, or is no more. */
  before: string | null;
  after: string | null;
}

/** What became of the files between two trees; equal folders are not opened. */
export async function compareTrees(
  readTree: Repository['readTree'],
  before: string | undefined,
  after: string | undefined,
  below = '',
): Promise<FileChange[]> {
  if (before === after) return [];
  const [old, now] = await Promise.all([before, after].map((id) => (id === undefined ? [] : readTree(id))));
  const changes: FileChange[] = [];
  const names = new Set([...(old ?? []), ...(now ?? [])].map(({ name }) => name));
  for (const name of names) {
    const was = old?.find((entry) => entry.name === name);
    const is = now?.find((entry) => entry.name === name);
    const path = below + name;
    const blobs = { before: blobOf(was), after: blobOf(is) };
    if (blobs.before !== blobs.after) changes.push({ path, ...blobs });
    changes.push(...(await compareTrees(readTree, folderOf(was), folderOf(is), `${path}/`)));
  }
  return changes;
}

const blobOf = (entry: TreeEntry | undefined) => (entry === undefined || entry.folder ? null : entry.id);
const folderOf = (entry: TreeEntry | undefined) => (entry?.folder === true ? entry.id : undefined);

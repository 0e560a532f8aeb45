import type { FileKind } from '../model/default-files.ts';
import type { LibraryKind } from '../model/key-spec.ts';
import { sectionsOf } from '../model/root-keys.ts';
import type { Moment } from '../schedules/schedule.ts';
import { fieldsOf, keySpan } from '../yaml/read-values.ts';
import { ANY_FILE, readYaml, type YamlTree } from '../yaml/yaml-tree.ts';
import { checkFile } from './check-file.ts';
import { type Certainty, checkAssetFolders, followReference } from './check-paths.ts';
import { beginCheck } from './checking.ts';
import type { Diagnostic } from './diagnostic.ts';
import { fileKindOf, type KindOfFile } from './file-kind.ts';
import { isYaml, type KometaFolder, secretsOf } from './kometa-folder.ts';
import { guessLibraryKind } from './library-kind.ts';
import { type Reference, referencesIn, sayRemote, templatesIn } from './references.ts';

export interface CheckedFile {
  file: string;
  tree: YamlTree;
  diagnostics: Diagnostic[];
}

/** A file as a library, or the playlists, of one config.yml use it. */
interface Use {
  path: string;
  reference: Reference;
  /** What is in the list of the same library and kind. */
  group: string;
  libraryKind: LibraryKind | null;
}

/** Hears which file is looked at, before it is: what takes too long is known by its name. */
export type OnFile = (file: string) => void;

export interface FolderChecker {
  /** All of Kometa's files in its folder, and what they say of one another. */
  check(folder: KometaFolder, now: Moment, onFile?: OnFile): CheckedFile[];
  /** A file as it was read for a check, or as it will be for the next one. */
  read(path: string, text: string, onFile?: OnFile): YamlTree;
  /** What a file will be soon, which was read on the way there. */
  expect(path: string, tree: YamlTree): void;
}

/** Checks a folder again and again: what was read and found in a file is kept until the file, or how it is listed, changes. */
export function createFolderChecker(): FolderChecker {
  const kept = new Map<string, Kept>();
  return {
    check(folder, now, onFile = () => undefined) {
      const files = [...folder.texts].filter(([path]) => isYaml(path) && !isWrittenByKometa(path));
      const there = new Set(files.map(([path]) => path));
      for (const path of kept.keys()) if (!there.has(path)) kept.delete(path);
      return check(folder, files, { now, certainty: 'folder', kept, onFile });
    },
    read: (path, text, onFile = () => undefined) => keep({ kept, onFile }, path, text).tree,
    expect: (path, tree) => void kept.set(path, unchecked(tree)),
  };
}

export const checkFolder = (folder: KometaFolder, now: Moment, onFile?: OnFile): CheckedFile[] =>
  createFolderChecker().check(folder, now, onFile);

/** One file, with the folder that it lies in. */
export function checkAlone(file: string, text: string, folder: KometaFolder, now: Moment): CheckedFile {
  const how = { now, certainty: 'alone', kept: new Map(), onFile: () => undefined } as const;
  const [checked] = check(folder, [[file, text]], how);
  if (!checked) throw new Error(`${file} was not checked`);
  return checked;
}

const isWrittenByKometa = (path: string) => /(?:^|\/)logs\/|_report\.ya?ml$/i.test(path);

/** A file as it was read, and what was found in it by itself. */
interface Kept {
  text: string;
  tree: YamlTree;
  kind: KindOfFile | null;
  /** What the findings depend on beside the text. */
  context: string;
  found: readonly Diagnostic[];
}

interface How {
  now: Moment;
  certainty: Certainty;
  kept: Map<string, Kept>;
  onFile: OnFile;
}

function keep({ kept, onFile }: Pick<How, 'kept' | 'onFile'>, path: string, text: string): Kept {
  const before = kept.get(path);
  if (before?.text === text) return before;
  onFile(path);
  const read = unchecked(readYaml(text, ANY_FILE));
  kept.set(path, read);
  return read;
}

const unchecked = (tree: YamlTree): Kept => ({
  ...{ text: tree.text, tree, kind: fileKindOf(tree), context: '', found: [] },
});

function check(folder: KometaFolder, files: readonly (readonly [string, string])[], how: How): CheckedFile[] {
  const { now, certainty } = how;
  const read = new Map([...files].sort(byPath).map(([path, text]) => [path, keep(how, path, text)]));
  const trees = new Map([...read].map(([path, { tree }]) => [path, tree]));
  const found = new Map<string, Diagnostic[]>([...trees.keys()].map((path) => [path, []]));
  const uses = [...read].flatMap(([path, { tree, kind }]) => {
    if (kind !== 'config') return [];
    return usesOf(path, tree, { folder, now, certainty, into: found.get(path) ?? [], trees });
  });
  for (const [path, { tree, kind }] of read) {
    if (kind === 'config') continue;
    const into = found.get(path) ?? [];
    const checking = beginCheck(tree, 'file', now, (one) => into.push(one));
    for (const reference of templatesIn(tree)) {
      sayRemote(checking, reference);
      followReference(checking, folder, certainty, reference);
    }
  }
  const secrets = secretsOf(folder.texts.get('.env') ?? '');
  const usesByPath = new Map(uses.toReversed().map((use) => [use.path, use]));
  for (const [path, one] of read) {
    const use = usesByPath.get(path);
    const [listedAs, libraryKind] = [use?.reference.kind, use?.libraryKind ?? null];
    const context = JSON.stringify([now, [...secrets], listedAs, libraryKind]);
    if (one.context !== context) {
      how.onFile(path);
      one.found = checkFile(one.tree, { name: path, now, secrets, listedAs, libraryKind });
      one.context = context;
    }
    found.get(path)?.push(...one.found);
  }
  for (const { path, diagnostic } of duplicates(trees, uses)) found.get(path)?.push(diagnostic);
  return [...trees].map(([file, tree]) => ({
    file,
    tree,
    diagnostics: (found.get(file) ?? []).sort((one, other) => one.span.start - other.span.start),
  }));
}

function byPath([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : 1;
}

interface ConfigContext {
  folder: KometaFolder;
  now: Moment;
  certainty: Certainty;
  into: Diagnostic[];
  trees: ReadonlyMap<string, YamlTree>;
}

function usesOf(
  config: string,
  tree: YamlTree,
  { folder, now, certainty, into, trees }: ConfigContext,
): Use[] {
  const checking = beginCheck(tree, 'config', now, (one) => into.push(one));
  const references = referencesIn(tree);
  checkAssetFolders(checking, folder);
  return references.flatMap((reference) =>
    followReference(checking, folder, certainty, reference).flatMap((path) => {
      const target = trees.get(path);
      if (target && isOfAnotherKind(target, reference)) {
        into.push(wrongKind(reference, target, path));
        return [];
      }
      const { kind, library } = reference;
      const libraryKind = library === null ? null : guessLibraryKind(library, references);
      return [{ path, reference, group: JSON.stringify([config, kind, library]), libraryKind }];
    }),
  );
}

/** The old metadata_path takes collections and metadata alike. */
function isOfAnotherKind(tree: YamlTree, { kind, list }: Reference): boolean {
  if (tree.root === null || list === 'metadata_path') return false;
  const is = fileKindOf(tree, kind);
  return is !== null && is !== (kind === 'image' ? 'metadata' : kind);
}

function wrongKind({ kind, list, spot }: Reference, tree: YamlTree, path: string): Diagnostic {
  return {
    severity: 'error',
    code: 'config.wrong-kind',
    message: `${path} is a ${fileKindOf(tree)} file; ${list} needs ${sectionsOf[kind].join(' or ')} in it`,
    span: spot.span,
    path: spot.path,
  };
}

const MAPPINGS: Readonly<Record<FileKind, string>> = {
  collection: 'collections',
  metadata: 'metadata',
  overlay: 'overlays',
  playlist: 'playlists',
  image: 'metadata',
};

/** Names that an earlier file of the same list has: Kometa skips the later ones. */
function duplicates(trees: ReadonlyMap<string, YamlTree>, uses: readonly Use[]) {
  const found = new Map<string, { path: string; diagnostic: Diagnostic }>();
  const seen = new Map<string, string>();
  const done = new Set<string>();
  for (const { path, reference, group } of uses) {
    const tree = trees.get(path);
    if (!tree || done.has(`${group} ${path}`)) continue;
    done.add(`${group} ${path}`);
    const section = MAPPINGS[reference.kind];
    const definitions = fieldsOf(tree, tree.root)?.find(({ name }) => name === section);
    for (const field of fieldsOf(tree, definitions?.value) ?? []) {
      const key = `${group} ${field.name}`;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, path);
      else found.set(`${path} ${field.name}`, { path, diagnostic: duplicate(field, section, first) });
    }
  }
  return found.values();
}

function duplicate(field: Parameters<typeof keySpan>[0], section: string, first: string): Diagnostic {
  return {
    severity: 'warning',
    code: 'file.duplicate-mapping',
    message: `${field.name} stands in ${first} too, which comes first: Kometa skips this one`,
    span: keySpan(field),
    path: [section, field.name],
  };
}

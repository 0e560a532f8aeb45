import { isScalar, type Node } from 'yaml';
import { defaultFiles, type FileKind, formerDefaultFiles } from '../model/default-files.ts';
import { locations } from '../model/file-blocks.ts';
import { fileLists } from '../model/library.ts';
import {
  type Field,
  fieldsOf,
  follow,
  isBlank,
  itemsOf,
  pythonText,
  valueSpan,
} from '../yaml/read-values.ts';
import { spanOf, type YamlTree } from '../yaml/yaml-tree.ts';
import { type Checking, holdsPlaceholder, type Path, type Spot } from './checking.ts';
import { replaceWith } from './fixes.ts';
import { nearestName } from './nearest.ts';

/** A file or folder that config.yml names. */
export interface Reference {
  kind: FileKind;
  /** The key that lists it. */
  list: string;
  /** As config.yml calls it; null for playlists. */
  library: string | null;
  location: string;
  written: string;
  spot: Spot;
  /** Written as a text alone, without saying what it is. */
  isPlain: boolean;
}

/** All that the file lists of a config.yml name, in order. */
export function referencesIn(tree: YamlTree): Reference[] {
  const root = fieldsOf(tree, tree.root) ?? [];
  const libraries = root.find(({ name }) => name === 'libraries');
  const playlists = root.find(({ name }) => name === 'playlist_files');
  const ofLibraries = (fieldsOf(tree, libraries?.value) ?? []).flatMap((library) =>
    (fieldsOf(tree, library.value) ?? []).flatMap((list) => {
      const kind = KIND_OF_LIST.get(list.name);
      if (!kind) return [];
      return listed(tree, list, ['libraries', library.name], { kind, library: library.name });
    }),
  );
  return [
    ...ofLibraries,
    ...(playlists ? listed(tree, playlists, [], { kind: 'playlist', library: null }) : []),
  ];
}

const KIND_OF_LIST: ReadonlyMap<string, FileKind> = new Map([
  ...Object.entries(fileLists),
  ['metadata_path', 'collection'],
  ['overlay_path', 'overlay'],
]);

function listed(
  tree: YamlTree,
  list: Field,
  above: Path,
  about: Pick<Reference, 'kind' | 'library'>,
): Reference[] {
  const several = itemsOf(tree, list.value);
  return (several ?? [list.value]).flatMap((block, index) => {
    const path = [...above, list.name, ...(several ? [index] : [])];
    const make = (location: string, node: Node | null, spot: Spot): Reference[] => {
      const target = follow(tree, node);
      if (!isScalar(target) || isBlank(tree, target)) return [];
      const written = pythonText(tree, target);
      if (holdsPlaceholder(written)) return [];
      return [{ ...about, list: list.name, location, written, spot, isPlain: node === block }];
    };
    const fields = fieldsOf(tree, block);
    if (!fields) return make('file', block, { node: block, span: spanOf(block) ?? valueSpan(list), path });
    return fields.flatMap((field) => {
      if (!Object.hasOwn(locations, field.name)) return [];
      const spot = { node: field.value, span: valueSpan(field), path: [...path, field.name] };
      return make(field.name, field.value, spot);
    });
  });
}

/** The files that a file of definitions takes templates from. */
export function templatesIn(tree: YamlTree): Reference[] {
  const list = fieldsOf(tree, tree.root)?.find(({ name }) => name === 'external_templates');
  return list ? listed(tree, list, [], { kind: 'collection', library: null }) : [];
}

/** Blocks that say nowhere where their files are. */
export function checkBlocks(checking: Checking): void {
  const { tree, part, report } = checking;
  const root = fieldsOf(tree, tree.root) ?? [];
  const lists = (fields: readonly Field[], above: Path) =>
    fields.flatMap((list) =>
      KIND_OF_LIST.has(list.name) || list.name === 'playlist_files' ? [{ list, above }] : [],
    );
  const libraries = fieldsOf(tree, root.find(({ name }) => name === 'libraries')?.value) ?? [];
  const all = [
    ...lists(root, []).filter(({ list }) => list.name === 'playlist_files'),
    ...libraries.flatMap((library) =>
      lists(fieldsOf(tree, library.value) ?? [], ['libraries', library.name]),
    ),
  ];
  for (const { list, above } of all) {
    if (isBlank(tree, list.value)) {
      report({
        severity: 'warning',
        code: `${part}.blank-list`,
        message: `${list.name} is blank; write files below it, or take it away`,
        span: valueSpan(list),
        path: [...above, list.name],
      });
    }
    for (const [index, block] of (itemsOf(tree, list.value) ?? []).entries()) {
      const fields = fieldsOf(tree, block);
      if (!fields || fields.some(({ name }) => isLocation(name) || isLeftover(list.name, name))) continue;
      // A misspelt location is told by its name.
      if (fields.some(({ name }) => nearestName(name, Object.keys(locations)) !== null)) continue;
      report({
        severity: 'error',
        code: `${part}.no-location`,
        message:
          'This says nothing about where the file is: write file:, folder:, url:, git:, repo: or default:',
        span: spanOf(block) ?? valueSpan(list),
        path: [...above, list.name, index],
      });
    }
  }
}

const isLocation = (name: string) => Object.hasOwn(locations, name);
const isLeftover = (list: string, name: string) =>
  list.startsWith('overlay') && /^(?:remove|revert|reapply|reset)_overlays?$|^schedule$/.test(name);

/** What can be said of a reference without looking at the disk. */
export function checkReference(checking: Checking, reference: Reference): void {
  const { location } = reference;
  if (location === 'default' || location === 'pmm') checkDefaultName(checking, reference);
  else if (location === 'git' && reference.written.startsWith('PMM/')) sayOldGit(checking, reference);
  else sayRemote(checking, reference);
}

/** Files that lie elsewhere; nothing of an address but where it leads is repeated, as it may hold a password. */
export function sayRemote({ part, report }: Checking, { location, written, spot }: Reference): void {
  if (location !== 'url' && location !== 'git' && location !== 'repo') return;
  const where = written.replace(/[?#].*$/, '').replace(/\/\/[^/@]*@/, '//');
  report({
    severity: 'warning',
    code: `${part}.not-checked`,
    message: `Not checked: ${where} lies elsewhere, and nothing is fetched`,
    span: spot.span,
    path: spot.path,
  });
}

function sayOldGit({ part, report }: Checking, { written, spot }: Reference): void {
  report({
    severity: 'warning',
    code: `${part}.renamed-value`,
    message: `${written} is one of Kometa’s own files; they are named by default: now`,
    span: spot.span,
    path: spot.path,
  });
}

function checkDefaultName({ part, report }: Checking, { kind, written, spot }: Reference): void {
  const { span, path } = spot;
  const name =
    written
      .replace(/\.ya?ml$/, '')
      .split('/')
      .at(-1) ?? written;
  const names = defaultFiles[kind];
  if (names.length === 0 || names.includes(name)) return;
  const former = Object.hasOwn(formerDefaultFiles, name) ? formerDefaultFiles[name] : undefined;
  const near = former === undefined ? nearestName(name, names) : null;
  const other = (['collection', 'overlay', 'playlist'] as const).find((one) =>
    defaultFiles[one].includes(name),
  );
  const why =
    former ?? (other ? `it is for ${other} files` : near === null ? '' : `it seems that ${near} is meant`);
  report({
    severity: 'error',
    code: `${part}.unknown-default`,
    message: `Kometa has no ${kind} file of its own called ${name}${why === '' ? '' : `: ${why}`}`,
    span,
    path,
    ...(near === null || other ? {} : { fix: replaceWith(span, near, `Write ${near}`) }),
  });
}

import { defaultFiles, type FileKind } from '../model/default-files.ts';
import { variablesOf } from '../model/default-variables.ts';
import { fileLists } from '../model/library.ts';
import { type Field, fieldsOf, itemsOf, keySpan, pythonText } from '../yaml/read-values.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import { type Checking, holdsPlaceholder, type Path } from './checking.ts';
import { renameKey } from './fixes.ts';
import { type Suggest, suggestions } from './nearest.ts';

interface Block {
  kind: FileKind;
  /** The name of one of Kometa's own files; null for others, which may read anything. */
  own: string | null;
  variables: Field | undefined;
  path: Path;
}

/** Template variables that none of the files that are given them reads: Kometa says nothing of those. */
export function checkVariables(checking: Checking): void {
  const { tree } = checking;
  const suggest = suggestions();
  const root = fieldsOf(tree, tree.root) ?? [];
  const fieldNamed = (fields: readonly Field[], wanted: string) => fields.find(({ name }) => name === wanted);
  for (const library of fieldsOf(tree, fieldNamed(root, 'libraries')?.value) ?? []) {
    const path = ['libraries', library.name];
    const fields = fieldsOf(tree, library.value) ?? [];
    const blocks = fields.flatMap((list) => blocksOf(tree, list, [...path, list.name]));
    for (const block of blocks) checkBlock(checking, suggest, block);
    const variables = fieldNamed(fields, 'template_variables');
    const owns = blocks.flatMap(({ kind, own }) => (own === null ? [] : [{ kind, own }]));
    if (!variables || owns.length === 0 || owns.length < blocks.length) continue;
    tell(checking, suggest, { variables, path, known: owns.map(({ kind, own }) => variablesOf(kind, own)) });
  }
  const playlists = fieldNamed(root, 'playlist_files');
  if (playlists) for (const block of blocksOf(tree, playlists, [])) checkBlock(checking, suggest, block);
}

function blocksOf(tree: YamlTree, list: Field, path: Path): Block[] {
  const kind = Object.hasOwn(fileLists, list.name) ? fileLists[list.name] : null;
  if (!kind && list.name !== 'playlist_files') return [];
  return (itemsOf(tree, list.value) ?? [list.value]).map((block, index) => {
    const fields = fieldsOf(tree, block) ?? [];
    const written = fields.find(({ name }) => name === 'default' || name === 'pmm');
    const name = pythonText(tree, written?.value)
      .replace(/\.ya?ml$/, '')
      .split('/')
      .at(-1);
    const isOwn = written !== undefined && defaultFiles[kind ?? 'playlist'].includes(name ?? '');
    return {
      kind: kind ?? 'playlist',
      own: isOwn && name !== undefined ? name : null,
      variables: fields.find((field) => field.name === 'template_variables'),
      path: [...path, index],
    };
  });
}

function checkBlock(checking: Checking, suggest: Suggest, { kind, own, variables, path }: Block): void {
  if (own === null || !variables || variables.merged) return;
  tell(checking, suggest, { variables, path, known: [variablesOf(kind, own)], file: own });
}

interface Told {
  variables: Field;
  path: Path;
  known: readonly ReturnType<typeof variablesOf>[];
  file?: string;
}

function tell(
  { tree, part, report }: Checking,
  suggest: Suggest,
  { variables, path, known, file }: Told,
): void {
  const names = new Set(known.flatMap((one) => one.names));
  const beginnings = [...new Set(known.flatMap((one) => one.beginnings))];
  for (const field of fieldsOf(tree, variables.value) ?? []) {
    const { name } = field;
    const isKnown =
      names.has(name) || beginnings.some((one) => name.length > one.length && name.startsWith(one));
    if (isKnown || field.merged || holdsPlaceholder(name)) continue;
    const near = suggest(name, names) ?? nearBeginning(suggest, name, beginnings);
    const who = file === undefined ? 'None of the library’s files reads' : `Kometa’s ${file} does not read`;
    const fix = near === null ? undefined : renameKey(field, near);
    report({
      severity: 'warning',
      code: `${part}.unknown-variable`,
      message: `${who} the template variable ${name}${near === null ? '' : `; it seems that ${near} is meant`}`,
      span: keySpan(field),
      path: [...path, 'template_variables', name],
      ...(fix ? { fix } : {}),
    });
  }
}

/** `ues_4k` for `use_4k`: the part before the last line below may be misspelt. */
function nearBeginning(suggest: Suggest, name: string, beginnings: readonly string[]): string | null {
  for (let cut = name.indexOf('_') + 1; cut > 0; cut = name.indexOf('_', cut) + 1) {
    const near = cut > 3 ? suggest(name.slice(0, cut), beginnings) : null;
    if (near !== null) return near + name.slice(cut);
  }
  return null;
}

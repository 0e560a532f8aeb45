import { isAlias, isScalar, type Node } from 'yaml';
import { fileKindOf } from '../diagnostics/file-kind.ts';
import { secretName } from '../diagnostics/kometa-folder.ts';
import { configKeys } from '../model/config-file.ts';
import type { KeyTable, ValueSpec } from '../model/key-spec.ts';
import type { Span } from '../yaml/places.ts';
import { type Field, fieldsOf, follow, isBlank, itemsOf, keySpan, pythonText } from '../yaml/read-values.ts';
import { ANY_FILE, readYaml, spanOf, type YamlTree } from '../yaml/yaml-tree.ts';
import { isSecretKey, isWebhookAddress, secretsInYaml } from './find-secrets.ts';

/** A key, token or password, and where its value is. The value itself is not here. */
export interface ConfigSecret {
  path: readonly (string | number)[];
  line: number;
  state:
    | { kind: 'unset' }
    /** `movable`: nothing keeps a placeholder from standing in its place. */
    | { kind: 'set'; movable: true }
    | { kind: 'set'; movable: false; why: 'kometas-own' | 'part' | 'other-file' | 'shared' }
    /** `name` as Kometa's variables spell it. */
    | { kind: 'placeholder'; name: string };
}

const PLACEHOLDER = /^<<([^<>]+)>>$/;

/** All secrets of a YAML file: those that the model knows, and those that look like one. */
export function configSecrets(text: string): ConfigSecret[] {
  const tree = readYaml(text, ANY_FILE);
  const isConfig = fileKindOf(tree) === 'config';
  const known = isConfig ? inConfig(tree) : [];
  const others = secretsInYaml(text).flatMap(({ name, span }): Found[] => {
    if (known.some((one) => overlaps(one.span, span))) return [];
    const path = name.split('/').map((part) => decodeURIComponent(part.replace(/#\d+$/, '')));
    const why = isConfig ? 'part' : 'other-file';
    return [{ path, span, state: { kind: 'set', movable: false, why } }];
  });
  return [...known, ...others]
    .sort((one, other) => one.span.start - other.span.start)
    .map(({ path, span, state }) => ({ path, line: tree.lines.place(span).line, state }));
}

type Found = Omit<ConfigSecret, 'line'> & { span: Span };
const overlaps = (one: Span, other: Span) => one.start < other.end && one.end > other.start;

function inConfig(tree: YamlTree): Found[] {
  const found: Found[] = [];
  const visitMap = (node: Node | null, spec: ValueSpec | null, path: ConfigSecret['path']): void => {
    const table = tableOf(spec);
    const fields = (fieldsOf(tree, node) ?? []).filter(({ merged }) => !merged);
    for (const field of fields) visit(field, keyOf(spec, field.name), [...path, field.name]);
    // Of a section that is there, what it cannot do without.
    if (fields.length === 0 || path.length === 0) return;
    for (const [name, { required, secret }] of Object.entries(table)) {
      if (!required || !secret || fields.some((field) => field.name === name)) continue;
      const [first] = fields;
      if (first)
        found.push({
          path: [...path, name],
          span: { ...keySpan(first), end: keySpan(first).start },
          state: { kind: 'unset' },
        });
    }
  };
  const visit = (
    field: Field,
    spec: { value: ValueSpec; secret?: boolean } | null,
    path: ConfigSecret['path'],
  ): void => {
    // Templates fill in theirs.
    if (field.name === 'template_variables') return;
    const { value } = field;
    if (isAlias(value)) return;
    if (fieldsOf(tree, value)) {
      visitMap(value, spec?.value ?? null, path);
      return;
    }
    const items = itemsOf(tree, value);
    if (items) {
      for (const [index, item] of items.entries()) {
        const here = [...path, index];
        if (fieldsOf(tree, item)) visitMap(item, listOf(spec?.value ?? null), here);
        else take(item, keySpan(field), spec?.secret === true, field.name, here);
      }
      return;
    }
    take(value, keySpan(field), spec?.secret === true, field.name, path);
  };
  const take = (
    node: Node | null,
    beside: Span,
    isKnown: boolean,
    name: string,
    path: ConfigSecret['path'],
  ): void => {
    const target = follow(tree, node);
    const text = isScalar(target) ? pythonText(tree, target) : '';
    const isWebhook = path[0] === 'webhooks' || path[2] === 'webhooks';
    const named = PLACEHOLDER.exec(text)?.[1];
    const isOne = isKnown || isSecretKey(name) || (isWebhook && isWebhookAddress(text));
    if (!isOne && named === undefined) return;
    const span = spanOf(node) ?? beside;
    if (named !== undefined) {
      found.push({ path, span, state: { kind: 'placeholder', name: secretName(named) } });
      return;
    }
    // The word that means the command line is none.
    if (isBlank(tree, node) || text === '' || text === 'ENV') {
      if (text !== 'ENV' && isKnown) found.push({ path, span: beside, state: { kind: 'unset' } });
      return;
    }
    const why = path.includes('authorization')
      ? 'kometas-own'
      : text.includes('<<')
        ? 'part'
        : isAnchored(target)
          ? 'shared'
          : null;
    found.push({
      path,
      span,
      state: why === null ? { kind: 'set', movable: true } : { kind: 'set', movable: false, why },
    });
  };
  visitMap(tree.root, { type: 'map', keys: configKeys }, []);
  return found;
}

const isAnchored = (node: unknown) => isScalar(node) && node.anchor !== undefined;

const choicesOf = (spec: ValueSpec | null): readonly ValueSpec[] =>
  spec === null ? [] : spec.type === 'either' ? spec.of.flatMap(choicesOf) : [spec];

function tableOf(spec: ValueSpec | null): KeyTable {
  const map = choicesOf(spec).find((one) => one.type === 'map');
  return map?.type === 'map' ? map.keys : {};
}

function keyOf(spec: ValueSpec | null, name: string): { value: ValueSpec; secret?: boolean } | null {
  const table = tableOf(spec);
  if (Object.hasOwn(table, name)) return table[name] ?? null;
  const any = choicesOf(spec).find((one) => one.type === 'dictionary');
  return any?.type === 'dictionary' ? { value: any.of } : null;
}

function listOf(spec: ValueSpec | null): ValueSpec | null {
  const list = choicesOf(spec).find((one) => one.type === 'list');
  return list?.type === 'list' ? list.of : null;
}

/** What stands at the path of a secret, as Kometa reads it; null when nothing does. */
export function secretText(text: string, path: ConfigSecret['path']): string | null {
  const tree = readYaml(text, ANY_FILE);
  let node: unknown = tree.root;
  for (const step of path) {
    node =
      typeof step === 'number'
        ? itemsOf(tree, node)?.[step]
        : fieldsOf(tree, node)?.find(({ name }) => name === step)?.value;
  }
  return isScalar(node) && !isBlank(tree, node) ? pythonText(tree, node) : null;
}

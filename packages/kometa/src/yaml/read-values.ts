import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Span } from './places.ts';
import { meaningOfScalar, scalarText } from './scalar-meaning.ts';
import { isMergeKey, spanOf, type YamlTree } from './yaml-tree.ts';

/** One key of a map with its value; `merged` when it comes from a `<<`. */
export interface Field {
  name: string;
  key: Node;
  value: Node | null;
  merged: boolean;
}

/** The node itself, or what the alias stands for. */
export function follow(tree: YamlTree, node: unknown): Node | null {
  if (isAlias(node)) return tree.targets.get(node) ?? null;
  return isScalar(node) || isMap(node) || isSeq(node) ? (node as Node) : null;
}

/** The fields of a map in order, merged ones last; null for what is no map. */
export function fieldsOf(tree: YamlTree, node: unknown): Field[] | null {
  const map = follow(tree, node);
  if (!isMap(map)) return null;
  const own = new Map<string, Field>();
  const merges: unknown[] = [];
  for (const pair of map.items) {
    if (isMergeKey(pair.key)) {
      merges.push(pair.value);
      continue;
    }
    const name = pythonText(tree, pair.key);
    own.set(name, { name, key: pair.key as Node, value: (pair.value as Node | null) ?? null, merged: false });
  }
  for (const merge of merges) {
    const target = follow(tree, merge);
    for (const source of isSeq(target) ? target.items : [target]) {
      for (const field of fieldsOf(tree, source) ?? []) {
        if (!own.has(field.name)) own.set(field.name, { ...field, merged: true });
      }
    }
  }
  return [...own.values()];
}

/** The items of a list; null for what is no list. */
export function itemsOf(tree: YamlTree, node: unknown): Node[] | null {
  const list = follow(tree, node);
  return isSeq(list) ? (list.items as Node[]) : null;
}

/** What Python's `str()` would make of it. */
export function pythonText(tree: YamlTree, node: unknown): string {
  const target = follow(tree, node);
  if (isSeq(target)) return `[${target.items.map((item) => quoted(tree, item)).join(', ')}]`;
  if (isMap(target)) {
    const pairs = (fieldsOf(tree, target) ?? []).map(
      (field) => `${quoted(tree, field.key)}: ${quoted(tree, field.value)}`,
    );
    return `{${pairs.join(', ')}}`;
  }
  if (!isScalar(target)) return 'None';
  return typeof target.value === 'string' ? target.value : scalarText(meaningOfScalar(target, tree.version));
}

function quoted(tree: YamlTree, node: unknown): string {
  const target = follow(tree, node);
  return isScalar(target) && typeof target.value === 'string'
    ? `'${target.value}'`
    : pythonText(tree, target);
}

export function isBlank(tree: YamlTree, node: unknown): boolean {
  const target = follow(tree, node);
  return target === null || (isScalar(target) && (target.value === null || target.value === undefined));
}

/** Whether Python takes it for true. */
export function isTruthy(tree: YamlTree, node: unknown): boolean {
  const target = follow(tree, node);
  if (isMap(target) || isSeq(target)) return target.items.length > 0;
  if (!isScalar(target)) return false;
  const { value } = target;
  return typeof value === 'string' ? value !== '' : Boolean(value);
}

/** What Python's `int(str())` makes of a text; null where it refuses. */
export function pythonInteger(text: string): number | null {
  if (!/^\s*[-+]?\d+(?:_\d+)*\s*$/.test(text)) return null;
  return Number(text.replaceAll('_', ''));
}

/** Plain data; maps have no prototype, so that no key is special. */
export function plainOf(tree: YamlTree, node: unknown): unknown {
  const items = itemsOf(tree, node);
  if (items) return items.map((item) => plainOf(tree, item));
  const fields = fieldsOf(tree, node);
  if (fields) {
    const plain: Record<string, unknown> = Object.create(null);
    for (const field of fields) plain[field.name] = plainOf(tree, field.value);
    return plain;
  }
  const target = follow(tree, node);
  return isScalar(target) ? (target.value ?? null) : null;
}

/** Where a field's value stands, or its key when nothing is written after it. */
export function valueSpan(field: Field): Span {
  const value = spanOf(field.value);
  if (value && value.end > value.start) return value;
  return spanOf(field.key) ?? { start: 0, end: 0 };
}

export function keySpan(field: Field): Span {
  return spanOf(field.key) ?? { start: 0, end: 0 };
}

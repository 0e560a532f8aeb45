import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { follow } from './read-values.ts';
import { meaningOfScalar, type ScalarMeaning } from './scalar-meaning.ts';
import { isMergeKey, type YamlTree } from './yaml-tree.ts';

/** What a YAML text says to Kometa, kinds of values kept apart; maps in their order, merged keys last. */
export type Meaning =
  | ScalarMeaning
  | { type: 'list'; items: Meaning[] }
  | { type: 'map'; entries: [Meaning, Meaning][] };

/** Of a tree without faults; what an alias stands for is the same object wherever it stands. */
export function meaningOf(tree: YamlTree, node: Node | null = tree.root): Meaning {
  const known = new Map<Node, Meaning>();
  const visit = (at: unknown): Meaning => {
    const target = follow(tree, at);
    if (target === null) return { type: 'null' };
    const before = known.get(target);
    if (before) return before;
    const meaning = read(target);
    known.set(target, meaning);
    return meaning;
  };
  const read = (target: Node): Meaning => {
    if (isScalar(target)) return meaningOfScalar(target, tree.version);
    if (isSeq(target)) return { type: 'list', items: target.items.map(visit) };
    return isMap(target) ? { type: 'map', entries: entriesOf(target) } : { type: 'null' };
  };
  const entriesOf = (map: YAMLMap): [Meaning, Meaning][] => {
    const entries: [Meaning, Meaning][] = [];
    const taken = new Set<string>();
    const add = (key: Meaning, value: Meaning) => {
      const name = identityOf(key);
      if (!taken.has(name)) entries.push([key, value]);
      taken.add(name);
    };
    for (const { key, value } of map.items) if (!isMergeKey(key)) add(visit(key), visit(value));
    for (const { key, value } of map.items) {
      const merged = isMergeKey(key) ? visit(value) : null;
      for (const source of merged?.type === 'list' ? merged.items : [merged]) {
        if (source?.type === 'map') for (const [name, one] of source.entries) add(name, one);
      }
    }
    return entries;
  };
  return visit(node);
}

/** To Python `1`, `1.0` and `true` are one key. */
function identityOf(key: Meaning): string {
  if (key.type === 'boolean' || key.type === 'integer' || key.type === 'float')
    return `number ${Number(key.value)}`;
  return JSON.stringify(key, (_, value) => (typeof value === 'bigint' ? String(value) : value));
}

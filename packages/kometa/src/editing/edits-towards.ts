import { isMap, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { isPlainList, isPlainMap, isSamePlain, type PlainValue, plainValue } from '../yaml/plain-value.ts';
import { fieldsOf, follow, itemsOf } from '../yaml/read-values.ts';
import { ANY_FILE, readYaml, type YamlTree } from '../yaml/yaml-tree.ts';
import { editTree, type TreeEditOutcome, type YamlEditOutcome } from './edit-yaml.ts';
import { nodeOf, ownPair } from './layout.ts';
import type { YamlEdit, YamlPath } from './yaml-edit.ts';

/** Longer lists are written anew: to compare each item with each takes too long. */
const MOST_PAIRS = 250_000;

/**
 * Makes what stands at a path say what is wanted, key by key and item by item: what says it already is left alone, comments
 * and the order of keys too. What is written too oddly for that is written anew, and no more than that.
 */
export function editTowards(text: string, path: YamlPath, wanted: PlainValue): YamlEditOutcome {
  const outcome = editTreeTowards(readYaml(text, ANY_FILE), path, wanted);
  return 'tree' in outcome ? { text: outcome.tree.text } : outcome;
}

/** The same of a text that was read already. */
export function editTreeTowards(tree: YamlTree, path: YamlPath, wanted: PlainValue): TreeEditOutcome {
  const anew = new Set<string>();
  for (;;) {
    const edits = editsTowards(tree, path, wanted, anew);
    const outcome = editTree(tree, edits);
    if (!('problem' in outcome) || outcome.problem.code !== 'edit.unusual') return outcome;
    let above = edits[outcome.problem.edit]?.path.slice(0, -1) ?? [];
    while (anew.has(JSON.stringify(above))) above = above.slice(0, -1);
    if (above.length < path.length) return outcome;
    anew.add(JSON.stringify(above));
  }
}

/** The fewest edits that lead there; what stands at the paths in `anew` is written as a whole. */
export function editsTowards(
  tree: YamlTree,
  path: YamlPath,
  wanted: PlainValue,
  anew: ReadonlySet<string> = new Set(),
): YamlEdit[] {
  return towards({ tree, anew }, path, nodeAt(tree, path), wanted);
}

function nodeAt(tree: YamlTree, path: YamlPath): Node | null {
  return path.reduce<Node | null>((node, step) => {
    if (typeof step === 'number') return itemsOf(tree, node)?.[step] ?? null;
    const map = follow(tree, node);
    const pair = isMap(map) ? ownPair(tree, map, step) : undefined;
    if (pair) return nodeOf(pair.value);
    return fieldsOf(tree, map)?.find(({ name }) => name === step)?.value ?? null;
  }, tree.root);
}

interface How {
  tree: YamlTree;
  anew: ReadonlySet<string>;
}

function towards(how: How, path: YamlPath, present: Node | null, wanted: PlainValue): YamlEdit[] {
  if (present && isSamePlain(plainValue(how.tree, present), wanted)) return [];
  const whole: YamlEdit[] = [{ kind: 'set', path, value: wanted }];
  if (how.anew.has(JSON.stringify(path))) return whole;
  if (isMap(present) && isPlainMap(wanted)) {
    const isBare = present.items.length === 0 || Object.keys(wanted).length === 0;
    return isBare ? whole : mapEdits(how, path, present, wanted);
  }
  if (isSeq(present) && isPlainList(wanted)) {
    const isBare = present.items.length === 0 || wanted.length === 0;
    return isBare || present.items.length * wanted.length > MOST_PAIRS
      ? whole
      : listEdits(how, path, present, wanted);
  }
  return whole;
}

/** What is taken away goes last, so that the map is never empty on the way. */
function mapEdits(
  how: How,
  path: YamlPath,
  map: YAMLMap,
  wanted: { readonly [key: string]: PlainValue },
): YamlEdit[] {
  const { tree } = how;
  const fields = fieldsOf(tree, map) ?? [];
  const edits: YamlEdit[] = [];
  for (const [name, value] of Object.entries(wanted)) {
    const field = fields.find((one) => one.name === name);
    const here = [...path, name];
    if (field && !field.merged) edits.push(...towards(how, here, field.value, value));
    // A key of its own comes before that of a `<<`.
    else if (!field || !isSamePlain(plainValue(tree, field.value), value)) {
      edits.push({ kind: 'set', path: here, value });
    }
  }
  for (const { name } of fields) {
    if (!Object.hasOwn(wanted, name)) edits.push({ kind: 'remove', path: [...path, name] });
  }
  return edits;
}

type Step = { kind: 'keep' } | { kind: 'gone'; at: number } | { kind: 'put'; at: number; value: PlainValue };

/** From the end on, so that the places before stay what they are. */
function listEdits(how: How, path: YamlPath, list: YAMLSeq, wanted: readonly PlainValue[]): YamlEdit[] {
  const edits: YamlEdit[] = [];
  const change = (run: readonly Step[]) => {
    const gone = run.flatMap((step) => (step.kind === 'gone' ? [step.at] : []));
    const put = run.flatMap((step) => (step.kind === 'put' ? [step] : []));
    const both = Math.min(gone.length, put.length);
    for (const step of put.slice(both).reverse()) {
      const at = (gone.at(-1) ?? step.at - 1) + 1;
      edits.push({ kind: 'insert', path: [...path, at], value: step.value });
    }
    for (const at of gone.slice(both).reverse()) edits.push({ kind: 'remove', path: [...path, at] });
    for (const [index, at] of gone.slice(0, both).entries()) {
      const step = put[index];
      if (step) edits.push(...towards(how, [...path, at], nodeOf(list.items[at]), step.value));
    }
  };
  let run: Step[] = [];
  for (const step of stepsBetween(
    list.items.map((item) => plainValue(how.tree, item)),
    wanted,
  ).reverse()) {
    if (step.kind !== 'keep') run.unshift(step);
    else {
      change(run);
      run = [];
    }
  }
  change(run);
  return edits;
}

/** The longest common part stays; `at` is a place in the present list. */
function stepsBetween(present: readonly PlainValue[], wanted: readonly PlainValue[]): Step[] {
  const width = wanted.length + 1;
  const isSame = present.map((item) => wanted.map((other) => isSamePlain(item, other)));
  const common = new Uint32Array((present.length + 1) * width);
  const longest = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = present.length - 1; i >= 0; i -= 1) {
    for (let j = wanted.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = isSame[i]?.[j]
        ? longest(i + 1, j + 1) + 1
        : Math.max(longest(i + 1, j), longest(i, j + 1));
    }
  }
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  while (i < present.length || j < wanted.length) {
    const value = wanted[j];
    if (isSame[i]?.[j]) {
      steps.push({ kind: 'keep' });
      i += 1;
      j += 1;
    } else if (value !== undefined && (i === present.length || longest(i, j + 1) > longest(i + 1, j))) {
      steps.push({ kind: 'put', at: i, value });
      j += 1;
    } else {
      steps.push({ kind: 'gone', at: i });
      i += 1;
    }
  }
  return steps;
}

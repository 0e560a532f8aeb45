import { isMap, type Pair, type YAMLMap } from 'yaml';
import { blockSpan, linesOfBlock } from '../editing/definition-blocks.ts';
import { type EditProblem, EditRefused, refuseUnreadable, unusual } from '../editing/edit-problem.ts';
import { indentOfPair, keySpanOf, lineEnding, ownPair } from '../editing/layout.ts';
import { patched } from '../editing/patch.ts';
import type { YamlPath } from '../editing/yaml-edit.ts';
import { isSameMeaning } from '../yaml/is-same-meaning.ts';
import { type Meaning, meaningOf } from '../yaml/meaning.ts';
import type { Span } from '../yaml/places.ts';
import { fieldsOf, follow, pythonText } from '../yaml/read-values.ts';
import { ANY_FILE, readYaml, type YamlTree } from '../yaml/yaml-tree.ts';
import { holderOf } from './written-definitions.ts';

/** The text with it, and the name that its lines give it. */
export type ReplacedDefinition = { text: string; name: string } | { problem: EditProblem };

/** Other lines in the place of a definition's, its comments among them; every other line stays and says what it said. */
export function replaceDefinition(
  text: string,
  section: YamlPath,
  { name, block }: { name: string; block: string },
): ReplacedDefinition {
  try {
    const tree = readYaml(text, ANY_FILE);
    refuseUnreadable(tree);
    const { map, pair } = writtenInLines(tree, section, name);
    const span = blockSpan(tree, map, pair);
    const lines = fittingLines(block, indentOfPair(tree, pair), lineEnding(text));
    const next = readYaml(patched(text, [{ ...span, text: lines }]), ANY_FILE);
    const to = nameBetween(next, section, { start: span.start, end: span.start + lines.length });
    if (to !== name && ownPair(tree, map, to))
      throw new EditRefused('edit.exists', `There is “${to}” already`);
    refuseFaults(next, () => true);
    if (!isSameBeside(meaningOf(tree), meaningOf(next), stepsTo(tree, [...section, name]))) {
      const message = 'Something in it is repeated elsewhere in the file, and would change there too';
      throw new EditRefused('edit.shared', message);
    }
    return { text: next.text, name: to };
  } catch (error) {
    if (error instanceof EditRefused) return { problem: error.problem };
    throw error;
  }
}

function writtenInLines(tree: YamlTree, section: YamlPath, name: string): { map: YAMLMap; pair: Pair } {
  const map = holderOf(tree, section);
  const pair = isMap(map) && !map.flow ? ownPair(tree, map, name) : undefined;
  if (!isMap(map) || !pair) throw unusual(`“${name}”`);
  return { map, pair };
}

/** As far in as the others are, without blank lines around. */
function fittingLines(block: string, indent: string, eol: string): string {
  const lines = linesOfBlock(block);
  const depth = lines.find((line) => !/^\s*(?:#|$)/.test(line))?.search(/\S/) ?? indent.length;
  const fitting = (line: string) =>
    depth === indent.length || line.trim() === ''
      ? line
      : indent + line.slice(Math.min(depth, line.search(/\S/)));
  return lines.map((line) => fitting(line) + eol).join('');
}

/** What the one definition between is called. */
function nameBetween(tree: YamlTree, section: YamlPath, { start, end }: Span): string {
  // A name that stands twice may be this one: that is told by itself.
  refuseFaults(tree, (code) => code !== 'duplicate-key');
  const map = holderOf(tree, section);
  const isBetween = (pair: Pair) => keySpanOf(pair).start >= start && keySpanOf(pair).start < end;
  const [own, another] = isMap(map) ? map.items.filter(isBetween) : [];
  const elsewhere = isMap(tree.root) && tree.root.items.some(isBetween);
  if (own && !another && !elsewhere) return pythonText(tree, own.key);
  const message = 'Write one name with a colon, and indented below it what it says';
  throw new EditRefused('edit.invalid-body', message);
}

type FaultCode = YamlTree['faults'][number]['code'];

function refuseFaults(tree: YamlTree, counts: (code: FaultCode) => boolean): void {
  const fault = tree.faults.find(({ code }) => counts(code));
  if (!fault) return;
  const { line } = tree.lines.place(fault.span);
  throw new EditRefused('edit.invalid-body', `${fault.message} (line ${line} of the file). ${fault.mend}`);
}

/** The way to a definition by places, which stay when it is renamed. */
function stepsTo(tree: YamlTree, path: YamlPath): number[] {
  let node: unknown = tree.root;
  return path.map((step) => {
    const fields = fieldsOf(tree, follow(tree, node)) ?? [];
    const at = fields.findIndex(({ name }) => name === step);
    node = fields[at]?.value;
    return at;
  });
}

/** Whether all is the same but what the way leads to. */
function isSameBeside(before: Meaning, after: Meaning, [step, ...rest]: readonly number[]): boolean {
  if (step === undefined) return true;
  if (before.type !== 'map' || after.type !== 'map') return false;
  if (before.entries.length !== after.entries.length) return false;
  return before.entries.every(([key, value], at) => {
    const [otherKey, other] = after.entries[at] ?? [];
    if (!otherKey || !other) return false;
    if (at === step && rest.length === 0) return true;
    if (!isSameMeaning(key, otherKey)) return false;
    return at === step ? isSameBeside(value, other, rest) : isSameMeaning(value, other);
  });
}

import { isMap, isScalar, isSeq } from 'yaml';
import type { EditProblem } from '../editing/edit-problem.ts';
import { editYaml } from '../editing/edit-yaml.ts';
import type { YamlEdit, YamlPath, YamlValue } from '../editing/yaml-edit.ts';
import { pythonText } from '../yaml/read-values.ts';
import { isMergeKey, readYaml } from '../yaml/yaml-tree.ts';

/** Blank (null) takes the key or item away whose whole value the variable is. */
export type TemplateValues = Readonly<Record<string, YamlValue>>;

const VARIABLE = /<<(\w+)>>/g;
const WHOLE = /^<<(\w+)>>$/;

/**
 * The body of a block with values in place of `<<variables>>`, as edits of its text: comments and quotes stay. Names
 * that are not given stay as they are, since Kometa has variables of its own.
 */
export function fillTemplate(
  yaml: string,
  values: TemplateValues,
): { text: string } | { problem: EditProblem } {
  const edits = editsOf(yaml, values);
  const filled = editYaml(yaml, edits);
  return 'problem' in filled ? { problem: filled.problem } : filled;
}

/** The same in one line of text, as a name. */
export function fillText(text: string, values: TemplateValues): string {
  return text.replace(VARIABLE, (written, name: string) =>
    Object.hasOwn(values, name) ? told(values[name] ?? null) : written,
  );
}

/** The variables that a text speaks of. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map(([, name]) => name ?? ''))];
}

function editsOf(yaml: string, values: TemplateValues): YamlEdit[] {
  const tree = readYaml(yaml);
  const [sets, removals, renames]: YamlEdit[][] = [[], [], []];
  const walk = (node: unknown, path: YamlPath): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (isMergeKey(key)) continue;
        const name = pythonText(tree, key);
        walk(value, [...path, name]);
        const to = fillText(name, values);
        // What is deeper comes first: its path has the name as it was.
        if (to !== name) renames?.push({ kind: 'rename', path: [...path, name], to });
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, at) => {
        walk(item, [...path, at]);
      });
    } else if (isScalar(node) && typeof node.value === 'string') {
      const whole = WHOLE.exec(node.value)?.[1];
      if (whole !== undefined && Object.hasOwn(values, whole)) {
        const value = values[whole] ?? null;
        if (value === null) removals?.push({ kind: 'remove', path });
        else sets?.push({ kind: 'set', path, value });
        return;
      }
      const text = fillText(node.value, values);
      if (text !== node.value) sets?.push({ kind: 'set', path, value: text });
    }
  };
  walk(tree.root, []);
  // From the end, so that places in lists stay what they are.
  return [...(sets ?? []), ...(removals ?? []).reverse(), ...(renames ?? [])];
}

const told = (value: YamlValue): string =>
  Array.isArray(value) ? value.map(told).join(', ') : value === null ? '' : String(value);

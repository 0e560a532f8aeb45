import { isMap, isSeq } from 'yaml';
import { isList, isScalarValue, type YamlPath, type YamlValue } from '../editing/yaml-edit.ts';
import { type Field, fieldsOf, follow, itemsOf } from '../yaml/read-values.ts';
import { ANY_FILE, readYaml, spanOf, type YamlTree } from '../yaml/yaml-tree.ts';

/** What a form shows of a YAML text. */
export type FormDocument =
  | {
      values: YamlValue /** The line of a key or an item, from 1; the nearest above it where it is not there. */;
      lineOf(path: YamlPath): number;
    }
  | { fault: { message: string; line: number } };

export function readFormDocument(text: string): FormDocument {
  const tree = readYaml(text, ANY_FILE);
  const fault = tree.faults[0];
  if (fault) return { fault: { message: fault.message, line: tree.lines.place(fault.span).line } };
  return { values: plainValue(tree, tree.root), lineOf: (path) => lineOf(tree, path) };
}

/** Plain data; maps have no prototype, so that no key is special. */
function plainValue(tree: YamlTree, node: unknown): YamlValue {
  const items = itemsOf(tree, node);
  if (items) return items.map((item) => plainValue(tree, item));
  const fields = fieldsOf(tree, node);
  if (fields) {
    const values: Record<string, YamlValue> = Object.create(null);
    for (const field of fields) values[field.name] = plainValue(tree, field.value);
    return values;
  }
  const target = follow(tree, node);
  const value: unknown = target && 'value' in target ? target.value : null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'bigint' ? String(value) : null;
}

function lineOf(tree: YamlTree, path: YamlPath): number {
  let node: unknown = tree.root;
  let span = { start: 0, end: 0 };
  for (const step of path) {
    const target = follow(tree, node);
    let next: unknown;
    if (isSeq(target) && typeof step === 'number') {
      next = target.items[step];
      span = spanOf(next) ?? span;
    } else if (isMap(target)) {
      const field: Field | undefined = fieldsOf(tree, target)?.find(({ name }) => name === String(step));
      next = field?.value;
      span = spanOf(field?.key) ?? span;
    }
    if (next === undefined) break;
    node = next;
  }
  return tree.lines.place(span).line;
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(values: YamlValue | undefined, path: YamlPath): YamlValue | undefined {
  let now = values;
  for (const step of path) {
    if (now === undefined || isScalarValue(now)) return undefined;
    if (isList(now)) now = typeof step === 'number' ? now[step] : undefined;
    else now = Object.hasOwn(now, step) ? now[step] : undefined;
  }
  return now;
}

import { valueLines } from '../editing/write-block.ts';
import { isList, isScalarValue, type YamlEdit, type YamlPath, type YamlValue } from '../editing/yaml-edit.ts';
import { readFormDocument } from './form-document.ts';

/** A value as YAML of its own. */
export const writeYamlValue = (value: YamlValue): string => valueLines(value).join('\n');

/** What somebody wrote as YAML of its own. */
export function readYamlValue(text: string): { value: YamlValue } | { message: string; line: number } {
  const document = readFormDocument(text);
  return 'fault' in document ? document.fault : { value: document.values };
}

/** The edits that make one value the other, each as deep as can be: what stays the same is not written again. */
export function editsBetween(path: YamlPath, before: YamlValue | undefined, after: YamlValue): YamlEdit[] {
  const whole: YamlEdit[] = [{ kind: 'set', path, value: after }];
  if (before === undefined || isScalarValue(before) || isScalarValue(after)) {
    return before === after ? [] : whole;
  }
  if (isList(before) || isList(after)) {
    if (!isList(before) || !isList(after) || before.length === 0 || after.length === 0) {
      return JSON.stringify(before) === JSON.stringify(after) ? [] : whole;
    }
    const shared = Math.min(before.length, after.length);
    return [
      ...after.slice(0, shared).flatMap((item, at) => editsBetween([...path, at], before[at], item)),
      ...before
        .slice(shared)
        .map((_, at): YamlEdit => ({ kind: 'remove', path: [...path, before.length - 1 - at] })),
      ...after
        .slice(shared)
        .map((value, at): YamlEdit => ({ kind: 'insert', path: [...path, shared + at], value })),
    ];
  }
  const [was, is] = [Object.keys(before), Object.keys(after)];
  if (!was.some((name) => name in after)) return whole;
  return [
    ...is.flatMap((name) => editsBetween([...path, name], before[name], after[name] ?? null)),
    ...was
      .filter((name) => !Object.hasOwn(after, name))
      .map((name): YamlEdit => ({ kind: 'remove', path: [...path, name] })),
  ];
}

import { editYaml, type YamlEditOutcome } from '../editing/edit-yaml.ts';
import { isList, isScalarValue, type YamlEdit, type YamlPath, type YamlValue } from '../editing/yaml-edit.ts';
import { readFormDocument, valueAt } from './form-document.ts';

/**
 * Carries out what somebody did in a form. Beyond `editYaml`: what is above a value is made where it is not there yet, a list
 * that is to get its first item too; and what has lost its last key goes, unless it is one of those that stay.
 */
export function editForm(
  text: string,
  edits: readonly YamlEdit[],
  stays: (path: YamlPath) => boolean = () => false,
): YamlEditOutcome {
  let now = text;
  for (const [at, edit] of edits.entries()) {
    const document = readFormDocument(now);
    const values = 'values' in document ? document.values : null;
    const outcome = editYaml(now, [fitted(values, edit, stays)]);
    if ('problem' in outcome) return { problem: { ...outcome.problem, edit: at } };
    now = outcome.text;
  }
  return { text: now };
}

type Stays = (path: YamlPath) => boolean;

function fitted(values: YamlValue, edit: YamlEdit, stays: Stays): YamlEdit {
  if (edit.kind === 'set' || edit.kind === 'insert') return grown(values, edit);
  return edit.kind === 'remove' ? { kind: 'remove', path: pruned(values, edit.path, stays) } : edit;
}

const isEmpty = (value: YamlValue) =>
  !isScalarValue(value) && (isList(value) ? value : Object.keys(value)).length === 0;

/** The deepest thing that is there gets all that is missing below it at once. */
function grown(
  values: YamlValue,
  { kind, path, value }: Extract<YamlEdit, { kind: 'set' | 'insert' }>,
): YamlEdit {
  for (let depth = path.length - 1; depth > 0; depth -= 1) {
    const holder = valueAt(values, path.slice(0, depth));
    if (holder === undefined || holder === null) continue;
    const below = path.slice(depth);
    // `{}` and `[]` become what one writes by hand.
    if (isEmpty(holder)) return { kind: 'set', path: path.slice(0, depth), value: nested(below, value) };
    const inner = nested(below.slice(1), value);
    const step = below[0] ?? '';
    const isNew =
      isList(holder) &&
      (kind === 'insert' ? below.length === 1 : typeof step === 'number' && !(step in holder));
    return { kind: isNew ? 'insert' : 'set', path: path.slice(0, depth + 1), value: inner };
  }
  const [first = '', ...rest] = path;
  return { kind: 'set', path: [first], value: nested(rest, value) };
}

function nested(path: YamlPath, value: YamlValue): YamlValue {
  return path.reduceRight<YamlValue>(
    (inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }),
    value,
  );
}

function pruned(values: YamlValue, path: YamlPath, stays: Stays): YamlPath {
  const above = path.slice(0, -1);
  if (above.length === 0 || stays(above)) return path;
  const holder = valueAt(values, above);
  if (holder === undefined || isScalarValue(holder ?? null)) return path;
  const count = (isList(holder) ? holder : Object.keys(holder ?? {})).length;
  return count === 1 ? pruned(values, above, stays) : path;
}

import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { writeValue } from '../../editing/write-value.ts';
import type { KeyTable, ValueSpec } from '../../model/key-spec.ts';
import { readSchedule } from '../../schedules/read-schedule.ts';
import { ScheduleFault, type ScheduleTrouble } from '../../schedules/schedule.ts';
import {
  type Field,
  fieldsOf,
  follow,
  isBlank,
  itemsOf,
  keySpan,
  plainOf,
  pythonInteger,
  pythonText,
} from '../../yaml/read-values.ts';
import type { Diagnostic, Fix } from '../diagnostic.ts';
import { replaceWith } from '../fixes.ts';
import {
  type Check,
  holdsVariable,
  isVariable,
  type Path,
  plainFields,
  spanAt,
  tellUnknown,
  tellWrongLibrary,
} from './check.ts';

type Place = Field & { path: Path };

/** Tells where a value is not what the key takes. */
export function checkValue(check: Check, place: Place, spec: ValueSpec): void {
  judge(check, place.value, place, spec);
}

function judge(check: Check, node: Node | null, place: Place, spec: ValueSpec): void {
  const { tree } = check;
  // Kometa takes its default for nothing, and what a variable stands for is not known yet.
  if (spec.type === 'any' || isBlank(tree, node)) return;
  if (!isMap(follow(tree, node)) && !isSeq(follow(tree, node)) && isVariable(check, node)) return;
  switch (spec.type) {
    case 'either':
      judgeEither(check, node, place, spec.of);
      return;
    case 'list':
      judgeList(check, node, place, spec);
      return;
    case 'map':
      judgeMap(check, node, place, spec.keys, spec.open ?? false);
      return;
    case 'dictionary':
      if (!fieldsOf(tree, node)) {
        tell(check, node, place, 'keys with values');
        return;
      }
      for (const entry of plainFields(check, node, place.path)) judge(check, entry.value, entry, spec.of);
      return;
    case 'schedule':
      judgeSchedule(check, node, place);
      return;
    default: {
      const wanted = troubleOf(check, node, spec);
      if (wanted) tell(check, node, place, wanted, [spec]);
    }
  }
}

/** What was wanted instead of it; null when it is right. */
function troubleOf(check: Check, node: Node | null, spec: ValueSpec): string | null {
  if (!isScalar(follow(check.tree, node))) return spec.type === 'text' ? 'a text' : 'one value';
  return wantedOf(pythonText(check.tree, node).trim(), spec);
}

function wantedOf(written: string, spec: ValueSpec): string | null {
  switch (spec.type) {
    case 'boolean':
      return /^(?:true|false|t|f|yes|no|y|n|-?\d+)$/i.test(written) ? null : 'true or false';
    case 'integer':
      return between(pythonInteger(written), spec) ? null : `a whole number${rangeOf(spec)}`;
    case 'number':
      return between(decimal(written), spec) ? null : `a number${rangeOf(spec)}`;
    case 'choice': {
      const same = (word: string) =>
        spec.anyCase ? word.toLowerCase() === written.toLowerCase() : word === written;
      return spec.of.some(same) ? null : `one of ${spec.of.join(', ')}`;
    }
    case 'date':
      return /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\/\d{1,2}\/\d{4})/.test(written)
        ? null
        : 'a day, as 2024-12-31';
    case 'either': {
      const wanted = spec.of.map((one) => wantedOf(written, one));
      return wanted.includes(null) ? null : wanted.join(', or ');
    }
    default:
      return null;
  }
}

const decimal = (text: string): number | null =>
  /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : null;

const between = (value: number | null, { min, max }: { min?: number; max?: number }): boolean =>
  value !== null && value >= (min ?? Number.NEGATIVE_INFINITY) && value <= (max ?? Number.POSITIVE_INFINITY);

function rangeOf({ min, max }: { min?: number; max?: number }): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return `, ${min} or more`;
  return max === undefined ? '' : `, ${max} or less`;
}

function tell(
  check: Check,
  node: Node | null,
  place: Place,
  wanted: string,
  specs: readonly ValueSpec[] = [],
): void {
  const fix = nearWord(check, node, place, specs);
  check.report({
    severity: 'error',
    code: 'definition.wrong-value',
    message: `${place.name} takes ${wanted}`,
    span: spanAt(node, place),
    path: place.path,
    ...(fix ? { fix } : {}),
  });
}

/** The word that was meant, of those that may stand there. */
function nearWord(
  check: Check,
  node: Node | null,
  place: Place,
  specs: readonly ValueSpec[],
): Fix | undefined {
  const words = specs.flatMap((spec) => (spec.type === 'choice' ? spec.of : []));
  if (words.length === 0 || !isScalar(follow(check.tree, node))) return undefined;
  const near = check.suggest(pythonText(check.tree, node).trim(), words);
  return near === null
    ? undefined
    : replaceWith(spanAt(node, place), writeValue(near, 'braces'), `Write ${near}`);
}

function judgeList(
  check: Check,
  node: Node | null,
  place: Place,
  spec: Extract<ValueSpec, { type: 'list' }>,
): void {
  const items = itemsOf(check.tree, node);
  if (items) {
    for (const [at, item] of items.entries()) {
      judge(check, item, { ...place, path: [...place.path, at] }, spec.of);
    }
    return;
  }
  if (!spec.oneIsEnough) {
    tell(check, node, place, 'a list');
    return;
  }
  const one = follow(check.tree, node);
  const words = spec.comma && isScalar(one) ? String(one.value).split(',') : [];
  if (words.length < 2) {
    judge(check, node, place, spec.of);
    return;
  }
  const wanted = words.map((word) => wantedOf(word.trim(), spec.of)).find((trouble) => trouble !== null);
  if (wanted) tell(check, node, place, wanted);
}

function judgeMap(check: Check, node: Node | null, place: Place, keys: KeyTable, open: boolean): void {
  if (!fieldsOf(check.tree, node)) {
    tell(check, node, place, 'keys with values');
    return;
  }
  tellMissing(check, node, place, keys);
  for (const field of plainFields(check, node, place.path)) {
    const name = field.name.toLowerCase();
    const spec = Object.hasOwn(keys, name) ? keys[name] : undefined;
    if (spec) {
      if (!tellWrongLibrary(check, field, spec.libraries)) checkValue(check, field, spec.value);
    } else if (!open) {
      tellUnknown(check, field, {
        code: 'definition.unknown-key',
        message: `Kometa does not know ${field.name} in ${place.name}`,
        names: Object.keys(keys),
      });
    }
  }
}

function tellMissing(check: Check, node: Node | null, place: Place, keys: KeyTable): void {
  const written = (fieldsOf(check.tree, node) ?? []).map(({ name }) => name.toLowerCase());
  // What a variable in a key becomes may be what is missing.
  if (written.some(holdsVariable)) return;
  for (const [name, spec] of Object.entries(keys)) {
    if (!spec.required || written.includes(name)) continue;
    check.report({
      severity: 'error',
      code: 'definition.missing-key',
      message: `${place.name} needs ${name}`,
      span: keySpan(place),
      path: place.path,
    });
  }
}

/** The troubles of what it comes nearest to. */
function judgeEither(check: Check, node: Node | null, place: Place, of: readonly ValueSpec[]): void {
  const troubles = of.map((spec) => {
    const found: Diagnostic[] = [];
    judge({ ...check, report: (one) => found.push(one) }, node, place, spec);
    return { spec, found };
  });
  if (troubles.some(({ found }) => found.length === 0)) return;
  const shaped = troubles.filter(({ spec }) => isMap(follow(check.tree, node)) === (spec.type === 'map'));
  if (shaped.length === 1) {
    for (const one of shaped[0]?.found ?? []) check.report(one);
    return;
  }
  const wanted = troubles.map(({ found }) => found[0]?.message.replace(`${place.name} takes `, '') ?? '');
  tell(check, node, place, [...new Set(wanted)].join(', or '), of);
}

function judgeSchedule(check: Check, node: Node | null, place: Place): void {
  const report = (severity: Diagnostic['severity'], { message, mend }: ScheduleTrouble) =>
    check.report({
      severity,
      code: 'definition.schedule',
      message: `${message}. ${mend}`,
      span: spanAt(node, place),
      path: place.path,
    });
  try {
    for (const condition of readSchedule(plainOf(check.tree, node)).conditions) {
      if (condition.kind === 'misunderstood') report('warning', condition.trouble);
    }
  } catch (fault) {
    if (!(fault instanceof ScheduleFault)) throw fault;
    report('error', fault.trouble);
  }
}

import { isScalar, type Scalar } from 'yaml';
import type { ValueSpec } from '../model/key-spec.ts';
import {
  type Field,
  fieldsOf,
  follow,
  isBlank,
  itemsOf,
  pythonInteger,
  pythonText,
  valueSpan,
} from '../yaml/read-values.ts';
import { spanOf } from '../yaml/yaml-tree.ts';
import { type Around, checkKeys, keyNamed } from './check-keys.ts';
import { checkSchedule } from './check-schedule.ts';
import { aside, type Checking, holdsPlaceholder, type Spot } from './checking.ts';
import type { Fix } from './diagnostic.ts';
import { replaceWith } from './fixes.ts';
import { nearestName } from './nearest.ts';
import { saySpec } from './say-spec.ts';

type Of<Type extends ValueSpec['type']> = Extract<ValueSpec, { type: Type }>;

const YES = /^(?:yes|y|on|true|1)$/i;
const NO = /^(?:no|n|off|false|0)$/i;
const DATE = /^(?:today|\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/]\d{1,2}[-/]\d{4})/i;

/** Reports what Kometa would not take. What is blank, or filled in only when Kometa starts, is taken. */
export function checkValue(checking: Checking, spot: Spot, spec: ValueSpec): void {
  const { tree } = checking;
  const node = follow(tree, spot.node);
  if (spec.type === 'any' || isBlank(tree, node)) return;
  if (isScalar(node) && holdsPlaceholder(String(node.value))) return;
  if (spec.type === 'schedule') checkSchedule(checking, spot);
  else if (spec.type === 'list') checkList(checking, spot, spec);
  else if (spec.type === 'map') checkMap(checking, spot, spec);
  else if (spec.type === 'dictionary') checkDictionary(checking, spot, spec);
  else if (spec.type === 'either') checkEither(checking, spot, spec);
  else checkScalar(checking, spot, spec);
}

/** The value of a field, under its name. */
function spotOf(parent: Spot, field: Field): Spot {
  return { node: field.value, span: valueSpan(field), path: [...parent.path, field.name] };
}

function wrongType(checking: Checking, { span, path }: Spot, spec: ValueSpec, fix?: Fix): void {
  checking.report({
    severity: 'error',
    code: `${checking.part}.wrong-type`,
    message: `${nameOf(path)} must be ${saySpec(spec)}`,
    span,
    path,
    ...(fix ? { fix } : {}),
  });
}

function nameOf(path: Spot['path']): string {
  const name = path.findLast((step) => typeof step === 'string');
  return name === undefined ? 'This' : String(name);
}

type ScalarSpec = Exclude<ValueSpec, { type: 'any' | 'schedule' | 'list' | 'map' | 'dictionary' | 'either' }>;

function checkScalar(checking: Checking, spot: Spot, spec: ScalarSpec): void {
  const node = follow(checking.tree, spot.node);
  if (!isScalar(node)) {
    wrongType(checking, spot, spec);
    return;
  }
  const text = pythonText(checking.tree, node);
  if (fits(node, text, spec)) return;
  const now = spec.type === 'choice' ? spec.old?.[text] : undefined;
  if (now !== undefined) sayOldWord(checking, spot, text, now);
  else wrongType(checking, spot, spec, scalarFix(spot, text, spec));
}

function fits(node: Scalar, text: string, spec: ScalarSpec): boolean {
  switch (spec.type) {
    case 'text':
      return true;
    case 'boolean':
      return typeof node.value === 'boolean';
    case 'integer': {
      const number = typeof node.value === 'number' || spec.fromText ? pythonInteger(text) : null;
      return number !== null && inRange(number, spec);
    }
    case 'number':
      return isNumber(node, spec.fromText) && inRange(Number(text), spec);
    case 'choice':
      return spec.of.includes(spec.anyCase ? text.toLowerCase() : text);
    case 'date':
      return DATE.test(text);
  }
}

/** What was meant, where that is plain. */
function scalarFix({ span }: Spot, text: string, spec: ScalarSpec): Fix | undefined {
  const write = (meant: string) => replaceWith(span, meant, `Write ${meant}`);
  if (spec.type === 'boolean') {
    if (YES.test(text)) return write('true');
    return NO.test(text) ? write('false') : undefined;
  }
  if (spec.type === 'integer') {
    const number = pythonInteger(text.replace(/\.0$/, ''));
    return number !== null && inRange(number, spec) ? write(String(number)) : undefined;
  }
  if (spec.type !== 'choice') return undefined;
  const near = nearestName(text, spec.of);
  return near === null ? undefined : write(near);
}

function sayOldWord({ part, report }: Checking, { span, path }: Spot, text: string, now: string): void {
  report({
    severity: 'warning',
    code: `${part}.renamed-value`,
    message: `${text} is called ${now} now; Kometa still reads the old word`,
    span,
    path,
    fix: replaceWith(span, now, `Write ${now}`),
  });
}

function isNumber({ value }: Scalar, fromText = false): boolean {
  if (typeof value === 'number') return true;
  return fromText && typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
}

function inRange(number: number, { min, max }: { min?: number; max?: number }): boolean {
  return (min === undefined || number >= min) && (max === undefined || number <= max);
}

function checkList(checking: Checking, spot: Spot, spec: Of<'list'>): void {
  const { tree } = checking;
  const items = itemsOf(tree, spot.node);
  if (items) {
    for (const [index, item] of items.entries()) {
      const span = spanOf(item) ?? spot.span;
      checkValue(checking, { node: item, span, path: [...spot.path, index] }, spec.of);
    }
    return;
  }
  const node = follow(tree, spot.node);
  if (spec.comma && isScalar(node) && typeof node.value === 'string' && node.value.includes(',')) {
    checkParts(checking, spot, spec, node.value);
  } else if (spec.oneIsEnough) checkValue(checking, spot, spec.of);
  else wrongType(checking, spot, spec);
}

/** A text with commas; its parts have no places of their own. */
function checkParts(checking: Checking, spot: Spot, spec: Of<'list'>, text: string): void {
  const { of } = spec;
  const isTaken = (part: string) => {
    if (of.type === 'choice') return of.of.includes(of.anyCase ? part.toLowerCase() : part);
    return of.type !== 'integer' || pythonInteger(part) !== null;
  };
  if (!text.split(',').every((part) => isTaken(part.trim()))) wrongType(checking, spot, spec);
}

function checkMap(checking: Checking, spot: Spot, spec: Of<'map'>, around: Around | null = null): void {
  const fields = fieldsOf(checking.tree, spot.node);
  if (!fields) {
    wrongType(checking, spot, spec);
    return;
  }
  if (!spec.open) checkKeys(checking, spot, spec.keys, fields, around);
  for (const field of fields) {
    const key = keyNamed(spec.keys, field.name);
    if (!key || key.ignored !== undefined || key.refused !== undefined) continue;
    const inner = spotOf(spot, field);
    if (key.value.type === 'map' && !isBlank(checking.tree, field.value)) {
      checkMap(checking, inner, key.value, { keys: spec.keys, field, siblings: fields });
    } else checkValue(checking, inner, key.value);
  }
}

function checkDictionary(checking: Checking, spot: Spot, spec: Of<'dictionary'>): void {
  const fields = fieldsOf(checking.tree, spot.node);
  if (!fields) {
    wrongType(checking, spot, spec);
    return;
  }
  for (const field of fields) checkValue(checking, spotOf(spot, field), spec.of);
}

/** Taken when one way to read it is without errors; else what is wrong with the way that was most likely meant. */
function checkEither(checking: Checking, spot: Spot, spec: Of<'either'>): void {
  const readings = spec.of.map((one) => {
    const { checking: trial, found } = aside(checking);
    checkValue(trial, spot, one);
    return { found, deeper: found.some(({ path }) => path.length > spot.path.length) };
  });
  const best =
    readings.find(({ found }) => found.every(({ severity }) => severity !== 'error')) ??
    readings.find(({ deeper }) => deeper);
  if (best) {
    for (const diagnostic of best.found) checking.report(diagnostic);
    return;
  }
  const fix = readings.flatMap(({ found }) => found).find((one) => one.fix)?.fix;
  wrongType(checking, spot, spec, fix);
}

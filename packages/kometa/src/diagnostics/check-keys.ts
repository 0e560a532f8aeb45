import type { KeySpec, KeyTable } from '../model/key-spec.ts';
import { shown } from '../overlays/problems.ts';
import { type Field, fieldsOf, isBlank, keySpan } from '../yaml/read-values.ts';
import type { Checking, Path, Spot } from './checking.ts';
import type { Diagnostic, Fix } from './diagnostic.ts';
import { moveBelow, moveOut, removeField, renameKey } from './fixes.ts';
import { nearestName } from './nearest.ts';

/** The map around the one that is checked, so that a key that belongs there is known. */
export interface Around {
  keys: KeyTable;
  /** The field of the outer map that holds the inner one. */
  field: Field;
  siblings: readonly Field[];
}

/** Of one map: a map with more is something else. */
const MAX_UNKNOWN = 200;

/** What is wrong with the names of a map's keys: unknown, old, ignored and misplaced ones, and missing ones. */
export function checkKeys(
  checking: Checking,
  spot: Spot,
  keys: KeyTable,
  fields: readonly Field[],
  around: Around | null,
): void {
  const free = currentNames(keys, fields);
  let unknowns = 0;
  for (const field of fields) {
    const place = { field, path: [...spot.path, field.name], fields, keys, free, around };
    const key = keyNamed(keys, field.name);
    if (!key) {
      unknowns += 1;
      if (unknowns <= MAX_UNKNOWN)
        checking.report(whereItBelongs(checking, place) ?? unknown(checking, place));
    } else if (key.refused !== undefined) sayRefused(checking, place, key.refused);
    else if (key.ignored !== undefined) sayIgnored(checking, place, key.ignored);
    else {
      if (key.renamedTo !== undefined) sayRenamed(checking, place, key.renamedTo);
      if (key.movedTo !== undefined) sayMoved(checking, place, key.movedTo);
      if (key.required && isBlank(checking.tree, field.value)) sayBlank(checking, place);
    }
  }
  for (const [name, key] of Object.entries(keys)) {
    if (key.required && !fields.some((field) => field.name === name)) sayMissing(checking, spot, name);
  }
}

export function keyNamed(keys: KeyTable, name: string): KeySpec | undefined {
  return Object.hasOwn(keys, name) ? keys[name] : undefined;
}

interface Place {
  field: Field;
  path: Path;
  fields: readonly Field[];
  keys: KeyTable;
  /** Names of the table that are not written yet. */
  free: readonly string[];
  around: Around | null;
}

function sayRefused({ part, report }: Checking, { field, path }: Place, why: string): void {
  report({
    severity: 'error',
    code: `${part}.wrong-place`,
    message: `Kometa stops at ${field.name} here: ${why}`,
    span: keySpan(field),
    path,
  });
}

function sayBlank({ part, report }: Checking, { field, path }: Place): void {
  report({
    severity: 'warning',
    code: `${part}.blank-required`,
    message: `${field.name} is blank; Kometa needs it`,
    span: keySpan(field),
    path,
  });
}

function sayMissing({ part, report, tree }: Checking, spot: Spot, name: string): void {
  const section = spot.path.at(-1);
  const first = fieldsOf(tree, spot.node)?.[0];
  report({
    severity: 'error',
    code: `${part}.missing-key`,
    message: `${name} is missing${typeof section === 'string' ? ` in ${section}` : ''}; Kometa needs it`,
    span: first ? keySpan(first) : spot.span,
    path: spot.path,
  });
}

function sayIgnored({ part, tree, report }: Checking, { field, path }: Place, why: string): void {
  report(
    withFix(
      {
        severity: 'warning',
        code: `${part}.ignored-key`,
        message: `Kometa does not look at ${field.name} here: ${why}`,
        span: keySpan(field),
        path,
      },
      removeField(tree, field),
    ),
  );
}

function sayRenamed({ part, report }: Checking, { field, path, fields }: Place, name: string): void {
  const taken = fields.some((other) => other.name === name);
  report(
    withFix(
      {
        severity: 'warning',
        code: `${part}.renamed-key`,
        message: `${field.name} is called ${name} now; Kometa still reads the old name`,
        span: keySpan(field),
        path,
      },
      taken ? undefined : renameKey(field, name),
    ),
  );
}

function sayMoved({ part, tree, report }: Checking, { field, path, around }: Place, section: string): void {
  report(
    withFix(
      {
        severity: 'warning',
        code: `${part}.moved-key`,
        message: `${field.name} belongs below ${section} now; Kometa still reads it here`,
        span: keySpan(field),
        path,
      },
      around && keyNamed(around.keys, section)
        ? moveBelow(tree, { siblings: around.siblings, before: around.field, section }, field)
        : undefined,
    ),
  );
}

function unknown({ part, tree }: Checking, { field, path, free }: Place): Diagnostic {
  const at = { code: `${part}.unknown-key`, span: keySpan(field), path };
  const name = shown(field.name);
  const near = nearestName(field.name, free);
  if (near !== null) {
    const message = `Kometa knows no ${name} here; it seems that ${near} is meant`;
    return withFix({ ...at, severity: 'error', message }, renameKey(field, near));
  }
  const message = `Kometa knows no ${name} here and does not look at it`;
  return withFix({ ...at, severity: 'warning', message }, removeField(tree, field));
}

/** For a key that the map around knows, or exactly one of the sections beside it. */
function whereItBelongs({ part, tree }: Checking, place: Place): Diagnostic | null {
  const { field, path, fields, keys, around } = place;
  const at = { severity: 'error', code: `${part}.wrong-place`, span: keySpan(field), path } as const;
  const outer = around ? keyNamed(around.keys, field.name) : undefined;
  if (around && outer && outer.ignored === undefined && outer.refused === undefined) {
    const message = `${field.name} does not belong below ${around.field.name}, but beside it`;
    const taken = around.siblings.some(({ name }) => name === field.name);
    return withFix({ ...at, message }, taken ? undefined : moveOut(tree, around.field, field));
  }
  const homes = homesOf(field.name, keys);
  const [home] = homes;
  if (home === undefined || homes.length > 1) return null;
  const { section, each } = home;
  const message = `${field.name} belongs below ${each ? `one of the ${section}` : section}; Kometa does not look at it here`;
  const fix = each ? undefined : moveBelow(tree, { siblings: fields, before: field, section }, field);
  return withFix({ ...at, message }, fix);
}

/** What a name may be mistaken for: neither an old name nor one that stands there already. */
function currentNames(keys: KeyTable, fields: readonly Field[]): string[] {
  const taken = new Set(fields.map(({ name }) => name));
  return Object.entries(keys).flatMap(([name, key]) =>
    key.renamedTo === undefined &&
    key.movedTo === undefined &&
    key.ignored === undefined &&
    key.refused === undefined &&
    !taken.has(name)
      ? [name]
      : [],
  );
}

/** Sections beside the key that know it; `each`: those that hold such maps under names of their own. */
function homesOf(name: string, keys: KeyTable): { section: string; each: boolean }[] {
  return Object.entries(keys).flatMap(([section, { value, ignored }]) => {
    if (ignored !== undefined) return [];
    const inner = value.type === 'list' || value.type === 'dictionary' ? value.of : value;
    const key = inner.type === 'map' ? keyNamed(inner.keys, name) : undefined;
    const known =
      key && key.ignored === undefined && key.movedTo === undefined && key.renamedTo === undefined;
    return known ? [{ section, each: value.type === 'dictionary' }] : [];
  });
}

function withFix(diagnostic: Omit<Diagnostic, 'fix'>, fix: Fix | undefined): Diagnostic {
  return fix ? { ...diagnostic, fix } : diagnostic;
}

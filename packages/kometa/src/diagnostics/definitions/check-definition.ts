import { isMap, isScalar } from 'yaml';
import { BUILDERS, PHANTOM_BUILDER } from '../../model/definitions/builders.ts';
import { COLLECTION_KEYS } from '../../model/definitions/collection-keys.ts';
import type { FilterLevel } from '../../model/definitions/filters.ts';
import type { LibraryKind } from '../../model/definitions/library-kind.ts';
import { readKey } from '../../model/definitions/old-names.ts';
import { PLAYLIST_KEYS } from '../../model/definitions/playlist-keys.ts';
import { SEARCH_ATTRIBUTES } from '../../model/definitions/plex-search.ts';
import { SEARCH_SORTS } from '../../model/definitions/sorts.ts';
import type { KeyTable } from '../../model/key-spec.ts';
import {
  type Field,
  fieldsOf,
  follow,
  isBlank,
  itemsOf,
  keySpan,
  pythonText,
  valueSpan,
} from '../../yaml/read-values.ts';
import { spanOf } from '../../yaml/yaml-tree.ts';
import {
  type Check,
  isOff,
  isVariable,
  lenient,
  type Path,
  plainFields,
  tellOldName,
  tellUnknown,
  tellWrongLibrary,
} from './check.ts';
import { checkFilters } from './check-filters.ts';
import { checkAttribute, checkSearch } from './check-search.ts';
import { checkTemplateName } from './check-template-name.ts';
import { checkValue } from './check-value.ts';
import { checkWhole } from './check-whole.ts';

type Place = Field & { path: Path };

type Writes = 'collection' | 'playlist' | 'template';

/** Tells what is wrong in what a collection, a playlist, or a template of them writes. */
export function checkDefinition(check: Check, place: Place, writes: Writes, extra: KeyTable = {}): void {
  const written = fieldsOf(check.tree, place.value) ?? [];
  const known = { ...check, library: libraryOf(check, written) };
  const inner = isOff(check, written, 'validate_builders') ? lenient(known) : known;
  const keys = { ...(writes === 'playlist' ? PLAYLIST_KEYS : COLLECTION_KEYS), ...extra };
  const level = writes === 'template' ? null : levelOf(inner, written);
  for (const field of plainFields(check, place.value, place.path)) {
    checkKey(inner, field, { keys, writes, level });
  }
  if (writes !== 'template') checkWhole(check, place, writes);
}

interface Where {
  keys: KeyTable;
  writes: Writes;
  level: FilterLevel | null;
}

function checkKey(check: Check, field: Place, { keys, writes, level }: Where): void {
  const { name, modifier } = readKey(field.name);
  const full = `${name}${modifier}`;
  const spec = Object.hasOwn(keys, full) ? keys[full] : undefined;
  if (!spec) {
    if (writes !== 'playlist' && Object.hasOwn(SEARCH_ATTRIBUTES, name)) {
      checkAttribute(check, field);
      return;
    }
    tellNotAllowed(check, field, keys, writes);
    return;
  }
  if (spec.ignored && writes !== 'template') {
    check.report({
      severity: 'warning',
      code: 'definition.ignored-key',
      message: `Kometa passes ${field.name} over: ${spec.ignored}`,
      span: keySpan(field),
      path: field.path,
    });
    return;
  }
  if (tellWrongLibrary(check, field, spec.libraries)) return;
  tellOldName(check, field);
  if (name === 'filters') {
    checkFilters(check, field, level);
    return;
  }
  if (name === 'plex_search' || name === 'smart_filter' || name === 'smart_label') {
    checkSearch(check, field, level);
    return;
  }
  if (name === 'template') {
    checkCalls(check, field);
    return;
  }
  if (Object.hasOwn(BUILDERS, name) && tellBlank(check, field, name, writes)) return;
  checkValue(check, field, spec.value);
}

function tellNotAllowed(check: Check, field: Place, keys: KeyTable, writes: Writes): void {
  const { name } = readKey(field.name);
  if (writes === 'playlist' && Object.hasOwn(COLLECTION_KEYS, name)) {
    check.report({
      severity: check.unknown,
      code: 'definition.not-in-playlist',
      message: `Kometa does not take ${field.name} in a playlist`,
      span: keySpan(field),
      path: field.path,
    });
    return;
  }
  const phantom = name === PHANTOM_BUILDER;
  tellUnknown(check, field, {
    code: phantom ? 'definition.phantom-builder' : 'definition.unknown-key',
    message: phantom
      ? `${name} is documented, but Kometa has no such builder`
      : `Kometa does not know ${field.name}`,
    names: phantom ? [] : Object.keys(keys),
  });
}

function tellBlank(check: Check, field: Place, name: string, writes: Writes): boolean {
  if (writes === 'template' || BUILDERS[name]?.mayBeBlank || !isBlank(check.tree, field.value)) return false;
  check.report({
    severity: check.unknown,
    code: 'definition.blank-builder',
    message: `${field.name} has no value`,
    span: keySpan(field),
    path: field.path,
  });
  return true;
}

/** The kind of library it runs in, as far as that is known. */
function libraryOf(check: Check, fields: readonly Field[]): LibraryKind | null {
  const field = fields.find(({ name }) => readKey(name).name === 'run_definition');
  if (!field) return check.library;
  const written = pythonText(check.tree, field.value).toLowerCase();
  const kinds = (['movie', 'show', 'artist'] as const).filter((kind) => written.includes(kind));
  if (kinds.length === 0 || (check.library && kinds.includes(check.library))) return check.library;
  return kinds.length === 1 ? (kinds[0] ?? null) : null;
}

/** What the definition's items are; null when that may come from elsewhere. */
function levelOf(check: Check, fields: readonly Field[]): FilterLevel | null {
  if (fields.some(({ name }) => name.toLowerCase() === 'template')) return null;
  if (check.library === 'movie') return 'movie';
  const field = fields.find(({ name }) => readKey(name).name === 'builder_level');
  if (!field) return check.library;
  const written = pythonText(check.tree, field.value).toLowerCase();
  return Object.hasOwn(SEARCH_SORTS, written) ? (written as FilterLevel) : null;
}

/** Each call is a map that names its template; what else it holds are variables. */
function checkCalls(check: Check, field: Place): void {
  for (const call of itemsOf(check.tree, field.value) ?? [field.value]) {
    const written = follow(check.tree, call);
    if (isMap(written)) {
      const name = fieldsOf(check.tree, written)?.find((one) => one.name === 'name');
      if (name) checkTemplateName(check, name.value, field);
      else tellCall(check, field, call, 'A call of a template needs its name');
    } else if (isScalar(written) && !isBlank(check.tree, written) && !isVariable(check, written)) {
      tellCall(check, field, call, 'A template is called with a map, as {name: it}');
    }
  }
}

function tellCall(check: Check, field: Place, call: unknown, message: string): void {
  check.report({
    severity: 'error',
    code: 'definition.template-call',
    message,
    span: spanOf(call) ?? valueSpan(field),
    path: field.path,
  });
}

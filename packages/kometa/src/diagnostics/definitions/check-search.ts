import type { FilterLevel } from '../../model/definitions/filters.ts';
import { readKey } from '../../model/definitions/old-names.ts';
import {
  AND_SEARCHES,
  SEARCH_ATTRIBUTES,
  type SearchKind,
  searchModifiers,
  searchNames,
} from '../../model/definitions/plex-search.ts';
import { SEARCH_BLOCK_KEYS } from '../../model/definitions/plex-search-block.ts';
import { SEARCH_SORTS } from '../../model/definitions/sorts.ts';
import { anything, choice, entries, several, text, whole, yesNo } from '../../model/definitions/values.ts';
import type { ValueSpec } from '../../model/key-spec.ts';
import { type Field, fieldsOf, isBlank, itemsOf, pythonText } from '../../yaml/read-values.ts';
import {
  type Check,
  holdsVariable,
  isOff,
  isVariable,
  lenient,
  type Path,
  plainFields,
  spanAt,
  tellOldName,
  tellUnknown,
  tellWrongLibrary,
} from './check.ts';
import { checkValue } from './check-value.ts';
import { checkWords, checkYears } from './check-words.ts';

type Place = Field & { path: Path };

/** Tells what is wrong in a `plex_search`, `smart_filter` or `smart_label`. */
export function checkSearch(check: Check, place: Place, level: FilterLevel | null): void {
  const blocks = itemsOf(check.tree, place.value);
  for (const [at, block] of (blocks ?? [place.value]).entries()) {
    const path = blocks ? [...place.path, at] : place.path;
    if (fieldsOf(check.tree, block)) checkBlock(check, { ...place, value: block, path }, level);
    else if (place.name !== 'smart_label' && !isBlank(check.tree, block) && !isVariable(check, block)) {
      tell(check, 'search.not-map', `${place.name} takes any or all with conditions`, {
        ...place,
        value: block,
      });
    }
  }
}

const isGroup = (name: string): boolean => /^(?:all|any)/i.test(name);

function checkBlock(check: Check, block: Place, level: FilterLevel | null): void {
  const fields = plainFields(check, block.value, block.path);
  const type = fields.find((field) => field.name.toLowerCase() === 'type');
  const meant = type ? levelOf(pythonText(check.tree, type.value)) : level;
  const inner = isOff(check, fields, 'validate') ? lenient(check) : check;
  if (block.name !== 'smart_label' && !hasBase(check, block)) {
    tell(check, 'search.no-base', `${block.name} needs any or all with conditions`, block);
  }
  const grouped = fields.some((field) => isGroup(field.name));
  for (const field of fields) {
    const name = field.name.toLowerCase();
    if (isGroup(name)) checkGroup(inner, field);
    else if (name === 'sort_by') checkSort(inner, field, meant);
    else if (Object.hasOwn(SEARCH_BLOCK_KEYS, name)) {
      checkValue(inner, field, SEARCH_BLOCK_KEYS[name as keyof typeof SEARCH_BLOCK_KEYS].value);
    } else if (!AND_SEARCHES.some((and) => name === `${and}.and`)) {
      // Beside any and all Kometa does not look at conditions.
      checkAttribute(grouped ? lenient(inner) : inner, field);
    }
  }
}

/** Whether it asks for something, as far as it is written out. */
const hasBase = (check: Check, block: Place): boolean =>
  (fieldsOf(check.tree, block.value) ?? []).some(
    ({ name }) =>
      holdsVariable(name) || !Object.hasOwn(SEARCH_BLOCK_KEYS, name.toLowerCase()) || isGroup(name),
  );

function levelOf(written: string): FilterLevel | null {
  const one = written.toLowerCase().replace(/s$/, '');
  return Object.hasOwn(SEARCH_SORTS, one) ? (one as FilterLevel) : null;
}

function checkGroup(check: Check, group: Place): void {
  const blocks = itemsOf(check.tree, group.value);
  for (const [at, block] of (blocks ?? [group.value]).entries()) {
    const path = blocks ? [...group.path, at] : group.path;
    if (fieldsOf(check.tree, block)) {
      for (const field of plainFields(check, block, path)) {
        if (isGroup(field.name)) checkGroup(check, field);
        else checkAttribute(check, field);
      }
    } else if (!isVariable(check, block)) {
      tell(check, 'search.not-map', `${group.name} takes conditions`, { ...group, value: block, path });
    }
  }
}

function checkSort(check: Check, field: Place, level: FilterLevel | null): void {
  const sorts = level ? SEARCH_SORTS[level] : [...new Set(Object.values(SEARCH_SORTS).flat())];
  checkValue(check, field, entries(choice(...sorts)));
}

/** Tells what is wrong with one condition. */
export function checkAttribute(check: Check, field: Place): void {
  const { name, modifier } = readKey(field.name);
  const attribute = Object.hasOwn(SEARCH_ATTRIBUTES, name) ? SEARCH_ATTRIBUTES[name] : undefined;
  const known = searchModifiers(name);
  const meant = attribute?.kinds.includes('date') ? asDate(modifier) : modifier;
  const found = known.find((one) => one.modifier === meant);
  if (!attribute || !found) {
    tellUnknown(check, field, {
      code: attribute ? 'search.unknown-modifier' : 'search.unknown',
      message: attribute
        ? `${name} takes ${modifier === '' ? 'a comparison, as' : 'no'} ${modifier || (known[0]?.modifier ?? '')}`
        : `A search knows no ${field.name}`,
      names: attribute ? known.map((one) => `${name}${one.modifier}`) : searchNames(),
    });
    return;
  }
  // Kometa forgot patterns in its lists of what works where.
  if (meant !== '.regex' && tellWrongLibrary(check, field, attribute.libraries)) return;
  if (isBlank(check.tree, field.value)) {
    tell(check, 'search.blank', `${field.name} has no value`, field);
    return;
  }
  tellOldName(check, field);
  if (found.kind === 'date' && (meant === '' || meant === '.not')) {
    checkWords(check, field, /^\d+[smhdwoy]?$/, 'how many days ago, or as 4w with a unit');
  } else if (found.kind === 'year' && /^\.[gl]te?$/.test(meant)) checkYears(check, field);
  else checkValue(check, field, specOf(found.kind, name, meant));
}

function asDate(modifier: string): string {
  if (modifier === '.gt' || modifier === '.gte') return '.after';
  return modifier === '.lt' || modifier === '.lte' ? '.before' : modifier;
}

function specOf(kind: SearchKind, name: string, modifier: string): ValueSpec {
  if (modifier === '.regex') return entries(text);
  switch (kind) {
    case 'boolean':
      return yesNo;
    case 'decimal':
      if (modifier === '.rated') return yesNo;
      return { type: 'number', min: 0, ...(name.endsWith('rating') ? { max: 10 } : {}) };
    case 'number':
      return whole(0);
    case 'date':
      return anything;
    case 'year':
    case 'tag':
    case 'text':
      return several(text);
  }
}

function tell(check: Check, code: string, message: string, place: Place): void {
  check.report({ severity: 'error', code, message, span: spanAt(place.value, place), path: place.path });
}

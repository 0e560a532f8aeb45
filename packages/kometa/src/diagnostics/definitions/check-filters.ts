import {
  FILTER_MODIFIERS,
  FILTERS,
  type Filter,
  type FilterKind,
  type FilterLevel,
  filterNames,
} from '../../model/definitions/filters.ts';
import { readKey } from '../../model/definitions/old-names.ts';
import {
  anything,
  choice,
  date,
  either,
  entries,
  text,
  whole,
  yesNo,
} from '../../model/definitions/values.ts';
import type { ValueSpec } from '../../model/key-spec.ts';
import { type Field, fieldsOf, isBlank, itemsOf, keySpan } from '../../yaml/read-values.ts';
import {
  type Check,
  isOff,
  isVariable,
  lenient,
  type Path,
  plainFields,
  spanAt,
  tellOldName,
  tellUnknown,
} from './check.ts';
import { checkValue } from './check-value.ts';
import { checkYears } from './check-words.ts';

type Place = Field & { path: Path };

/** Tells what is wrong in `filters`; `level` is null where it is not known what they look at. */
export function checkFilters(check: Check, place: Place, level: FilterLevel | null): void {
  const blocks = itemsOf(check.tree, place.value);
  if (!blocks && isBlank(check.tree, place.value)) return;
  for (const [at, block] of (blocks ?? [place.value]).entries()) {
    const path = blocks ? [...place.path, at] : place.path;
    if (fieldsOf(check.tree, block)) {
      const fields = plainFields(check, block, path);
      const inner = isOff(check, fields, 'validate') ? lenient(check) : check;
      for (const field of fields) checkFilter(inner, field, level, ['validate']);
    } else if (!isVariable(check, block)) {
      tell(check, 'filter.not-map', 'filters takes the names of filters with values', {
        ...place,
        value: block,
        path,
      });
    }
  }
}

function checkFilter(
  check: Check,
  field: Place,
  level: FilterLevel | null,
  settings: readonly string[],
): void {
  const { name, modifier } = readKey(field.name);
  if (settings.includes(name) && modifier === '') {
    checkSetting(check, field, name);
    return;
  }
  const filter = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
  const kind = filter?.kinds.find((one) => FILTER_MODIFIERS[one].includes(meantFor(one, modifier)));
  if (!filter || !kind || isRefused(name, modifier)) {
    tellUnknown(check, field, {
      code: filter ? 'filter.unknown-modifier' : 'filter.unknown',
      message: filter ? `${name} takes no ${modifier}` : `${field.name} is no filter`,
      names: filter ? namesOf(name, filter) : filterNames(),
    });
    return;
  }
  if (filter.refused) {
    tell(check, 'filter.refused', filter.refused, field, keySpan(field));
    return;
  }
  if (level && !filter.levels.includes(level)) {
    tell(check, 'filter.wrong-level', `${name} cannot filter ${plural[level]}`, field, keySpan(field));
    return;
  }
  tellOldName(check, field);
  if (isBlank(check.tree, field.value)) {
    tell(check, 'filter.blank', `${field.name} has no value`, field, keySpan(field));
    return;
  }
  if (filter.within) {
    checkWithin(check, field, filter.within);
    return;
  }
  if (name === 'year' && modifier !== '.regex') checkYears(check, field);
  else checkValue(check, field, specOf(kind, filter, name, meantFor(kind, modifier)));
}

const plural: Readonly<Record<FilterLevel, string>> = {
  movie: 'films',
  show: 'shows',
  season: 'seasons',
  episode: 'episodes',
  artist: 'artists',
  album: 'albums',
  track: 'tracks',
};

/** Kometa lists these with the tags, and then refuses them. */
const isRefused = (name: string, modifier: string): boolean =>
  name === 'year' && modifier.startsWith('.count_');

const namesOf = (name: string, { kinds }: Filter): string[] =>
  kinds
    .flatMap((kind) => FILTER_MODIFIERS[kind])
    .filter((modifier) => !isRefused(name, modifier))
    .map((modifier) => `${name}${modifier}`);

/** Kometa runs what compares numbers as what compares days. */
function meantFor(kind: FilterKind, modifier: string): string {
  if (kind !== 'date') return modifier;
  if (modifier === '.gt' || modifier === '.gte') return '.after';
  return modifier === '.lt' || modifier === '.lte' ? '.before' : modifier;
}

const percent = whole(0, 100);

function checkSetting(check: Check, field: Place, name: string): void {
  if (name === 'validate' && isBlank(check.tree, field.value)) {
    tell(check, 'filter.blank', 'validate has no value', field);
    return;
  }
  checkValue(check, field, name === 'validate' ? yesNo : name === 'percentage' ? percent : whole(0));
}

function checkWithin(check: Check, field: Place, level: FilterLevel): void {
  if (!fieldsOf(check.tree, field.value)?.length) {
    if (!isVariable(check, field.value)) {
      tell(check, 'filter.not-map', `${field.name} takes filters of its own`, field);
    }
    return;
  }
  for (const inner of plainFields(check, field.value, field.path)) {
    checkFilter(check, inner, level, ['percentage', 'count', 'validate']);
  }
}

const ratings = new Set(['critic_rating', 'audience_rating', 'user_rating', 'tmdb_vote_average']);
const day = either(date, choice('today'));

function specOf(kind: FilterKind, filter: Filter, name: string, modifier: string): ValueSpec {
  if (modifier === '.regex') return entries(text);
  switch (kind) {
    case 'boolean':
      return yesNo;
    case 'date':
      return modifier === '' || modifier === '.not' ? whole(0) : day;
    case 'number':
      if (filter.whole) return whole(0);
      return { type: 'number', min: 0, ...(ratings.has(name) ? { max: 10 } : {}) };
    case 'history':
      return either(whole(1, 30), choice('day', 'month'));
    case 'tag':
      if (modifier.startsWith('.count_')) return whole(0);
      return entries(text);
    case 'text':
    case 'word':
      return entries(text);
    case 'within':
      return anything;
  }
}

function tell(
  check: Check,
  code: string,
  message: string,
  place: Place,
  span = spanAt(place.value, place),
): void {
  check.report({ severity: 'error', code, message, span, path: place.path });
}

import type { QueryPairs } from '../connection/address.ts';

/**
 * For text `<=` means "begins with" and `>=` "ends with", `=` contains and `==` is exactly; for numbers and
 * dates `>>=` means more than and `<<=` less than.
 */
export const filterOperators = ['=', '!=', '==', '!==', '<=', '>=', '>>=', '<<='] as const;
export type FilterOperator = (typeof filterOperators)[number];
export type FilterValue = string | number | boolean;

export interface Condition {
  field: string;
  operator: FilterOperator;
  /** Several values mean: one of them. */
  values: readonly [FilterValue, ...FilterValue[]];
}
export type Filter =
  | Condition
  | { all: readonly [Filter, ...Filter[]] }
  | { any: readonly [Filter, ...Filter[]] };

export const where = (
  field: string,
  operator: FilterOperator,
  ...values: readonly [FilterValue, ...FilterValue[]]
): Condition => ({ field, operator, values });
export const allOf = (...filters: readonly [Filter, ...Filter[]]): Filter => ({ all: filters });
export const anyOf = (...filters: readonly [Filter, ...Filter[]]): Filter => ({ any: filters });

const written = (value: FilterValue) => (typeof value === 'boolean' ? (value ? '1' : '0') : String(value));

/** The last `=` of an operator is the one between name and value in the query: `year>>=1999` is `year>>` = 1999. */
function condition({ field, operator, values }: Condition): QueryPairs {
  return [[field + operator.slice(0, -1), values.map(written).join(',')]];
}

function group(word: 'and' | 'or', members: readonly Filter[]): QueryPairs {
  const inside = members.flatMap((member, place) =>
    place === 0 ? nested(member) : [[word, 1] as const, ...nested(member)],
  );
  return [['push', 1], ...inside, ['pop', 1]];
}

function nested(filter: Filter): QueryPairs {
  if ('all' in filter) return group('and', filter.all);
  if ('any' in filter) return group('or', filter.any);
  return condition(filter);
}

/** On the outside, conditions beside each other are all meant, so only inner groups need push and pop. */
export function encodeFilter(filter: Filter): QueryPairs {
  return 'all' in filter ? filter.all.flatMap(nested) : nested(filter);
}

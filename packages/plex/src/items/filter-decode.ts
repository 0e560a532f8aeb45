import type { QueryPairs } from '../connection/address.ts';
import { type Condition, type Filter, type FilterOperator, filterOperators } from './filter.ts';

type Word = 'and' | 'or';
/** Longest first, or `year>>` would be read as a field called "year>". */
const suffixes = filterOperators
  .map((operator): [string, FilterOperator] => [operator.slice(0, -1), operator])
  .sort(([a], [b]) => b.length - a.length);

function toCondition(name: string, value: string): Condition {
  const [suffix, operator] = suffixes.find(([ending]) => name.endsWith(ending)) ?? ['', '='];
  const [first = '', ...others] = value.split(',');
  return { field: name.slice(0, name.length - suffix.length), operator, values: [first, ...others] };
}

function join(members: Filter[], words: Set<Word>): Filter | null {
  const [first, ...others] = members;
  // Both words on one level have no order that anybody states, so nothing is guessed.
  if (first === undefined || words.size > 1) return null;
  if (others.length === 0) return first;
  return words.has('or') ? { any: [first, ...others] } : { all: [first, ...others] };
}

/** The way back from the wire, so that a smart list made elsewhere can be shown. null: it says nothing we can show. */
export function decodeFilter(pairs: QueryPairs): Filter | null {
  const stack: { members: Filter[]; words: Set<Word> }[] = [{ members: [], words: new Set() }];
  for (const [name, value] of pairs) {
    const level = stack.at(-1);
    if (level === undefined) return null;
    if (name === 'push') stack.push({ members: [], words: new Set() });
    else if (name === 'and' || name === 'or') level.words.add(name);
    else if (name === 'pop') {
      const inner = join(level.members, level.words);
      stack.pop();
      const outer = stack.at(-1);
      if (inner === null || outer === undefined) return null;
      outer.members.push(inner);
    } else level.members.push(toCondition(name, String(value)));
  }
  const [outermost, ...unclosed] = stack;
  return outermost === undefined || unclosed.length > 0 ? null : join(outermost.members, outermost.words);
}

import type { Operator } from '../wire/query.ts';
import type { TypeName } from '../world/titles.ts';
import type { Eyes, Field, Listed } from './field.ts';
import { choiceMatches, numberMatches, readDate, readNumbers, textMatches } from './operators.ts';
import type { Filter } from './parse-filter.ts';
import { findTarget, relatives } from './relation.ts';

export type Predicate = (item: Listed) => boolean;

const everything: Predicate = () => true;

const fieldMatches = (field: Field, operator: Operator, value: string, eyes: Eyes): Predicate => {
  switch (field.type) {
    case 'string':
    case 'guid': {
      const exact = field.type === 'guid' && operator === '=' ? '==' : operator;
      return (item) => textMatches(field.read(item, eyes), exact, value);
    }
    case 'date': {
      const time = readDate(value, eyes.world.now());
      return time === undefined
        ? everything
        : (item) => numberMatches(field.read(item, eyes), operator, [time]);
    }
    case 'integer':
    case 'boolean': {
      const wanted = readNumbers(value);
      return wanted.length === 0
        ? everything
        : (item) => numberMatches(field.read(item, eyes), operator, wanted);
    }
    default:
      return (item) => choiceMatches(field.read(item, eyes), operator, value);
  }
};

/** Turns a filter into a question about one item; a field nobody knows is ignored, as Plex does. */
export const compileFilter = (filter: Filter, kind: TypeName, eyes: Eyes): Predicate => {
  if (filter.kind === 'test') {
    const target = findTarget(kind, filter.field);
    if (!target) return everything;
    const matches = fieldMatches(target.field, filter.operator, filter.value, eyes);
    const negative = filter.operator.startsWith('!');
    return (item) => {
      const subjects = relatives(eyes.world, item, target.kind);
      return negative ? subjects.every(matches) : subjects.some(matches);
    };
  }
  const parts = filter.of.map((one) => compileFilter(one, kind, eyes));
  return filter.kind === 'all'
    ? (item) => parts.every((holds) => holds(item))
    : (item) => parts.some((holds) => holds(item));
};

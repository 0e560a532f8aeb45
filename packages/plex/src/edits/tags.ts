import { encodeValue, type QueryPairs } from '../connection/address.ts';

export const tagFields = [
  'label',
  'genre',
  'collection',
  'director',
  'writer',
  'producer',
  'country',
  'mood',
  'style',
  'similar',
] as const;
export type TagField = (typeof tagFields)[number];

export interface TagChange {
  /** What is to be there afterwards. */
  wanted: readonly string[];
  /** What is there now; whatever is not wanted any more is named for removal. */
  current: readonly string[];
  /** Locked against Plex's own refresh. */
  locked: boolean;
}

const lock = (field: string, locked: boolean) => [`${field}.locked`, locked] as const;
const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Names are encoded once inside the value, because commas part them, and once more as a query value. */
export function removedTags(field: TagField, names: readonly string[]): QueryPairs {
  return names.length === 0 ? [] : [[`${field}[].tag.tag-`, names.map(encodeValue).join(',')]];
}

/**
 * The whole list is sent, since it replaces what is there; the leftovers are named too, so that the result is
 * the same on a server that only adds.
 */
export function replacedTags(field: TagField, { wanted, current, locked }: TagChange): QueryPairs {
  const leftovers = current.filter((name) => !wanted.some((other) => same(name, other)));
  return [
    ...wanted.map((name, place) => [`${field}[${place}].tag.tag`, name] as const),
    ...removedTags(field, leftovers),
    lock(field, locked),
  ];
}

/** Plex tells tags apart without regard to case, so the spelling that came first stays. */
export const unionOfTags = (current: readonly string[], added: readonly string[]): string[] =>
  [...current, ...added].filter((name, place, all) => all.findIndex((other) => same(other, name)) === place);
export const withoutTags = (current: readonly string[], removed: readonly string[]): string[] =>
  current.filter((name) => !removed.some((other) => same(other, name)));

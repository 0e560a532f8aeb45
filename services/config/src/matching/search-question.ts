import type { CollectionLevel } from '@marquee/contracts';
import { SEARCH_SORTS } from '@marquee/kometa';
import type { Filter, Sort } from '@marquee/plex';
import { libraryOf } from './levels.ts';
import { type SearchPorts, searchFilter } from './search-filter.ts';
import { plexSorts } from './search-sorts.ts';
import { KometaRefuses } from './verdict.ts';
import { lowerKeys, textsOf, type YamlMap } from './yaml-values.ts';

/** All that Kometa asks Plex with one search. */
export interface SearchQuestion {
  type: CollectionLevel;
  filter?: Filter;
  sort: Sort[];
  /** At most so many, in that order. */
  limit?: number;
  /** The order is drawn anew each time. */
  random: boolean;
}

/** One block of a search, with its order and its limit. */
export async function searchQuestion(
  ports: Pick<SearchPorts, 'choices' | 'now'>,
  level: CollectionLevel,
  block: YamlMap,
): Promise<SearchQuestion> {
  const library = libraryOf[level];
  const { limit, sort_by: sortBy, ...conditions } = lowerKeys(block);
  const order = sortOf(level, sortBy);
  const filter = await searchFilter({ ...ports, library }, conditions);
  const most = limitOf(limit);
  return { type: level, filter, ...order, ...(most === undefined ? {} : { limit: most }) };
}

function limitOf(written: unknown): number | undefined {
  if (written === undefined || written === 'all') return undefined;
  const limit = typeof written === 'string' ? Number(written) : written;
  if (typeof limit === 'number' && Number.isInteger(limit) && limit > 0) return limit;
  throw new KometaRefuses('“limit” must be a whole number from 1 on, or all');
}

function sortOf(level: CollectionLevel, written: unknown): Pick<SearchQuestion, 'sort' | 'random'> {
  const first = level === 'season' ? 'season.asc' : 'title.asc';
  const names = written === undefined ? [first] : textsOf('sort_by', written, { split: true });
  const known: readonly string[] = SEARCH_SORTS[level];
  const unknown = names.find((name) => !known.includes(name.toLowerCase()));
  if (unknown !== undefined) throw new KometaRefuses(`“${unknown}” is no order for a ${level}`);
  if (names.some((name) => name.toLowerCase() === 'random')) return { sort: [], random: true };
  return { sort: names.flatMap((name) => plexSorts(level, name.toLowerCase())), random: false };
}

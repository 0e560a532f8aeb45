import type { HistoryEntry } from '../model.ts';
import type { World } from '../world/world.ts';
import { numberMatches, readNumbers } from './operators.ts';
import type { Filter } from './parse-filter.ts';

const sectionOf = (entry: HistoryEntry, world: World): number[] => {
  const section = world.item(entry.ratingKey)?.sectionId ?? entry.deleted?.sectionId;
  return section === undefined ? [] : [section];
};

/** A play belongs to its episode, its season and its show. */
const lineOf = (key: number | undefined, world: World): number[] =>
  key === undefined ? [] : [key, ...lineOf(world.item(key)?.parent, world)];

const fields = new Map<string, (entry: HistoryEntry, world: World) => number[]>(
  Object.entries({
    accountID: (entry: HistoryEntry) => [entry.accountId],
    librarySectionID: sectionOf,
    metadataItemID: (entry: HistoryEntry, world: World) => lineOf(entry.ratingKey, world),
    viewedAt: (entry: HistoryEntry) => [entry.viewedAt],
    deviceID: (entry: HistoryEntry) => [entry.deviceId],
  }),
);

export const historyMatches =
  (filter: Filter, world: World) =>
  (entry: HistoryEntry): boolean => {
    if (filter.kind === 'test') {
      const read = fields.get(filter.field);
      return !read || numberMatches(read(entry, world), filter.operator, readNumbers(filter.value));
    }
    const holds = (one: Filter) => historyMatches(one, world)(entry);
    return filter.kind === 'all' ? filter.of.every(holds) : filter.of.some(holds);
  };

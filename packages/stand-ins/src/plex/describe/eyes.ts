import type { Eyes } from '../filters/field.ts';
import type { Query } from '../wire/query.ts';

/** How much of an item to tell. */
export interface View extends Eyes {
  /** One item's own page: streams, labels, locks, markers. */
  full: boolean;
  guids: boolean;
  preferences: boolean;
}

export const listView = (eyes: Eyes, query: Query): View => ({
  ...eyes,
  full: false,
  guids: query.get('includeGuids') === '1',
  preferences: false,
});

export const fullView = (eyes: Eyes, query: Query): View => ({
  ...eyes,
  full: true,
  guids: true,
  preferences: query.get('includePreferences') === '1',
});

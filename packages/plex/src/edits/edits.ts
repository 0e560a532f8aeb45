import { plexPath, type QueryPairs, type QueryValue } from '../connection/address.ts';
import type { CallOptions } from '../connection/options.ts';
import type { Transport } from '../connection/transport.ts';
import { type PlexType, plexTypes } from '../items/item-types.ts';
import { removedTags, replacedTags, type TagChange, type TagField } from './tags.ts';

/** Items of one kind in one section: that is how Plex takes edits. */
export interface EditTarget {
  sectionId: string;
  type: PlexType;
  ratingKeys: readonly [string, ...string[]];
}
export interface FieldChange {
  /** Left out, only the lock changes. */
  value?: QueryValue | undefined;
  locked?: boolean | undefined;
}

function fieldPairs(changes: Readonly<Record<string, FieldChange>>): QueryPairs {
  return Object.entries(changes).flatMap(([field, { value, locked = true }]) => [
    ...(value === undefined ? [] : [[`${field}.value`, value] as const]),
    [`${field}.locked`, locked] as const,
  ]);
}

export function editCalls(transport: Transport) {
  const edit = ({ sectionId, type, ratingKeys }: EditTarget, pairs: QueryPairs, { signal }: CallOptions) =>
    transport.write({
      method: 'PUT',
      path: plexPath`/library/sections/${sectionId}/all`,
      query: [['type', plexTypes[type]], ['id', ratingKeys.join(',')], ...pairs],
      missing: 'item.not-found',
      signal,
    });

  return {
    /** title, titleSort, summary, rating …: a value is locked unless told otherwise, so that a refresh keeps it. */
    fields: (target: EditTarget, changes: Readonly<Record<string, FieldChange>>, options: CallOptions = {}) =>
      edit(target, fieldPairs(changes), options),
    /** Locks or unlocks without changing a value: thumb, art, title … */
    lock: (target: EditTarget, fields: readonly string[], locked: boolean, options: CallOptions = {}) =>
      edit(target, fieldPairs(Object.fromEntries(fields.map((field) => [field, { locked }]))), options),
    /** Sets the whole list of one kind of tag. */
    replaceTags: (target: EditTarget, field: TagField, change: TagChange, options: CallOptions = {}) =>
      edit(target, replacedTags(field, change), options),
    /** Takes tags off many items at once, whatever else each of them carries. */
    removeTags: (
      target: EditTarget,
      field: TagField,
      names: readonly [string, ...string[]],
      { locked = true, ...options }: CallOptions & { locked?: boolean } = {},
    ) => edit(target, [...removedTags(field, names), [`${field}.locked`, locked]], options),
    /** Advanced settings of one item: episodeSort, languageOverride … */
    preferences: (
      ratingKey: string,
      values: Readonly<Record<string, QueryValue>>,
      { signal }: CallOptions = {},
    ) =>
      transport.write({
        method: 'PUT',
        path: plexPath`/library/metadata/${ratingKey}/prefs`,
        query: Object.entries(values),
        missing: 'item.not-found',
        signal,
      }),
    /** Asks Plex to fetch the metadata anew; it works on it after answering. */
    refresh: (ratingKey: string, { signal }: CallOptions = {}) =>
      transport.write({
        method: 'PUT',
        path: plexPath`/library/metadata/${ratingKey}/refresh`,
        missing: 'item.not-found',
        signal,
      }),
  };
}
export type EditCalls = ReturnType<typeof editCalls>;

import { plexPath, type QueryPairs } from '../connection/address.ts';
import type { Asked } from '../connection/exchange.ts';
import type { CallOptions } from '../connection/options.ts';
import type { Transport } from '../connection/transport.ts';
import type { MachineIdentifier } from '../identity/machine-identifier.ts';
import { itemsUri, type SmartContent, smartUri } from '../items/content-uri.ts';
import { type PlexType, plexTypes } from '../items/item-types.ts';
import type { ItemCalls } from '../items/items.ts';
import { type Window, windowHeaders } from '../items/list-query.ts';
import { PlexItem } from '../metadata/item.ts';
import { onlyOne } from '../reply/only-one.ts';
import { itemPageOf, type Page } from '../reply/page.ts';

const Members = itemPageOf(PlexItem);
const OneCollection = onlyOne(Members);

export const collectionModes = { default: -1, hide: 0, hideItems: 1, showItems: 2 } as const;
export type CollectionMode = keyof typeof collectionModes;
export const collectionSorts = { release: 0, title: 1, custom: 2 } as const;
export type CollectionSort = keyof typeof collectionSorts;

export interface NewCollection {
  sectionId: string;
  /** What it holds: films, shows, episodes … */
  type: PlexType;
  title: string;
}

export function collectionCalls(
  transport: Transport,
  items: ItemCalls,
  machineIdentifier: MachineIdentifier,
) {
  const change = (method: Asked['method'], path: string, query: QueryPairs, { signal }: CallOptions) =>
    transport.write({ method, path, query, missing: 'item.not-found', signal });
  const create = (
    { sectionId, type, title }: NewCollection,
    smart: 0 | 1,
    uri: string,
    { signal }: CallOptions,
  ) =>
    transport.writeAndRead(
      {
        method: 'POST',
        path: '/library/collections',
        query: [
          ['type', plexTypes[type]],
          ['title', title],
          ['smart', smart],
          ['sectionId', sectionId],
          ['uri', uri],
        ],
        missing: 'library.not-found',
        signal,
      },
      OneCollection,
    );

  return {
    list: (
      sectionId: string,
      options: Window & CallOptions & { title?: string } = {},
    ): Promise<Page<PlexItem>> => items.page(sectionId, { ...options, type: 'collection' }),
    get: (id: string, { signal }: CallOptions = {}): Promise<PlexItem> =>
      transport.read(
        { path: plexPath`/library/collections/${id}`, missing: 'item.not-found', signal },
        OneCollection,
      ),
    items: (id: string, { signal, ...window }: Window & CallOptions = {}): Promise<Page<PlexItem>> =>
      transport.read(
        {
          path: plexPath`/library/collections/${id}/children`,
          query: [['includeGuids', 1]],
          headers: windowHeaders(window),
          missing: 'item.not-found',
          signal,
        },
        Members,
      ),
    /** With no members it starts empty. */
    async create(
      wanted: NewCollection,
      ratingKeys: readonly string[],
      options: CallOptions = {},
    ): Promise<PlexItem> {
      return create(wanted, 0, itemsUri(await machineIdentifier(options), ratingKeys), options);
    },
    async createSmart(title: string, content: SmartContent, options: CallOptions = {}): Promise<PlexItem> {
      const { sectionId, type } = content;
      const uri = smartUri(await machineIdentifier(options), content);
      return create({ sectionId, type, title }, 1, uri, options);
    },
    async changeContent(id: string, content: SmartContent, options: CallOptions = {}): Promise<void> {
      const uri = smartUri(await machineIdentifier(options), content);
      await change('PUT', plexPath`/library/collections/${id}/items`, [['uri', uri]], options);
    },
    async add(
      id: string,
      ratingKeys: readonly [string, ...string[]],
      options: CallOptions = {},
    ): Promise<void> {
      const uri = itemsUri(await machineIdentifier(options), ratingKeys);
      await change('PUT', plexPath`/library/collections/${id}/items`, [['uri', uri]], options);
    },
    remove: (id: string, ratingKey: string, options: CallOptions = {}) =>
      change('DELETE', plexPath`/library/collections/${id}/items/${ratingKey}`, [], options),
    /** To the front, or behind another member; shows only when the sort is `custom`. */
    move: (id: string, ratingKey: string, after: string | null, options: CallOptions = {}) =>
      change(
        'PUT',
        plexPath`/library/collections/${id}/items/${ratingKey}/move`,
        after === null ? [] : [['after', after]],
        options,
      ),
    delete: (id: string, options: CallOptions = {}) =>
      change('DELETE', plexPath`/library/collections/${id}`, [], options),
    setMode: (id: string, mode: CollectionMode, options: CallOptions = {}) =>
      change(
        'PUT',
        plexPath`/library/collections/${id}/prefs`,
        [['collectionMode', collectionModes[mode]]],
        options,
      ),
    setSort: (id: string, sort: CollectionSort, options: CallOptions = {}) =>
      change(
        'PUT',
        plexPath`/library/collections/${id}/prefs`,
        [['collectionSort', collectionSorts[sort]]],
        options,
      ),
  };
}

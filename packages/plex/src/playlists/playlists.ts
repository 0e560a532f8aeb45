import { plexPath, type QueryPairs } from '../connection/address.ts';
import type { Asked } from '../connection/exchange.ts';
import type { CallOptions } from '../connection/options.ts';
import type { Transport } from '../connection/transport.ts';
import type { MachineIdentifier } from '../identity/machine-identifier.ts';
import { itemsUri, type SmartContent, smartUri } from '../items/content-uri.ts';
import { encodeSort, type Sort, type Window, windowHeaders } from '../items/list-query.ts';
import { PlexItem } from '../metadata/item.ts';
import { onlyOne } from '../reply/only-one.ts';
import { itemPageOf, type Page } from '../reply/page.ts';
import { PlaylistPage, type PlaylistType, type PlexPlaylist } from './playlist.ts';

const Members = itemPageOf(PlexItem);
const OnePlaylist = onlyOne(PlaylistPage);

export interface PlaylistsWanted extends Window, CallOptions {
  type?: PlaylistType | undefined;
  sectionId?: string | undefined;
  title?: string | undefined;
  sort?: Sort | undefined;
}

export function playlistCalls(transport: Transport, machineIdentifier: MachineIdentifier) {
  const change = (method: Asked['method'], path: string, query: QueryPairs, { signal }: CallOptions) =>
    transport.write({ method, path, query, missing: 'item.not-found', signal });
  const create = (query: QueryPairs, { signal }: CallOptions): Promise<PlexPlaylist> =>
    transport.writeAndRead({ method: 'POST', path: '/playlists', query, signal }, OnePlaylist);

  return {
    list: ({
      type,
      sectionId,
      title,
      sort,
      signal,
      ...window
    }: PlaylistsWanted = {}): Promise<Page<PlexPlaylist>> =>
      transport.read(
        {
          path: '/playlists',
          query: [
            ...(type === undefined ? [] : [['playlistType', type] as const]),
            ...(sectionId === undefined ? [] : [['sectionID', sectionId] as const]),
            ...(title === undefined ? [] : [['title', title] as const]),
            ...(sort === undefined ? [] : [['sort', encodeSort(sort)] as const]),
          ],
          headers: windowHeaders(window),
          signal,
        },
        PlaylistPage,
      ),
    get: (id: string, { signal }: CallOptions = {}): Promise<PlexPlaylist> =>
      transport.read({ path: plexPath`/playlists/${id}`, missing: 'item.not-found', signal }, OnePlaylist),
    /** Members; each has a `playlistItemId`, by which it is removed or moved. */
    items: (id: string, { signal, ...window }: Window & CallOptions = {}): Promise<Page<PlexItem>> =>
      transport.read(
        {
          path: plexPath`/playlists/${id}/items`,
          headers: windowHeaders(window),
          missing: 'item.not-found',
          signal,
        },
        Members,
      ),
    async create(
      {
        type,
        title,
        ratingKeys,
      }: { type: PlaylistType; title: string; ratingKeys: readonly [string, ...string[]] },
      options: CallOptions = {},
    ): Promise<PlexPlaylist> {
      const uri = itemsUri(await machineIdentifier(options), ratingKeys);
      return create(
        [
          ['type', type],
          ['title', title],
          ['smart', 0],
          ['uri', uri],
        ],
        options,
      );
    },
    async createSmart(
      { type, title, content }: { type: PlaylistType; title: string; content: SmartContent },
      options: CallOptions = {},
    ): Promise<PlexPlaylist> {
      const uri = smartUri(await machineIdentifier(options), content);
      return create(
        [
          ['type', type],
          ['title', title],
          ['smart', 1],
          ['uri', uri],
        ],
        options,
      );
    },
    /** Changes the question behind a smart playlist. */
    async changeContent(id: string, content: SmartContent, options: CallOptions = {}): Promise<void> {
      const uri = smartUri(await machineIdentifier(options), content);
      await change('PUT', plexPath`/playlists/${id}/items`, [['uri', uri]], options);
    },
    async add(
      id: string,
      ratingKeys: readonly [string, ...string[]],
      options: CallOptions = {},
    ): Promise<void> {
      const uri = itemsUri(await machineIdentifier(options), ratingKeys);
      await change('PUT', plexPath`/playlists/${id}/items`, [['uri', uri]], options);
    },
    remove: (id: string, playlistItemId: string, options: CallOptions = {}) =>
      change('DELETE', plexPath`/playlists/${id}/items/${playlistItemId}`, [], options),
    /** To the front, or behind another member. */
    move: (id: string, playlistItemId: string, after: string | null, options: CallOptions = {}) =>
      change(
        'PUT',
        plexPath`/playlists/${id}/items/${playlistItemId}/move`,
        after === null ? [] : [['after', after]],
        options,
      ),
    edit: (id: string, changes: { title?: string; summary?: string }, options: CallOptions = {}) =>
      change(
        'PUT',
        plexPath`/playlists/${id}`,
        Object.entries(changes).flatMap(([field, value]) => [
          [`${field}.value`, value] as const,
          [`${field}.locked`, 1] as const,
        ]),
        options,
      ),
    delete: (id: string, options: CallOptions = {}) =>
      change('DELETE', plexPath`/playlists/${id}`, [], options),
  };
}

import { z } from 'zod';
import { plexPath } from '../connection/address.ts';
import type { CallOptions } from '../connection/options.ts';
import type { Transport } from '../connection/transport.ts';
import { flag, listOf, text, textOrNull } from '../reply/fields.ts';

const PlexHub = z.object({
  identifier: text,
  title: textOrNull,
  recommendationsVisibility: textOrNull,
  homeVisibility: textOrNull,
  promotedToRecommended: flag,
  promotedToOwnHome: flag,
  promotedToSharedHome: flag,
  deletable: flag,
});
export type PlexHub = z.output<typeof PlexHub>;
const Hubs = z.object({ Hub: listOf(PlexHub) }).transform(({ Hub }) => Hub);

/** Where a collection shows beside its library. */
export interface HubVisibility {
  recommended: boolean;
  ownHome: boolean;
  sharedHome: boolean;
}

export function hubCalls(transport: Transport) {
  return {
    /** The rows a section may show, in order; with `collectionId`, that collection's row. */
    list: (
      sectionId: string,
      { collectionId, signal }: CallOptions & { collectionId?: string } = {},
    ): Promise<PlexHub[]> =>
      transport.read(
        {
          path: plexPath`/hubs/sections/${sectionId}/manage`,
          query: collectionId === undefined ? [] : [['metadataItemId', collectionId]],
          missing: 'library.not-found',
          signal,
        },
        Hubs,
      ),
    show: (sectionId: string, collectionId: string, where: HubVisibility, { signal }: CallOptions = {}) =>
      transport.write({
        method: 'POST',
        path: plexPath`/hubs/sections/${sectionId}/manage`,
        query: [
          ['metadataItemId', collectionId],
          ['promotedToRecommended', where.recommended],
          ['promotedToOwnHome', where.ownHome],
          ['promotedToSharedHome', where.sharedHome],
        ],
        missing: 'item.not-found',
        signal,
      }),
    move: (sectionId: string, identifier: string, after: string | null, { signal }: CallOptions = {}) =>
      transport.write({
        method: 'PUT',
        path: plexPath`/hubs/sections/${sectionId}/manage/${identifier}/move`,
        query: after === null ? [] : [['after', after]],
        missing: 'item.not-found',
        signal,
      }),
  };
}

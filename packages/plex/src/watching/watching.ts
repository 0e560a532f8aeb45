import { problem } from '@marquee/contracts';
import type { QueryPairs } from '../connection/address.ts';
import type { CallOptions } from '../connection/options.ts';
import type { Transport } from '../connection/transport.ts';

const LIBRARY = 'com.plexapp.plugins.library';
const REMOVE_RATING = -1;

export function watchingCalls(transport: Transport) {
  const act = (
    method: 'GET' | 'PUT',
    path: string,
    ratingKey: string,
    more: QueryPairs,
    { signal }: CallOptions,
  ) =>
    transport.write({
      method,
      path,
      query: [['key', ratingKey], ['identifier', LIBRARY], ...more],
      missing: 'item.not-found',
      signal,
    });

  return {
    /** 0 to 10, two per star; null takes the rating away. */
    async rate(ratingKey: string, rating: number | null, options: CallOptions = {}): Promise<void> {
      if (rating !== null && !(rating >= 0 && rating <= 10)) {
        throw problem('request.invalid', {
          details: [{ path: 'rating', message: 'must be between 0 and 10' }],
        });
      }
      await act('PUT', '/:/rate', ratingKey, [['rating', rating ?? REMOVE_RATING]], options);
    },
    /** A GET that changes something: Plex has such, so it counts as a write and is never repeated. */
    scrobble: (ratingKey: string, options: CallOptions = {}) =>
      act('GET', '/:/scrobble', ratingKey, [], options),
    unscrobble: (ratingKey: string, options: CallOptions = {}) =>
      act('GET', '/:/unscrobble', ratingKey, [], options),
  };
}

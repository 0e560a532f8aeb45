import { z } from 'zod';
import { pathOnServer, plexPath } from '../connection/address.ts';
import type { CallOptions } from '../connection/options.ts';
import type { Transport } from '../connection/transport.ts';
import { flag, text, textOrNull } from '../reply/fields.ts';
import { pageOf } from '../reply/page.ts';

/** The list is plural and the choice is singular: /posters and /poster. */
const places = { poster: ['posters', 'poster'], art: ['arts', 'art'] } as const;
export type ArtworkKind = keyof typeof places;
export type ArtworkSource = 'uploaded' | 'agent' | 'local' | 'other';

const RawArtwork = z.object({
  key: textOrNull,
  ratingKey: text,
  thumb: textOrNull,
  selected: flag,
  provider: textOrNull,
});
export interface PlexArtwork {
  /** What `select` takes. */
  id: string;
  selected: boolean;
  provider: string | null;
  source: ArtworkSource;
  /** Where `images.download` finds it; null when the picture is only on somebody else's server. */
  path: string | null;
}

function sourceOf(id: string, provider: string | null): ArtworkSource {
  if (id.startsWith('upload://')) return 'uploaded';
  if (id.startsWith('media://') || provider === 'local') return 'local';
  if (/^(metadata|https?):\/\//.test(id)) return 'agent';
  return provider === null ? 'other' : 'agent';
}

const artworks = (baseUrl: string) =>
  pageOf(RawArtwork).transform(({ entries }) =>
    entries.map(({ key, ratingKey, thumb, selected, provider }): PlexArtwork => {
      const paths = [key, thumb].map((address) => (address === null ? null : pathOnServer(baseUrl, address)));
      return {
        id: ratingKey,
        selected,
        provider,
        source: sourceOf(ratingKey, provider),
        path: paths.find((path) => path !== null) ?? null,
      };
    }),
  );

export function artworkCalls(transport: Transport, baseUrl: string) {
  const Artworks = artworks(baseUrl);
  return {
    list: (ratingKey: string, kind: ArtworkKind, { signal }: CallOptions = {}): Promise<PlexArtwork[]> =>
      transport.read(
        {
          path: plexPath`/library/metadata/${ratingKey}/${places[kind][0]}`,
          missing: 'item.not-found',
          signal,
        },
        Artworks,
      ),
    /** Plex selects what was uploaded. */
    upload: (ratingKey: string, kind: ArtworkKind, bytes: Uint8Array, { signal }: CallOptions = {}) =>
      transport.write({
        method: 'POST',
        path: plexPath`/library/metadata/${ratingKey}/${places[kind][0]}`,
        body: bytes,
        missing: 'item.not-found',
        signal,
      }),
    /** Plex fetches the picture itself. */
    uploadFrom: (ratingKey: string, kind: ArtworkKind, url: string, { signal }: CallOptions = {}) =>
      transport.write({
        method: 'POST',
        path: plexPath`/library/metadata/${ratingKey}/${places[kind][0]}`,
        query: [['url', url]],
        missing: 'item.not-found',
        signal,
      }),
    select: (ratingKey: string, kind: ArtworkKind, id: string, { signal }: CallOptions = {}) =>
      transport.write({
        method: 'PUT',
        path: plexPath`/library/metadata/${ratingKey}/${places[kind][1]}`,
        query: [['url', id]],
        missing: 'item.not-found',
        signal,
      }),
  };
}

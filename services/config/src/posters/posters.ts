import { API_PREFIX, type Poster, problem } from '@marquee/contracts';
import type { PlexArtwork } from '@marquee/plex';
import type { ImageSource } from '../images/sized-image.ts';
import type { VisibleItem } from '../items/visible-item.ts';
import { itemKey } from '../servers/plex-memory.ts';
import type { PlexPorts } from '../servers/server-info.ts';
import { posterIdOf } from './poster-id.ts';

const LIST_WIDTH = 240;

export async function listPosters(ports: PlexPorts, item: VisibleItem): Promise<Poster[]> {
  return (await artworksOf(ports, item)).map((artwork) => posterView(item.id, artwork));
}

/** Plex's own posters of the item, each with our id. */
export async function findPoster(
  ports: PlexPorts,
  item: VisibleItem,
  posterId: string,
): Promise<PlexArtwork> {
  const artworks = await artworksOf(ports, item);
  const found = artworks.find(({ id }) => posterIdOf(item.id, id) === posterId);
  if (found === undefined) throw problem('poster.not-found');
  return found;
}

export function posterSource(
  { server, ratingKey }: VisibleItem,
  posterId: string,
  artwork: PlexArtwork,
): ImageSource {
  // Some agents only link to a picture on their own server; we fetch from Plex alone.
  if (artwork.path === null) throw problem('poster.not-found');
  return { server, name: `${ratingKey}/${posterId}`, address: artwork.path };
}

function artworksOf({ memory }: PlexPorts, { server, ratingKey }: VisibleItem): Promise<PlexArtwork[]> {
  return memory.artworks.get(itemKey(server, ratingKey), () =>
    server.client.artwork.list(ratingKey, 'poster'),
  );
}

function posterView(itemId: string, { id: plexId, selected, source }: PlexArtwork): Poster {
  const id = posterIdOf(itemId, plexId);
  const imageUrl = `${API_PREFIX}/items/${itemId}/posters/${id}/image?width=${LIST_WIDTH}&v=${id}`;
  return { id, selected, source, imageUrl };
}

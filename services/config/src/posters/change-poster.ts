import { type Poster, problem } from '@marquee/contracts';
import type { Pictures } from '../images/pictures.ts';
import type { VisibleItem } from '../items/visible-item.ts';
import type { PlexPorts } from '../servers/server-info.ts';
import { findPoster, listPosters } from './posters.ts';

export interface ChangePorts extends PlexPorts {
  pictures: Pictures;
  announceItem(item: VisibleItem): Promise<void>;
}

/** What Plex gets is what was sent, byte for byte; decoding it first only proves that it is a picture. */
export async function uploadPoster(
  ports: ChangePorts,
  item: VisibleItem,
  upload: Uint8Array,
): Promise<Poster[]> {
  const { bytes } = await ports.pictures.examine(upload);
  await item.server.client.artwork.upload(item.ratingKey, 'poster', bytes);
  return await changed(ports, item);
}

export async function selectPoster(
  ports: ChangePorts,
  item: VisibleItem,
  posterId: string,
): Promise<Poster[]> {
  const poster = await findPoster(ports, item, posterId);
  await item.server.client.artwork.select(item.ratingKey, 'poster', poster.id).catch((cause: unknown) => {
    // Between list and choice it went away: the item itself may well be there.
    throw isNotFound(cause) ? problem('poster.not-found', { cause }) : cause;
  });
  return await changed(ports, item);
}

async function changed(ports: ChangePorts, item: VisibleItem): Promise<Poster[]> {
  ports.memory.forgetItem(item.server, item.ratingKey);
  ports.memory.forgetSection(item.server, item.sectionId);
  await ports.announceItem(item);
  return await listPosters(ports, item);
}

function isNotFound(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'item.not-found';
}

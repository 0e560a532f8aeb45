import type { Page, PlexItem } from '@marquee/plex';
import type { PlexServer } from '../../servers/plex-servers.ts';

const PAGE = 1_000;

/** How long each episode or track below an item runs; those of which Plex does not know it are left out. */
export async function partDurations(
  { client }: PlexServer,
  { ratingKey, type }: PlexItem,
): Promise<number[]> {
  const ask = pagesOf(type, client.metadata);
  if (ask === undefined) return [];
  const durations: number[] = [];
  for (let start = 0; ; start += PAGE) {
    const { entries, totalSize } = await ask(ratingKey, { start, size: PAGE });
    durations.push(...entries.flatMap(({ duration }) => duration ?? []));
    if (entries.length === 0 || start + PAGE >= totalSize) return durations;
  }
}

type AskPage = (ratingKey: string, window: { start: number; size: number }) => Promise<Page<PlexItem>>;

function pagesOf(type: string, metadata: PlexServer['client']['metadata']): AskPage | undefined {
  switch (type) {
    case 'show':
    case 'artist':
      return metadata.allLeaves;
    case 'season':
    case 'album':
      return metadata.children;
    default:
      return undefined;
  }
}

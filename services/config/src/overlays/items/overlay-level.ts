import { OverlayLevel, problem } from '@marquee/contracts';
import type { PlexItem } from '@marquee/plex';

/** Kometa draws on some kinds of items only. */
export function levelOf(item: PlexItem): OverlayLevel {
  const level = OverlayLevel.safeParse(item.type);
  if (level.success) return level.data;
  throw problem('item.not-found', {
    details: [{ message: `Kometa draws no overlays on a ${item.type}.` }],
  });
}

import type { PlexItem } from '@marquee/plex';

/** Whether Kometa says that it drew on the item's poster. */
export function hasOverlayLabel({ labels }: Pick<PlexItem, 'labels'>): boolean {
  return labels.some((label) => label.toLowerCase() === 'overlay');
}

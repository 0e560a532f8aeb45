import { createHash } from 'node:crypto';

/** Plex names posters by address or path; ours says nothing, is the same each time, and fits an address. */
export function posterIdOf(itemId: string, plexId: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([itemId, plexId]))
    .digest('base64url');
  return `p_${hash.slice(0, 22)}`;
}

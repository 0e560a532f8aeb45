import type { Settings } from './options.ts';

/** Who we are, and the only place where the token is written into anything. */
export const ownHeaders = ({
  token,
  clientIdentifier,
  product,
  version,
}: Settings): Record<string, string> => ({
  'X-Plex-Token': token,
  'X-Plex-Client-Identifier': clientIdentifier,
  'X-Plex-Product': product,
  'X-Plex-Version': version,
  'X-Plex-Platform': 'Node.js',
  'User-Agent': `${product}/${version}`,
});

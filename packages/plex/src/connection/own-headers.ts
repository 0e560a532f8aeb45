import type { ConnectionSettings } from './options.ts';

/** Who we are, and the only place where the token of a server is written into anything. */
export const ownHeaders = ({
  token,
  clientIdentifier,
  product,
  version,
}: ConnectionSettings & { token?: string | undefined }): Record<string, string> => ({
  ...(token === undefined ? {} : tokenHeader(token)),
  'X-Plex-Client-Identifier': clientIdentifier,
  'X-Plex-Product': product,
  'X-Plex-Version': version,
  'X-Plex-Platform': 'Node.js',
  'User-Agent': `${product}/${version}`,
});

export const tokenHeader = (token: string): Record<string, string> => ({ 'X-Plex-Token': token });

import { createPlexClient, type PlexClient, type PlexLog } from '@marquee/plex';
import type { AdmittedUrl, Secrets } from '@marquee/service-kit';

/** For one look at a server: an admin waits, so it is asked once and not for long. */
const PATIENCE = { timeouts: { answerMs: 5_000 }, retry: { attempts: 1 } };

export function plexConnector({
  version,
  secrets,
  log,
}: {
  version: string;
  secrets: Secrets;
  log?: PlexLog;
}): (address: AdmittedUrl, token: string | null) => PlexClient {
  return ({ url, lookup }, token) =>
    createPlexClient({
      ...PATIENCE,
      baseUrl: url.href,
      lookup,
      clientIdentifier: 'marquee',
      version,
      onSecret: (secret) => secrets.register(secret),
      ...(token === null ? {} : { token }),
      ...(log === undefined ? {} : { log }),
    });
}

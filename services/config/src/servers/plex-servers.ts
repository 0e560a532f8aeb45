import type { PlexClient } from '@marquee/plex';

export interface PlexServer {
  /** In front of every library and item id. */
  id: string;
  name: string;
  /** The built-in demo library stands in for a real server. */
  demo: boolean;
  client: PlexClient;
}

/** The configured Plex servers. */
export interface PlexServers {
  list(): readonly PlexServer[];
}

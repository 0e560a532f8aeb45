import type { PlexConnection } from '@marquee/contracts';
import type { PlexClient } from '@marquee/plex';

export interface PlexServer {
  /** In front of every library and item id. */
  id: string;
  name: string;
  /** What is remembered of it is kept under this: the same id at another address is another source. */
  source: string;
  /** The built-in demo library stands in for a real server. */
  demo: boolean;
  client: PlexClient;
}

export interface ServersChange {
  arrived: readonly PlexServer[];
  left: readonly PlexServer[];
}

/** The Plex servers in use; they come and go while we run. */
export interface PlexServers {
  /** undefined while it is not known yet which there are. */
  list(): readonly PlexServer[] | undefined;
  /** Where it is and what opens it, for what is written on this machine; it never leaves it. */
  connectionOf(serverId: string): Pick<PlexConnection, 'url' | 'token'> | undefined;
  /** Called when the list has changed already; returns how to stop listening. */
  onChange(listener: (change: ServersChange) => void): () => void;
}

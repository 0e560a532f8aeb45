import { type PlexConnection, Problem } from '@marquee/contracts';
import type { PlexClient } from '@marquee/plex';
import type { AdmittedUrl, OutboundGuard } from '@marquee/service-kit';
import type { PlexServerInUse, PlexViews } from './plex-access.ts';

export interface AskPlexPorts {
  /** Never the demo, which plex.tv does not know. */
  connections: () => Promise<readonly PlexConnection[]>;
  guard: Pick<OutboundGuard, 'check'>;
  /** A client that lives as long as one question. */
  connectPlex: (address: AdmittedUrl, token: string | null) => PlexClient;
}

async function withClient<T>(
  { guard, connectPlex }: AskPlexPorts,
  url: string,
  token: string | null,
  ask: (client: PlexClient) => Promise<T>,
): Promise<T> {
  const client = connectPlex(await guard.check(url, 'connector'), token);
  try {
    return await ask(client);
  } finally {
    client.close();
  }
}

async function unlessRefused<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Problem && error.code === 'plex.unauthorized') return undefined;
    throw error;
  }
}

/** The configured servers with what each calls itself, asked without a token: only then is one sent there. */
export function createPlexServers(ports: AskPlexPorts): () => Promise<PlexServerInUse[]> {
  const known = new Map<string, string>();
  async function machineOf(url: string): Promise<string | null> {
    try {
      const { machineIdentifier } = await withClient(ports, url, null, (client) => client.server.identity());
      known.set(url, machineIdentifier);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
    return known.get(url) ?? null;
  }
  return async () => {
    const connections = (await ports.connections()).filter(({ demo }) => !demo);
    return Promise.all(
      connections.map(async ({ id, name, url, token }) => ({
        id,
        name,
        url,
        token,
        machineIdentifier: await machineOf(url),
      })),
    );
  };
}

export function createPlexViews(ports: AskPlexPorts): PlexViews {
  return {
    async sections({ url }, token, options) {
      const sections = await unlessRefused(
        withClient(ports, url, token, (client) => client.sections.list(options)),
      );
      return sections?.map(({ key }) => key);
    },
    // The list of accounts is shown to nobody but the owner.
    isOwner: async ({ url }, token, options) =>
      (await unlessRefused(withClient(ports, url, token, (client) => client.history.accounts(options)))) !==
      undefined,
  };
}

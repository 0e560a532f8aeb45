import { joinId, LibraryId, Problem, problem, splitId, type User } from '@marquee/contracts';
import type { CallOptions, PlexTv, PlexTvServer } from '@marquee/plex';

/** A configured Plex server; never the demo, which plex.tv does not know. */
export interface PlexServerInUse {
  id: string;
  name: string;
  /** null while the server does not answer and never has. */
  machineIdentifier: string | null;
  url: string;
  /** Its owner's, for asking plex.tv who else there is. */
  token: string | null;
}
export type PlexServersInUse = () => Promise<PlexServerInUse[]>;

/** What a server of ours shows to somebody with a token of their own. */
export interface PlexViews {
  /** Keys of the libraries; undefined when the server refuses the token. */
  sections(server: PlexServerInUse, token: string, options: CallOptions): Promise<string[] | undefined>;
  /** Whether the server itself takes the bearer for its owner. */
  isOwner(server: PlexServerInUse, token: string, options: CallOptions): Promise<boolean>;
}

export interface PlexAccessPorts {
  plexTv: Pick<PlexTv, 'servers'>;
  servers: PlexServersInUse;
  views: PlexViews;
}

export interface PlexAccess {
  owner: boolean;
  libraries: User['libraries'];
}

type Seen = { server: PlexServerInUse } & (
  | { state: 'in'; owner: boolean; sections: string[] }
  | { state: 'out' }
  | { state: 'unknown'; cause: Problem }
);

/**
 * What this person may see on our servers now; undefined when nothing. plex.tv only names the servers: anybody can
 * run one that calls itself like ours, so ours is asked whether it knows the token.
 */
export async function readPlexAccess(
  ports: PlexAccessPorts,
  token: string,
  known: User['libraries'],
  options: CallOptions = {},
): Promise<PlexAccess | undefined> {
  const [servers, theirs] = await Promise.all([ports.servers(), ports.plexTv.servers(token, options)]);
  const seen = await Promise.all(servers.map((server) => look(ports.views, server, theirs, options)));
  const inside = seen.filter((one) => one.state === 'in');
  const unknown = seen.filter((one) => one.state === 'unknown');
  if (inside.length === 0) {
    if (unknown[0]) throw unknown[0].cause;
    return undefined;
  }
  const owner = inside.some((one) => one.owner);
  if (owner || (known === 'all' && unknown.length > 0)) return { owner, libraries: 'all' };
  // A server that is away takes nothing from what it had shown before.
  const away = new Set(unknown.map(({ server }) => server.id));
  const kept = known === 'all' ? [] : known.filter((library) => away.has(splitId(library).serverId));
  const shown = inside.flatMap(({ server, sections }) => sections.map((key) => joinId(server.id, key)));
  return {
    owner,
    libraries: [...kept, ...shown].filter((library) => LibraryId.safeParse(library).success).toSorted(),
  };
}

async function look(
  views: PlexViews,
  server: PlexServerInUse,
  theirs: PlexTvServer[],
  options: CallOptions,
): Promise<Seen> {
  if (server.machineIdentifier === null)
    return { server, state: 'unknown', cause: problem('plex.unreachable') };
  try {
    for (const { machineIdentifier, accessToken, owned } of theirs) {
      if (machineIdentifier !== server.machineIdentifier) continue;
      const sections = await views.sections(server, accessToken, options);
      if (sections === undefined) continue;
      return {
        server,
        state: 'in',
        sections,
        owner: owned && (await views.isOwner(server, accessToken, options)),
      };
    }
    return { server, state: 'out' };
  } catch (cause) {
    if (cause instanceof Problem) return { server, state: 'unknown', cause };
    throw cause;
  }
}

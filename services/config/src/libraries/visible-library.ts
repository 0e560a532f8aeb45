import {
  joinId,
  LibraryKind,
  maySeeLibrary,
  type Principal,
  Problem,
  problem,
  splitId,
} from '@marquee/contracts';
import type { PlexSection } from '@marquee/plex';
import type { PlexServer } from '../servers/plex-servers.ts';
import { type PlexPorts, serverOf, visibleServers } from '../servers/server-info.ts';

export interface VisibleLibrary {
  id: string;
  server: PlexServer;
  section: PlexSection;
  kind: LibraryKind;
}

/** A library that is not shared with the person does not exist for them. */
export async function visibleLibrary(
  ports: PlexPorts,
  principal: Principal,
  libraryId: string,
): Promise<VisibleLibrary> {
  const server = serverOf(ports, libraryId);
  if (server === undefined || !maySeeLibrary(principal, libraryId)) throw problem('library.not-found');
  const { plexKey } = splitId(libraryId);
  const library = (await librariesOf(ports, server)).find(({ section }) => section.key === plexKey);
  if (library === undefined) throw problem('library.not-found');
  return library;
}

/** All libraries of a server, of the kinds we know. */
export async function librariesOf({ memory }: PlexPorts, server: PlexServer): Promise<VisibleLibrary[]> {
  const sections = await memory.sections.get(`${server.source}/`, () => server.client.sections.list());
  return sections.flatMap((section) => {
    const kind = LibraryKind.safeParse(section.type);
    return kind.success ? [{ id: joinId(server.id, section.key), server, section, kind: kind.data }] : [];
  });
}

/** What Plex calls the libraries that the person may see; a server that is away has none to show. */
export async function visibleTitles(ports: PlexPorts, principal: Principal): Promise<'all' | Set<string>> {
  if (principal.libraries === 'all') return 'all';
  const perServer = await Promise.all(
    visibleServers(ports, principal).map((server) =>
      librariesOf(ports, server).catch((cause: unknown): VisibleLibrary[] => {
        if (cause instanceof Problem) return [];
        throw cause;
      }),
    ),
  );
  const visible = perServer.flat().filter(({ id }) => maySeeLibrary(principal, id));
  return new Set(visible.map(({ section }) => section.title));
}

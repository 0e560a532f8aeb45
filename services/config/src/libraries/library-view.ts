import { joinId, type Library } from '@marquee/contracts';
import { sectionKey } from '../servers/plex-memory.ts';
import type { PlexPorts } from '../servers/server-info.ts';
import { kindsOfLibrary } from './library-kinds.ts';
import type { VisibleLibrary } from './visible-library.ts';

const COLLAGE = 5;

type Configured = ReadonlyMap<string, NonNullable<Library['configured']>>;

export interface LibraryPorts extends PlexPorts {
  /** Blocks of config.yml by what Plex calls their libraries. */
  configured(): Promise<Configured>;
}

/** With its block in Kometa’s config.yml, by its name. */
export async function viewOfLibrary(
  ports: PlexPorts,
  library: VisibleLibrary,
  configured: Configured,
): Promise<Library> {
  const { id, server, section, kind } = library;
  const [counts, collage] = await Promise.all([countsOf(ports, library), collageOf(ports, library)]);
  return {
    id,
    serverId: server.id,
    title: section.title,
    kind,
    counts,
    agent: section.agent ?? '',
    language: section.language ?? '',
    updatedAt: section.updatedAt,
    collage,
    configured: configured.get(section.title) ?? null,
  };
}

function countsOf(
  { memory }: PlexPorts,
  { server, section, kind }: VisibleLibrary,
): Promise<Library['counts']> {
  return Promise.all(
    kindsOfLibrary[kind].map(async (type) => ({
      kind: type,
      count: await memory.counts.get(sectionKey(server, section.key, type), () =>
        server.client.items.count(section.key, { type }),
      ),
    })),
  );
}

/** The newest items that have a poster. */
async function collageOf(
  { memory }: PlexPorts,
  { server, section, kind }: VisibleLibrary,
): Promise<string[]> {
  const [type] = kindsOfLibrary[kind];
  if (type === undefined) return [];
  const { entries } = await memory.pages.get(sectionKey(server, section.key, 'collage'), async () => {
    const page = await server.client.items.page(section.key, {
      type,
      sort: { by: 'addedAt', descending: true },
      start: 0,
      size: COLLAGE * 2,
    });
    memory.facts.remember(server, section.key, page.entries);
    return page;
  });
  return entries
    .filter(({ thumb }) => thumb !== null)
    .slice(0, COLLAGE)
    .map(({ ratingKey }) => joinId(server.id, ratingKey));
}

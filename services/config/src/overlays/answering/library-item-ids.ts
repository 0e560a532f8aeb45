import { joinId, type Principal, Problem } from '@marquee/contracts';
import { kindsOfLibrary } from '../../libraries/library-kinds.ts';
import { visibleLibrary } from '../../libraries/visible-library.ts';
import type { PlexPorts } from '../../servers/server-info.ts';

const PAGE = 1_000;

/** All films, shows or artists of a library; none of one that is not there for the person. */
export async function libraryItemIds(
  ports: PlexPorts,
  principal: Principal,
  libraryId: string,
): Promise<string[]> {
  const library = await visibleLibrary(ports, principal, libraryId).catch((cause: unknown) => {
    if (cause instanceof Problem && cause.code === 'library.not-found') return undefined;
    throw cause;
  });
  if (library === undefined) return [];
  const { server, section } = library;
  const [type] = kindsOfLibrary[library.kind];
  if (type === undefined) return [];
  const ids: string[] = [];
  for await (const { ratingKey } of server.client.items.all(section.key, {
    type,
    sort: { by: 'titleSort' },
    pageSize: PAGE,
  }))
    ids.push(joinId(server.id, ratingKey));
  return ids;
}

import {
  type ItemKind,
  type ItemSort,
  type ItemSummary,
  type Page,
  type Principal,
  problem,
} from '@marquee/contracts';
import {
  allOf,
  type Filter,
  type ItemsWanted,
  isPlexType,
  itemSummary,
  type PlexItem,
  type Window,
} from '@marquee/plex';
import { kindsOfLibrary } from '../libraries/library-kinds.ts';
import { type VisibleLibrary, visibleLibrary } from '../libraries/visible-library.ts';
import { sectionKey } from '../servers/plex-memory.ts';
import type { PlexPorts } from '../servers/server-info.ts';
import { listName, nextCursor, readCursor } from './cursor.ts';
import { type FindChoice, filtersOf, type ListFilters, sortOf } from './list-wanted.ts';

export interface ItemsAsked extends ListFilters {
  cursor?: string | undefined;
  limit: number;
  kind?: ItemKind | undefined;
  sort: ItemSort;
  search?: string | undefined;
}

/** One page of a library, in an order that does not change between pages. */
export async function listItems(
  ports: PlexPorts,
  principal: Principal,
  libraryId: string,
  asked: ItemsAsked,
): Promise<Page<ItemSummary>> {
  const library = await visibleLibrary(ports, principal, libraryId);
  const kind = kindAsked(library, asked.kind);
  const { genre, label, resolution, unwatched, sort, limit } = asked;
  const search = asked.search?.trim() === '' ? undefined : asked.search;
  const list = listName({ libraryId, kind, genre, label, resolution, unwatched, sort, search });
  const start = readCursor(list, asked.cursor);
  const filters = kind && (await filtersOf(kind, asked, choiceFinder(ports, library)));
  if (kind === undefined || filters === 'nothing' || filters === undefined)
    return { entries: [], total: 0, nextCursor: null };
  const page = await pageOfSection(ports, library, {
    type: kind,
    title: search,
    sort: sortOf(kind, sort),
    filter: together(filters),
    start,
    size: limit,
  });
  return {
    entries: summariesOf(library.server.id, library.section.key, page.entries),
    total: page.totalSize,
    nextCursor: nextCursor(list, { start, size: page.entries.length, total: page.totalSize }),
  };
}

export function summariesOf(serverId: string, sectionId: string, items: readonly PlexItem[]): ItemSummary[] {
  return items.flatMap((item) => itemSummary(serverId, sectionId, item) ?? []);
}

function kindAsked({ kind: libraryKind }: VisibleLibrary, kind: ItemKind | undefined): ItemKind | undefined {
  const kinds: readonly ItemKind[] = kindsOfLibrary[libraryKind];
  if (kind === undefined || kinds.includes(kind)) return kind ?? kinds[0];
  const fix = kinds.length === 0 ? 'This library holds none of them.' : `It holds: ${kinds.join(', ')}.`;
  throw problem('request.invalid', {
    details: [{ path: 'query.kind', message: `This library holds no ${kind}s`, fix }],
  });
}

function together([first, ...rest]: readonly Filter[]): Filter | undefined {
  return first === undefined ? undefined : allOf(first, ...rest);
}

function pageOfSection(
  { memory }: PlexPorts,
  { server, section }: VisibleLibrary,
  wanted: ItemsWanted & Window,
) {
  return memory.pages.get(sectionKey(server, section.key, JSON.stringify(wanted)), async () => {
    const page = await server.client.items.page(section.key, wanted);
    memory.facts.remember(server, section.key, page.entries);
    return page;
  });
}

function choiceFinder({ memory }: PlexPorts, { server, section }: VisibleLibrary): FindChoice {
  return async (field, kind, title) => {
    const type = isPlexType(kind) ? kind : undefined;
    const choices = await memory.choices.get(sectionKey(server, section.key, `${field}/${kind}`), () =>
      server.client.vocabulary.choices(section.key, field, type === undefined ? {} : { type }),
    );
    const wanted = title.normalize('NFC').toLowerCase();
    return choices.find((choice) => choice.title?.normalize('NFC').toLowerCase() === wanted)?.key;
  };
}

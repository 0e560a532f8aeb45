import type { FilterChoice, Page, PlexArtwork, PlexItem, PlexSection, ServerInfo } from '@marquee/plex';
import { createItemFacts } from '../items/item-facts.ts';
import { createRecent } from '../recent.ts';
import type { PlexServer } from './plex-servers.ts';

/** How many of one kind a library has. */
type Count = number;

/**
 * What Plex said lately, so that one page of the grid asks it once. Short, because not every change is announced;
 * what is announced is forgotten at once. Keys begin with server and section, or server and item.
 */
export function createPlexMemory(now: () => number) {
  const of = <T>(ttlMs: number, maxEntries?: number) =>
    createRecent<T>({ now, ttlMs, ...(maxEntries === undefined ? {} : { maxEntries }) });
  const kept = {
    info: of<ServerInfo>(10_000),
    sections: of<PlexSection[]>(30_000),
    pages: of<Page<PlexItem>>(15_000, 200),
    counts: of<Count>(60_000),
    choices: of<FilterChoice[]>(300_000, 200),
    items: of<PlexItem>(15_000, 500),
    artworks: of<PlexArtwork[]>(15_000, 500),
    /** Which items of a section a question finds. */
    searches: of<ReadonlySet<string>>(60_000, 200),
    /** The items of a section by the ids that other services give them. */
    guids: of<ReadonlyMap<string, string>>(300_000, 20),
    /** How long the parts of an item run. */
    durations: of<number[]>(60_000, 1_000),
  };
  const facts = createItemFacts(now);

  return {
    ...kept,
    facts,
    forgetItem(server: PlexServer, ratingKey: string): void {
      const prefix = itemKey(server, ratingKey);
      const { items, artworks, durations, pages } = kept;
      for (const one of [items, artworks, durations, pages]) one.forget(prefix);
      facts.forgetItem(server, ratingKey);
    },
    /** Its lists, not its items: those are told of one by one. */
    forgetSection(server: PlexServer, sectionId: string): void {
      const prefix = sectionKey(server, sectionId);
      const { pages, counts, choices, searches, guids, sections } = kept;
      for (const one of [pages, counts, choices, searches, guids]) one.forget(prefix);
      sections.forget(`${server.source}/`);
    },
    forgetServer(server: PlexServer): void {
      for (const one of Object.values(kept)) one.forget(`${server.source}/`);
      facts.forgetServer(server);
    },
  };
}
export type PlexMemory = ReturnType<typeof createPlexMemory>;

export function sectionKey(server: PlexServer, sectionId: string, rest = ''): string {
  return `${server.source}/${sectionId}/${rest}`;
}
export function itemKey(server: PlexServer, ratingKey: string, rest = ''): string {
  return `${server.source}/${ratingKey}/${rest}`;
}

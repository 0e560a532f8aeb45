import type { CollectionLevel } from '@marquee/contracts';
import type { LibraryKind } from '../matching/levels.ts';
import { choicesOf, type LibraryPlace } from '../matching/library-search.ts';
import type { PlexMemory } from '../servers/plex-memory.ts';

/** The library that a definition is tried on, and what the collection is made of. */
export interface PreviewPlace extends LibraryPlace {
  memory: PlexMemory;
  kind: LibraryKind;
  level: CollectionLevel;
  now: Date;
}

/** What a search needs to be put into Plex's words. */
export function searchPorts(place: PreviewPlace) {
  const choices = (of: { field: string; type: Parameters<typeof choicesOf>[3] }) =>
    choicesOf(place.memory, place, of.field, of.type);
  return { choices, now: place.now };
}

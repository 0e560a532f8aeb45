import { createHash } from 'node:crypto';
import type { CollectionPreview, Principal } from '@marquee/contracts';
import type { PlainMap } from '@marquee/kometa';
import type { ConfigFolder } from '../files/config-folder.ts';
import { listName, nextCursor, readCursor } from '../items/cursor.ts';
import { summariesOf } from '../items/list-items.ts';
import { type VisibleLibrary, visibleLibrary } from '../libraries/visible-library.ts';
import { KometaRefuses } from '../matching/verdict.ts';
import type { Desk } from '../problems/deskwork.ts';
import { createRecent, type Recent } from '../recent.ts';
import type { PlexPorts } from '../servers/server-info.ts';
import { collectionTitled, type PresentCollection } from './compare-collection.ts';
import { levelIn } from './count-search.ts';
import { type FoundItems, findItems } from './find-items.ts';
import { knownSettings } from './library-settings.ts';
import type { PreviewPlace } from './preview-place.ts';
import { type Definition, readDefinition, whySkipped } from './read-definition.ts';
import { changesBy, notesOn } from './say-changes.ts';
import { fullItems } from './source.ts';
import { withTemplates } from './with-templates.ts';

export interface PreviewPorts extends PlexPorts {
  folder: ConfigFolder;
  desk: Desk;
  clock: () => Date;
}
export interface PreviewAsked {
  libraryId: string;
  name: string;
  definition: PlainMap;
  fileId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

const MOST_SHOWN = 100;
const KEPT_MS = 60_000;

/** Everything but the page of items. */
type Whole = Omit<CollectionPreview, 'items' | 'nextCursor'> & { keys: string[] };

/** What a definition would make of the library now. Later pages are of what the first one found. */
export function createPreview(ports: PreviewPorts) {
  const now = () => ports.clock().getTime();
  const recent: Recent<Whole> = createRecent({ now, ttlMs: KEPT_MS, maxEntries: 20 });

  return async (principal: Principal, asked: PreviewAsked): Promise<CollectionPreview> => {
    const library = await visibleLibrary(ports, principal, asked.libraryId);
    const { libraryId, name, definition, fileId = '' } = asked;
    const list = listName({ libraryId, name, fileId, definition: hashOf(definition) });
    const start = readCursor(list, asked.cursor);
    const key = `${library.server.source}/${list}`;
    if (asked.cursor === undefined) recent.forget(key);
    const { keys, ...whole } = await recent.get(key, () => preview(ports, library, asked));
    const page = keys.slice(start, start + asked.limit);
    const items = await shown(ports, library, page);
    return {
      ...whole,
      items,
      nextCursor: nextCursor(list, { start, size: page.length, total: keys.length }),
    };
  };
}

const hashOf = (definition: PlainMap): string =>
  createHash('sha256').update(JSON.stringify(definition)).digest('base64url');

async function preview(
  ports: PreviewPorts,
  library: VisibleLibrary,
  { name, fileId, definition: written }: PreviewAsked,
): Promise<Whole> {
  const kind = levelIn(library, undefined);
  if (kind !== 'movie' && kind !== 'show' && kind !== 'artist') return refused('Kometa makes none here');
  const { folder, desk, clock } = ports;
  const { section } = library;
  const expansion = await withTemplates(
    { folder, desk, now: clock() },
    { library: { name: section.title, kind }, fileId, name, definition: written },
  );
  if (expansion.state === 'refused')
    return refused(`Kometa refuses what its templates make: ${expansion.message}`);
  const values = expansion.state === 'expanded' ? expansion.values : written;
  const skipped = whySkipped(values, kind);
  if (skipped !== null) return refused(`Kometa passes it over: ${skipped}`);
  const { settings, note } = await knownSettings(folder, section.title);
  const { server } = library;
  try {
    const definition = readDefinition({ name, values, kind, settings });
    const place: PreviewPlace = {
      ...{
        server,
        sectionId: section.key,
        memory: ports.memory,
        kind,
        level: definition.level,
        now: clock(),
      },
    };
    const found = await findItems(place, definition);
    const present = definition.makes ? await collectionTitled(place, definition.title) : undefined;
    const whole = await compared(ports, library, { definition, found, present });
    const open =
      expansion.state === 'unsure'
        ? `It calls a template, and what that adds is not known: ${expansion.message}`
        : null;
    return { ...whole, notes: [...whole.notes, ...[open, note].flatMap((one) => one ?? [])] };
  } catch (cause) {
    if (cause instanceof KometaRefuses) return refused(`Kometa refuses the definition: ${cause.message}`);
    throw cause;
  }
}

interface Known {
  definition: Definition;
  found: FoundItems;
  present: PresentCollection | undefined;
}

async function compared(ports: PreviewPorts, library: VisibleLibrary, known: Known): Promise<Whole> {
  const { definition, found, present } = known;
  const { added, removed } = changesBy(known);
  const gone = removed.slice(0, MOST_SHOWN).flatMap((key) => present?.members.get(key) ?? []);
  return {
    builders: found.builders,
    filters: found.filters,
    keys: found.keys,
    total: found.sure && !definition.template ? found.keys.length : null,
    collection: definition.makes
      ? { exists: present !== undefined, size: present?.members.size ?? 0, smart: present?.smart ?? false }
      : null,
    added: await shown(ports, library, added.slice(0, MOST_SHOWN)),
    addedTotal: added.length,
    removed: summariesOf(library.server.id, library.section.key, gone),
    removedTotal: removed.length,
    notes: [...found.notes, ...notesOn(known)],
  };
}

const refused = (note: string): Whole => ({
  builders: [],
  filters: { state: 'none', left: null, message: 'They are not looked at' },
  keys: [],
  total: 0,
  collection: null,
  added: [],
  addedTotal: 0,
  removed: [],
  removedTotal: 0,
  notes: [note],
});

async function shown(ports: PreviewPorts, { server, section }: VisibleLibrary, keys: readonly string[]) {
  if (keys.length === 0) return [];
  const items = await fullItems({ server }, keys);
  ports.memory.facts.remember(server, section.key, items);
  return summariesOf(server.id, section.key, items);
}

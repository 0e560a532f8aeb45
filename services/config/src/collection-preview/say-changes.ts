import type { PresentCollection } from './compare-collection.ts';
import type { FoundItems } from './find-items.ts';
import type { Definition } from './read-definition.ts';

interface Known {
  definition: Definition;
  found: FoundItems;
  present: PresentCollection | undefined;
}

/** What a run would put into the collection and take out of it. */
export function changesBy(known: Known): { added: string[]; removed: string[] } {
  const { definition, found, present } = known;
  if (whyUntouched(known) !== null) return { added: [], removed: [] };
  const added = found.keys.filter((key) => present?.members.has(key) !== true);
  // What else would be found, nobody knows; so nothing is said to go.
  const all = found.sure && !definition.template;
  const goes = all && (definition.sync || isKeptByPlex(definition));
  const stays = new Set(found.keys);
  const removed = goes ? [...(present?.members.keys() ?? [])].filter((key) => !stays.has(key)) : [];
  return { added, removed };
}

/** By a search of its own, whose result it always is. */
const isKeptByPlex = ({ smart, builders }: Definition): boolean =>
  smart && builders.some(({ builder }) => builder === 'smart_filter' || builder === 'smart_url');

interface Untouched {
  by: 'refusal' | 'setting' | 'minimum';
  message: string;
}

/** Why a run leaves the members of the collection alone; null where it does not. */
function whyUntouched({ definition, found, present }: Known): Untouched | null {
  const { minimum, makes, onlyOnce, smart } = definition;
  const count = found.keys.length;
  if (found.refusal !== null) {
    const message = `Kometa refuses the definition and leaves the collection as it is: ${found.refusal}`;
    return { by: 'refusal', message };
  }
  if (!makes) {
    const message = 'build_collection is false: no collection is made, only its items are changed';
    return { by: 'setting', message };
  }
  if (onlyOnce && present !== undefined) {
    const message = 'only_run_on_create: the collection is there, so Kometa leaves it alone';
    return { by: 'setting', message };
  }
  if (!smart && found.sure && !definition.blank && !definition.template && count < minimum) {
    const message = `minimum_items is ${minimum} and ${count} were found: Kometa would make no collection`;
    return { by: 'minimum', message };
  }
  return null;
}

/** What else a person should know before a run. */
export function notesOn(known: Known): string[] {
  const { definition, found, present } = known;
  const untouched = whyUntouched(known);
  const notes = untouched === null ? [] : [untouched.message];
  const { deletesBelowMinimum, minimum, smart, limit, blank, builders } = definition;
  if (blank && builders.length === 0) notes.push('blank_collection: it is made without items');
  if (present === undefined || found.refusal !== null) return notes;
  if (deletesBelowMinimum && untouched?.by === 'minimum')
    notes.push(`delete_below_minimum: the collection that is there would be deleted, below ${minimum} items`);
  if (present.smart !== smart && untouched === null)
    notes.push(
      `It is a ${present.smart ? 'smart' : 'plain'} collection in Plex: Kometa deletes it and makes it anew`,
    );
  if (limit !== undefined && !definition.sync && !smart)
    notes.push('sync_mode is append: the limit counts what is found, not what is in the collection');
  return notes;
}

import type { KnownTag, PlexState } from '../model.ts';

/** Plex gives each tag of each kind a number; filters may use either. */
export interface TagBook {
  id(field: string, tag: string): number;
  find(id: number): KnownTag | undefined;
}

const nameOf = (field: string, tag: string): string => `${field}\n${tag.toLowerCase()}`;

export const createTagBook = (
  state: Pick<PlexState, 'tags' | 'numbering'>,
  numbered: () => void,
): TagBook => {
  const byName = new Map<string, KnownTag>();
  const byId = new Map<number, KnownTag>();
  const learn = (known: KnownTag) => {
    byName.set(nameOf(known.field, known.tag), known);
    byId.set(known.id, known);
  };
  for (const known of state.tags) learn(known);

  return {
    id: (field, tag) => {
      const known = byName.get(nameOf(field, tag));
      if (known) return known.id;
      while (byId.has(state.numbering.nextTag)) state.numbering.nextTag += 1;
      const fresh = { id: state.numbering.nextTag, field, tag };
      state.numbering.nextTag += 1;
      state.tags.push(fresh);
      learn(fresh);
      numbered();
      return fresh.id;
    },
    find: (id) => byId.get(id),
  };
};

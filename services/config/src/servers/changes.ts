/** What changed on a server since it was last told. */
export interface Change {
  sectionId: string;
  /** null: so much of the section changed that naming items says no more. */
  ratingKey: string | null;
}

/** A scan tells of thousands of items in seconds; more than so many in one go are told as the section alone. */
const MOST_ITEMS = 50;

/** Gathers changes until they are taken; what is told twice is kept once. */
export function createChanges() {
  const sections = new Map<string, Set<string> | 'all'>();
  return {
    note({ sectionId, ratingKey }: Change): void {
      const known = sections.get(sectionId);
      if (known === 'all') return;
      if (ratingKey === null || (known !== undefined && known.size >= MOST_ITEMS && !known.has(ratingKey))) {
        sections.set(sectionId, 'all');
      } else if (known === undefined) sections.set(sectionId, new Set([ratingKey]));
      else known.add(ratingKey);
    },
    isEmpty: () => sections.size === 0,
    take(): Change[] {
      const taken: Change[] = [];
      for (const [sectionId, items] of sections) {
        if (items === 'all') taken.push({ sectionId, ratingKey: null });
        else for (const ratingKey of items) taken.push({ sectionId, ratingKey });
      }
      sections.clear();
      return taken;
    },
  };
}

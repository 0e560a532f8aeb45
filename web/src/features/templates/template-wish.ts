import type { BlockTemplate } from '@marquee/contracts';

export const shownKinds = ['all', 'collection', 'playlist', 'library', 'own'] as const;
export interface Wish {
  search: string;
  kind: (typeof shownKinds)[number];
}
export const noWish: Wish = { search: '', kind: 'all' };

export function fitting(templates: readonly BlockTemplate[], { search, kind }: Wish): BlockTemplate[] {
  const words = search.trim().toLowerCase().split(/\s+/);
  const found = templates.filter((template) => {
    if (kind === 'own' ? template.shipped : kind !== 'all' && template.kind !== kind) return false;
    const text = `${template.title} ${template.what} ${template.name} ${template.yaml}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return found.sort((one, other) => rankOf(one) - rankOf(other) || one.title.localeCompare(other.title));
}

/** One's own first, then by kind. */
const rankOf = ({ shipped, kind }: BlockTemplate) => (shipped ? 1 : 0) * 10 + shownKinds.indexOf(kind);

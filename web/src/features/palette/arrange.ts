import { fit } from './fuzzy.ts';
import type { PaletteEntry, PaletteGroup } from './palette-entry.ts';

const groups: readonly PaletteGroup[] = ['recent', 'pages', 'libraries', 'actions', 'titles'];

/**
 * The entries to show, in the order in which they are walked. Without words the recent ones come first; with words
 * the best fit comes first in its group, and the group of the best fit before the others. Titles were found by
 * Marquee and are only put behind.
 */
export function arrange(
  entries: readonly PaletteEntry[],
  titles: readonly PaletteEntry[],
  typed: string,
  recent: readonly string[],
): PaletteEntry[] {
  if (typed.trim() === '') {
    const lately = recent.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
    const rest = entries.filter(({ id }) => !lately.some((entry) => entry.id === id));
    return inGroups([...lately.map((entry) => ({ ...entry, group: 'recent' as const })), ...rest], groups);
  }
  const found = entries
    .flatMap((entry) => {
      const score = best(fit(typed, entry.label), fit(typed, entry.hint ?? ''));
      return score === null ? [] : [{ entry, score: score + (recent.includes(entry.id) ? 5 : 0) }];
    })
    .sort((one, other) => other.score - one.score)
    .map(({ entry }) => entry);
  const order = [...new Set(found.map(({ group }) => group)), 'titles' as const];
  return inGroups([...found, ...titles], order);
}

function best(one: number | null, other: number | null): number | null {
  if (one === null) return other === null ? null : other - 20;
  return other === null ? one : Math.max(one, other - 20);
}

function inGroups(entries: readonly PaletteEntry[], order: readonly PaletteGroup[]): PaletteEntry[] {
  return order.flatMap((group) => entries.filter((entry) => entry.group === group));
}

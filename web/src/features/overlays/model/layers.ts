import type { ItemAccount, OverlayAccount, OverlayEntry } from '@marquee/contracts';

/** A definition as the layers panel shows it: with what it does to the others and what became of it. */
export interface Layer {
  mapping: string;
  entry: OverlayEntry;
  suppresses: readonly string[];
  suppressedBy: readonly string[];
  /** Others of its group: only one of them is drawn. */
  rivals: readonly string[];
  account: OverlayAccount | null;
}

/** What is drawn last lies in front, and stands first in the panel. */
export function layersOf(entries: readonly OverlayEntry[], account: ItemAccount | null): Layer[] {
  const accounts = new Map(account?.overlays.map((overlay) => [overlay.key, overlay]));
  return entries
    .map((entry): Layer => {
      const { mapping, definition } = entry;
      const known = new Set(entries.map((other) => other.mapping));
      return {
        mapping,
        entry,
        suppresses: definition?.suppress.filter((name) => known.has(name)) ?? [],
        suppressedBy: entries
          .filter((other) => other.definition?.suppress.includes(mapping))
          .map((other) => other.mapping),
        rivals: definition?.group
          ? entries
              .filter((other) => other.mapping !== mapping && other.definition?.group === definition.group)
              .map((other) => other.mapping)
          : [],
        account: accounts.get(definition?.key ?? mapping) ?? null,
      };
    })
    .reverse();
}

/** Where a layer goes so that it stands before or behind its neighbour; null when there is none. */
export function moveBy(
  entries: readonly OverlayEntry[],
  mapping: string,
  by: 'forward' | 'back' | 'front' | 'rear',
): { after: string | null } | null {
  const names = entries.map((entry) => entry.mapping);
  const place = names.indexOf(mapping);
  const others = names.filter((name) => name !== mapping);
  const last = others.length;
  const wanted = { forward: place + 1, back: place - 1, front: last, rear: 0 }[by];
  if (place < 0 || wanted < 0 || wanted > last || wanted === place) return null;
  return { after: others[wanted - 1] ?? null };
}

/** A name like this one that no definition has yet. */
export function freeName(wish: string, taken: Iterable<string>): string {
  const names = new Set(taken);
  if (!names.has(wish)) return wish;
  const stem = wish.replace(/ \d+$/, '');
  for (let number = 2; ; number += 1) {
    const name = `${stem} ${number}`;
    if (!names.has(name)) return name;
  }
}

import type { DoctorGroup, DoctorKind } from '@marquee/contracts';

type Severity = DoctorKind['severity'];
export type Shown = Severity | 'all';

export interface ShownGroup {
  group: DoctorGroup;
  kinds: DoctorKind[];
}

/** Kinds under their groups, in the order that they came in. */
export function groupsOf(kinds: readonly DoctorKind[], only: Shown): ShownGroup[] {
  const groups = new Map<DoctorGroup, DoctorKind[]>();
  for (const kind of kinds) {
    const places = kind.places.filter(({ severity }) => only === 'all' || severity === only);
    if (places.length === 0) continue;
    const others = groups.get(kind.group) ?? [];
    groups.set(kind.group, [...others, { ...kind, places, more: only === 'all' ? kind.more : 0 }]);
  }
  return [...groups].map(([group, within]) => ({ group, kinds: within }));
}

export function countsOf(kinds: readonly DoctorKind[]): Record<Shown, number> {
  const counts = { all: 0, error: 0, warning: 0, info: 0 };
  for (const { places, more, severity } of kinds) {
    for (const place of places) counts[place.severity] += 1;
    // The worst are listed, so those that are not are as mild as the last.
    counts[places.at(-1)?.severity ?? severity] += more;
    counts.all += places.length + more;
  }
  return counts;
}

/** Ids of the places that can be mended by a click. */
export function fixableIn(kinds: readonly DoctorKind[]): string[] {
  return kinds.flatMap(({ places }) => places.filter(({ fix }) => fix !== null).map(({ id }) => id));
}

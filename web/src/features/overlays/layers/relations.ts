import type { Layer } from '../model/layers.ts';

/** What ties layers together: one that suppresses others, or rivals in a group. */
export type Relation =
  | { kind: 'suppresses'; id: string; from: string; to: readonly string[] }
  | { kind: 'group'; id: string; members: readonly string[] };

/** As the panel lists the layers. What a layer suppresses makes one relation, so that its lines share a way. */
export function relationsOf(layers: readonly Layer[]): Relation[] {
  const suppressions = layers.flatMap(({ mapping, suppresses }): Relation[] => {
    const to = [...new Set(suppresses)].filter((name) => name !== mapping);
    return to.length === 0 ? [] : [{ kind: 'suppresses', id: `suppresses ${mapping}`, from: mapping, to }];
  });
  const grouped = new Map<string, string[]>();
  for (const { mapping, entry, rivals } of layers) {
    const group = entry.definition?.group;
    if (group && rivals.length > 0) grouped.set(group, [...(grouped.get(group) ?? []), mapping]);
  }
  return [
    ...suppressions,
    ...[...grouped].map(([group, members]): Relation => ({ kind: 'group', id: `group ${group}`, members })),
  ];
}

export function layersIn(relation: Relation): readonly string[] {
  return relation.kind === 'group' ? relation.members : [relation.from, ...relation.to];
}

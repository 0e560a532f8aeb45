import type { PlexItem } from '../model.ts';
import type { TypeName } from '../world/titles.ts';
import { parentOf, type World } from '../world/world.ts';
import type { Field, Listed } from './field.ts';
import { fieldNamed } from './fields.ts';

const lineages: TypeName[][] = [
  ['show', 'season', 'episode'],
  ['artist', 'album', 'track'],
];

const lineageOf = (kind: TypeName): TypeName[] => lineages.find((one) => one.includes(kind)) ?? [kind];

const ancestor = (world: World, item: PlexItem, kind: TypeName): PlexItem[] => {
  const parent = parentOf(world, item);
  if (!parent) return [];
  return parent.kind === kind ? [parent] : ancestor(world, parent, kind);
};

const descendants = (world: World, item: PlexItem, kind: TypeName): PlexItem[] =>
  world
    .children(item.ratingKey)
    .flatMap((child) => (child.kind === kind ? [child] : descendants(world, child, kind)));

/** The relatives of an item that a filter like `show.genre` or `episode.hdr` speaks about. */
export const relatives = (world: World, item: Listed, kind: TypeName): Listed[] => {
  if (item.kind === kind) return [item];
  if (item.kind === 'collection') return [];
  const lineage = lineageOf(item.kind);
  if (!lineage.includes(kind)) return [];
  return lineage.indexOf(kind) < lineage.indexOf(item.kind)
    ? ancestor(world, item, kind)
    : descendants(world, item, kind);
};

export interface Target {
  kind: TypeName;
  field: Field;
}

/** A field the listed kind does not have is looked for above it first (an episode's genre), then below (a show's HDR). */
const searchOrder = (kind: TypeName): TypeName[] => {
  const lineage = lineageOf(kind);
  const here = lineage.indexOf(kind);
  return [kind, ...lineage.slice(0, here).reverse(), ...lineage.slice(here + 1).reverse()];
};

export const findTarget = (listedKind: TypeName, written: string): Target | undefined => {
  const [prefix, ...rest] = written.split('.');
  if (rest.length > 0) {
    const kind = [...searchOrder(listedKind), 'collection' as const].find((one) => one === prefix);
    const field = kind && fieldNamed(kind, rest.join('.'));
    return kind && field ? { kind, field } : undefined;
  }
  for (const kind of searchOrder(listedKind)) {
    const field = fieldNamed(kind, written);
    if (field) return { kind, field };
  }
  return undefined;
};

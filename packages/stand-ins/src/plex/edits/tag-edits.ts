import type { PictureOwner, PlexItem, TagField } from '../model.ts';
import { decodeText, type Query } from '../wire/query.ts';
import type { World } from '../world/world.ts';
import { joinCollection, leaveCollectionNamed } from './collection-membership.ts';

export interface TagEdit {
  field: string;
  add: string[];
  remove: string[];
}

const addShape = /^(\w+)\[\d*\]\.tag\.tag$/;
const removeShape = /^(\w+)\[\]\.tag\.tag-$/;

/** Names to remove are joined by commas and percent-encoded once more, so that a name may hold a comma. */
const removals = (value: string): string[] =>
  value.split(',').flatMap((name) => (name === '' ? [] : [decodeText(name)]));

export const readTagEdits = (query: Query): TagEdit[] => {
  const edits = new Map<string, TagEdit>();
  const edit = (field: string): TagEdit => {
    const there = edits.get(field) ?? { field, add: [], remove: [] };
    edits.set(field, there);
    return there;
  };
  for (const { name, value } of query.list) {
    const added = addShape.exec(name)?.[1];
    if (added !== undefined && value !== '') edit(added).add.push(value);
    const removed = removeShape.exec(name)?.[1];
    if (removed !== undefined) edit(removed).remove.push(...removals(value));
  }
  return [...edits.values()];
};

const sameName = (a: string) => (b: string) => a.toLowerCase() === b.toLowerCase();

const merged = (names: readonly string[], { add, remove }: TagEdit): string[] => {
  const kept = names.filter((name) => !remove.some(sameName(name)));
  for (const name of add) if (!kept.some(sameName(name))) kept.push(name);
  return kept;
};

const editable = new Set<string>([
  'genre',
  'director',
  'writer',
  'producer',
  'country',
  'label',
  'mood',
  'style',
  'network',
  'similar',
] satisfies TagField[]);

const isTagField = (field: string): field is TagField => editable.has(field);

const editRoles = (item: PlexItem, edit: TagEdit): void => {
  const names = merged(
    item.roles.map(({ name }) => name),
    edit,
  );
  item.roles = names.map((name) => item.roles.find((role) => role.name === name) ?? { name });
};

const editMembership = (world: World, item: PlexItem, { add, remove }: TagEdit): void => {
  for (const title of remove) leaveCollectionNamed(world, item, title);
  for (const title of add) joinCollection(world, item, title);
};

/** Named tags are added to those there are; only the `-` form takes tags away. */
export const editTags = (world: World, owner: PictureOwner, edits: readonly TagEdit[]): void => {
  for (const edit of edits) {
    if (owner.kind === 'collection') {
      if (edit.field === 'label') owner.labels = merged(owner.labels, edit);
    } else if (owner.kind !== 'playlist') {
      if (edit.field === 'collection') editMembership(world, owner, edit);
      else if (edit.field === 'actor' || edit.field === 'role') editRoles(owner, edit);
      else if (isTagField(edit.field)) owner.tags[edit.field] = merged(owner.tags[edit.field] ?? [], edit);
    }
  }
};

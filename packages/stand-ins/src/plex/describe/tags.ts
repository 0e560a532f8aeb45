import type { PlexItem, TagField } from '../model.ts';
import { type Element, element } from '../wire/element.ts';
import type { View } from './eyes.ts';

const shown: [TagField, string][] = [
  ['genre', 'Genre'],
  ['country', 'Country'],
  ['director', 'Director'],
  ['writer', 'Writer'],
  ['producer', 'Producer'],
  ['network', 'Network'],
  ['mood', 'Mood'],
  ['style', 'Style'],
  ['similar', 'Similar'],
];

export const describeTag = (tagName: string, field: string, tag: string, view: View): Element => {
  const id = view.world.tags.id(field, tag);
  return element(tagName, { id, filter: `${field}=${id}`, tag });
};

const describeRoles = (item: PlexItem, view: View): Element[] =>
  item.roles.map(({ name, role, thumb }) => {
    const id = view.world.tags.id('actor', name);
    return element('Role', { id, filter: `actor=${id}`, tag: name, role, thumb });
  });

export const describeTags = (item: PlexItem, view: View): Element[] => [
  ...shown.flatMap(([field, name]) =>
    (item.tags[field] ?? []).map((tag) => describeTag(name, field, tag, view)),
  ),
  ...view.world.collectionsOf(item).map(({ title }) => describeTag('Collection', 'collection', title, view)),
  ...describeRoles(item, view),
  ...(view.full ? (item.tags.label ?? []).map((tag) => describeTag('Label', 'label', tag, view)) : []),
];

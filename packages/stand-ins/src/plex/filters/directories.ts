import type { PlexSection } from '../model.ts';
import { type Element, element } from '../wire/element.ts';
import { sortTitleOf, type TypeName, typeNumbers } from '../world/titles.ts';
import type { Choice, Eyes, Listed } from './field.ts';
import { findTarget, relatives } from './relation.ts';

const choicesOf = (item: Listed, kind: TypeName, name: string, eyes: Eyes): Choice[] => {
  const target = findTarget(kind, name);
  if (!target?.field.listed) return [];
  const { field } = target;
  return relatives(eyes.world, item, target.kind).flatMap((subject): Choice[] => {
    switch (field.type) {
      case 'string':
      case 'guid':
        return field.read(subject, eyes).map((title) => ({ key: title, title }));
      case 'integer':
      case 'date':
      case 'boolean':
        return field.read(subject, eyes).map((value) => ({
          key: String(value),
          title: name === 'decade' ? `${value}s` : String(value),
        }));
      default:
        return field.read(subject, eyes);
    }
  });
};

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const fastKey = (section: PlexSection, kind: TypeName, name: string, key: string): string => {
  const type = kind === section.kind ? '' : `type=${typeNumbers[kind]}&`;
  return `/library/sections/${section.id}/all?${type}${name}=${encodeURIComponent(key)}`;
};

/** Every value a field has in a library, for picking; undefined when the field has no such list. */
export const listChoices = (
  section: PlexSection,
  kind: TypeName,
  name: string,
  items: readonly Listed[],
  eyes: Eyes,
): Element[] | undefined => {
  if (!findTarget(kind, name)?.field.listed) return undefined;
  const byKey = new Map(
    items.flatMap((item) => choicesOf(item, kind, name, eyes)).map((one) => [one.key, one]),
  );
  const sorted = [...byKey.values()].sort((a, b) => collator.compare(a.title, b.title));
  const newestFirst = name === 'year' || name === 'decade';
  return (newestFirst ? sorted.reverse() : sorted).map(({ key, title }) =>
    element('Directory', { fastKey: fastKey(section, kind, name, key), key, title, type: name }),
  );
};

const firstCharacter = (item: Listed): string => {
  const first = sortTitleOf(item).normalize('NFD').charAt(0).toUpperCase();
  return /\p{L}/u.test(first) ? first : '#';
};

export const listFirstCharacters = (section: PlexSection, items: readonly Listed[]): Element[] => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(firstCharacter(item), (counts.get(firstCharacter(item)) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => collator.compare(a, b))
    .map(([title, size]) =>
      element('Directory', {
        size,
        key: `/library/sections/${section.id}/firstCharacter/${encodeURIComponent(title)}`,
        title,
      }),
    );
};

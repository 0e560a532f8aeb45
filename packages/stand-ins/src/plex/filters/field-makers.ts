import type { PlexItem, PlexMedia, PlexStream, TagField } from '../model.ts';
import { useOf } from '../world/world.ts';
import type { Choice, ChoiceField, Eyes, Listed, NumberField, TextField } from './field.ts';

type TextKey =
  | 'title'
  | 'titleSort'
  | 'originalTitle'
  | 'editionTitle'
  | 'studio'
  | 'contentRating'
  | 'summary';
type NumberKey = 'year' | 'index' | 'duration' | 'rating' | 'audienceRating' | 'addedAt' | 'updatedAt';

const present = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);

/** Collections share only a few properties with items; the others read as absent. */
const property = <K extends TextKey | NumberKey>(item: Listed, key: K): PlexItem[K] | undefined =>
  item.kind === 'collection' ? (item as Partial<Pick<PlexItem, TextKey | NumberKey>>)[key] : item[key];

export const asItem = (listed: Listed): PlexItem[] => (listed.kind === 'collection' ? [] : [listed]);

export const text = (name: TextKey, title: string, listed = false): TextField => ({
  name,
  title,
  type: 'string',
  listed,
  read: (item) => present(property(item, name)),
});

export const number = (name: NumberKey, title: string, listed = false): NumberField => ({
  name,
  title,
  type: 'integer',
  listed,
  read: (item) => present(property(item, name)),
});

export const date = (name: 'addedAt' | 'updatedAt', title: string): NumberField => ({
  name,
  title,
  type: 'date',
  read: (item) => present(property(item, name)),
});

export const flag = (
  name: string,
  title: string,
  holds: (item: Listed, eyes: Eyes) => boolean,
): NumberField => ({ name, title, type: 'boolean', read: (item, eyes) => [holds(item, eyes) ? 1 : 0] });

export const personal = (
  name: 'userRating' | 'viewCount' | 'skipCount' | 'lastViewedAt' | 'lastRatedAt' | 'viewOffset',
  title: string,
): NumberField => ({
  name,
  title,
  type: name.endsWith('At') ? 'date' : 'integer',
  read: (item, { account }) => {
    const value = useOf(item, account)[name];
    return name === 'viewCount' || name === 'skipCount' ? [value ?? 0] : present(value);
  },
});

const tagChoice = (eyes: Eyes, field: string, tag: string): Choice => ({
  key: String(eyes.world.tags.id(field, tag)),
  title: tag,
});

export const tag = (name: TagField, title: string): ChoiceField => ({
  name,
  title,
  type: 'tag',
  listed: true,
  read: (item, eyes) => tagsOf(item, name, eyes).map((one) => tagChoice(eyes, name, one)),
});

const tagsOf = (item: Listed, name: TagField, eyes: Eyes): string[] => {
  if (item.kind === 'collection') return name === 'label' ? item.labels : [];
  if (name === 'collection') return eyes.world.collectionsOf(item).map((one) => one.title);
  return item.tags[name] ?? [];
};

export const actor: ChoiceField = {
  name: 'actor',
  title: 'Actor',
  type: 'tag',
  listed: true,
  read: (item, eyes) =>
    asItem(item).flatMap(({ roles }) => roles.map((role) => tagChoice(eyes, 'actor', role.name))),
};

/** A list whose keys are the values themselves, such as age ratings. */
export const plainChoice = (
  name: string,
  title: string,
  type: ChoiceField['type'],
  read: (item: PlexItem) => Choice[],
): ChoiceField => ({ name, title, type, listed: true, read: (item) => asItem(item).flatMap(read) });

export const ofMedia = <T>(item: Listed, read: (media: PlexMedia) => T | undefined): T[] =>
  asItem(item).flatMap(({ media }) => media.flatMap((one) => present(read(one))));

export const streamsOf = (item: PlexItem): PlexStream[] =>
  item.media.flatMap(({ parts }) => parts.flatMap(({ streams }) => streams));

export const mediaNumber = (
  name: string,
  title: string,
  read: (media: PlexMedia) => number | undefined,
): NumberField => ({ name, title, type: 'integer', read: (item) => ofMedia(item, read) });

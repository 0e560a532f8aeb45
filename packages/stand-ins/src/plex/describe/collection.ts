import type { PlexCollection } from '../model.ts';
import { type Element, element } from '../wire/element.ts';
import { collectionItems } from '../world/members.ts';
import { useOf } from '../world/world.ts';
import type { View } from './eyes.ts';
import { pictureAttributes } from './pictures.ts';
import { describeItemPreferences } from './preferences.ts';
import { describeTag } from './tags.ts';

export const describeCollection = (collection: PlexCollection, view: View): Element => {
  const items = collectionItems(collection, view);
  const years = items.flatMap(({ year }) => year ?? []);
  return element(
    'Directory',
    {
      ratingKey: String(collection.ratingKey),
      key: `/library/collections/${collection.ratingKey}/children`,
      guid: collection.guid,
      type: 'collection',
      title: collection.title,
      titleSort: collection.titleSort,
      librarySectionTitle: view.world.section(collection.sectionId)?.title,
      librarySectionID: collection.sectionId,
      librarySectionKey: `/library/sections/${collection.sectionId}`,
      contentRating: collection.contentRating,
      subtype: collection.subtype,
      summary: collection.summary ?? '',
      smart: collection.content !== undefined,
      content: collection.content,
      index: collection.ratingKey,
      ratingCount: 0,
      childCount: items.length,
      minYear: years.length > 0 ? String(Math.min(...years)) : undefined,
      maxYear: years.length > 0 ? String(Math.max(...years)) : undefined,
      addedAt: collection.addedAt,
      updatedAt: collection.updatedAt,
      collectionMode: String(collection.mode),
      collectionSort: String(collection.sort),
      thumb: `/library/collections/${collection.ratingKey}/composite/${collection.updatedAt}`,
      ...Object.fromEntries(Object.entries(pictureAttributes(collection)).filter(([, path]) => path)),
      ...useOf(collection, view.account),
    },
    [
      ...(view.full ? collection.labels.map((tag) => describeTag('Label', 'label', tag, view)) : []),
      ...(view.full ? collection.locked.map((name) => element('Field', { locked: true, name })) : []),
      ...(view.preferences ? [describeItemPreferences(collection)] : []),
    ],
  );
};

import type { PlexItem } from '../model.ts';
import { type Attributes, type Element, element } from '../wire/element.ts';
import { leavesOf, parentOf, useOf } from '../world/world.ts';
import type { View } from './eyes.ts';
import { describeMedia } from './media.ts';
import { pictureAttributes, picturePath } from './pictures.ts';
import { describeItemPreferences } from './preferences.ts';
import { describeTags } from './tags.ts';

const tagNames: Record<PlexItem['kind'], string> = {
  movie: 'Video',
  episode: 'Video',
  track: 'Track',
  show: 'Directory',
  season: 'Directory',
  artist: 'Directory',
  album: 'Directory',
};

const hasChildren = (item: PlexItem): boolean => tagNames[item.kind] === 'Directory';

const sectionAttributes = (item: PlexItem, { world }: View): Attributes => ({
  librarySectionTitle: world.section(item.sectionId)?.title,
  librarySectionID: item.sectionId,
  librarySectionKey: `/library/sections/${item.sectionId}`,
});

const ancestorAttributes = (prefix: 'parent' | 'grandparent', ancestor: PlexItem | undefined): Attributes =>
  ancestor
    ? {
        [`${prefix}RatingKey`]: String(ancestor.ratingKey),
        [`${prefix}Key`]: `/library/metadata/${ancestor.ratingKey}`,
        [`${prefix}Guid`]: ancestor.guid,
        [`${prefix}Title`]: ancestor.title,
        [`${prefix}Thumb`]: picturePath(ancestor, 'poster'),
        [`${prefix}Art`]: prefix === 'grandparent' ? picturePath(ancestor, 'art') : undefined,
        [`${prefix}Index`]: prefix === 'parent' ? ancestor.index : undefined,
        [`${prefix}Year`]: prefix === 'parent' ? ancestor.year : undefined,
      }
    : {};

const relationAttributes = (item: PlexItem, view: View): Attributes => {
  const parent = parentOf(view.world, item);
  const grandparent = parent && parentOf(view.world, parent);
  return { ...ancestorAttributes('parent', parent), ...ancestorAttributes('grandparent', grandparent) };
};

const countAttributes = (item: PlexItem, { world, account }: View): Attributes => {
  if (!hasChildren(item)) return {};
  const leaves = leavesOf(world, item);
  const viewed = leaves.filter((leaf) => (useOf(leaf, account).viewCount ?? 0) > 0);
  return {
    leafCount: leaves.length,
    viewedLeafCount: viewed.length,
    childCount: world.children(item.ratingKey).length,
  };
};

const ownAttributes = (item: PlexItem): Attributes => ({
  ratingKey: String(item.ratingKey),
  key: `/library/metadata/${item.ratingKey}${hasChildren(item) ? '/children' : ''}`,
  guid: item.guid,
  studio: item.studio,
  type: item.kind,
  title: item.title,
  titleSort: item.titleSort,
  originalTitle: item.originalTitle,
  editionTitle: item.editionTitle,
  contentRating: item.contentRating,
  summary: item.summary ?? '',
  tagline: item.tagline,
  index: item.index,
  rating: item.rating,
  ratingImage: item.ratingImage,
  audienceRating: item.audienceRating,
  audienceRatingImage: item.audienceRatingImage,
  year: item.year,
  duration: item.duration,
  originallyAvailableAt: item.originallyAvailableAt,
  addedAt: item.addedAt,
  updatedAt: item.updatedAt,
});

const ratings = (item: PlexItem): Element[] =>
  (item.externalRatings ?? []).map(({ image, value, type }) => element('Rating', { image, value, type }));

const timed = (item: PlexItem): Element[] => [
  ...(item.markers ?? []).map((marker) => element('Marker', { ...marker })),
  ...(item.chapters ?? []).map(({ title, ...chapter }) => element('Chapter', { ...chapter, tag: title })),
];

const locks = (item: PlexItem): Element[] =>
  item.locked.map((name) => element('Field', { locked: true, name }));

const guids = (item: PlexItem): Element[] => item.externalGuids.map((id) => element('Guid', { id }));

const logos = (item: PlexItem): Element[] =>
  (['poster', 'art', 'clearLogo', 'squareArt'] as const).flatMap((kind) => {
    const url = picturePath(item, kind);
    const type = {
      poster: 'coverPoster',
      art: 'background',
      clearLogo: 'clearLogo',
      squareArt: 'backgroundSquare',
    };
    return url ? [element('Image', { alt: item.title, type: type[kind], url })] : [];
  });

export const describeItem = (item: PlexItem, view: View, more: Attributes = {}): Element =>
  element(
    tagNames[item.kind],
    {
      ...ownAttributes(item),
      ...relationAttributes(item, view),
      ...sectionAttributes(item, view),
      ...countAttributes(item, view),
      ...pictureAttributes(item),
      ...useOf(item, view.account),
      ...more,
    },
    [
      ...item.media.map((one) => describeMedia(one, view.full)),
      ...(view.full ? logos(item) : []),
      ...describeTags(item, view),
      ...(view.guids ? guids(item) : []),
      ...(view.full ? [...ratings(item), ...timed(item), ...locks(item)] : []),
      ...(view.preferences ? [describeItemPreferences(item)] : []),
    ],
  );

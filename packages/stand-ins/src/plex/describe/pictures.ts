import type { PictureKind, PictureOwner } from '../model.ts';
import type { Attributes } from '../wire/element.ts';

const pathNames: Record<PictureKind, string> = {
  poster: 'thumb',
  art: 'art',
  clearLogo: 'clearLogo',
  squareArt: 'squareArt',
  theme: 'theme',
};

export const pictureKindOf = (pathName: string): PictureKind | undefined =>
  (['poster', 'art', 'clearLogo', 'squareArt', 'theme'] as const).find(
    (kind) => pathNames[kind] === pathName,
  );

/** Where the chosen picture is served; the version makes browsers notice a change. */
export const picturePath = (owner: PictureOwner | undefined, kind: PictureKind): string | undefined => {
  const set = owner?.pictures[kind];
  return set?.selected === undefined
    ? undefined
    : `/library/metadata/${owner?.ratingKey}/${pathNames[kind]}/${set.version}`;
};

export const pictureAttributes = (owner: PictureOwner): Attributes => ({
  thumb: picturePath(owner, 'poster'),
  art: picturePath(owner, 'art'),
  theme: picturePath(owner, 'theme'),
});

import { z } from 'zod';
import {
  count,
  flag,
  integerOrNull,
  listOf,
  numberOrNull,
  tagNames,
  text,
  textOrNull,
  timeOrNull,
} from '../reply/fields.ts';
import { PlexMedia } from './media.ts';

const identity = {
  ratingKey: text,
  type: text,
  title: text,
  key: textOrNull,
  guid: textOrNull,
  slug: textOrNull,
  subtype: textOrNull,
  titleSort: textOrNull,
  originalTitle: textOrNull,
  editionTitle: textOrNull,
  librarySectionID: textOrNull,
  librarySectionTitle: textOrNull,
};
const family = {
  index: integerOrNull,
  parentIndex: integerOrNull,
  parentRatingKey: textOrNull,
  parentTitle: textOrNull,
  parentThumb: textOrNull,
  grandparentRatingKey: textOrNull,
  grandparentTitle: textOrNull,
  grandparentThumb: textOrNull,
  childCount: integerOrNull,
  leafCount: integerOrNull,
  viewedLeafCount: integerOrNull,
};
const story = {
  summary: textOrNull,
  tagline: textOrNull,
  studio: textOrNull,
  network: textOrNull,
  contentRating: textOrNull,
  year: integerOrNull,
  originallyAvailableAt: textOrNull,
  duration: integerOrNull,
  rating: numberOrNull,
  ratingImage: textOrNull,
  audienceRating: numberOrNull,
  audienceRatingImage: textOrNull,
  thumb: textOrNull,
  art: textOrNull,
  addedAt: timeOrNull,
  updatedAt: timeOrNull,
};
const watching = {
  userRating: numberOrNull,
  lastRatedAt: timeOrNull,
  viewCount: count,
  skipCount: count,
  lastViewedAt: timeOrNull,
  viewOffset: integerOrNull,
};
/** Only on members of a playlist, and on collections. */
const lists = {
  playlistItemID: textOrNull,
  smart: flag,
  content: textOrNull,
  collectionMode: integerOrNull,
  collectionSort: integerOrNull,
};

const PlexPerson = z.object({ tag: text, role: textOrNull, thumb: textOrNull });
const PlexRating = z.object({ image: textOrNull, type: textOrNull, value: numberOrNull });
const PlexFieldLock = z.object({ name: text, locked: flag });

const children = {
  Guid: listOf(z.object({ id: text })),
  Genre: tagNames,
  Director: tagNames,
  Writer: tagNames,
  Producer: tagNames,
  Country: tagNames,
  Collection: tagNames,
  Label: tagNames,
  Mood: tagNames,
  Style: tagNames,
  Role: listOf(PlexPerson),
  Rating: listOf(PlexRating),
  Field: listOf(PlexFieldLock),
  Media: listOf(PlexMedia),
};

/** Anything Plex lists: film, show, season, episode, artist, album, track, collection, photo. */
export const PlexItem = z
  .object({ ...identity, ...family, ...story, ...watching, ...lists, ...children })
  .transform((raw) => {
    const {
      librarySectionID,
      librarySectionTitle,
      playlistItemID,
      Guid,
      Genre,
      Director,
      Writer,
      Producer,
      Country,
      Collection,
      Label,
      Mood,
      Style,
      Role,
      Rating,
      Field,
      Media,
      ...plain
    } = raw;
    return {
      ...plain,
      sectionId: librarySectionID,
      sectionTitle: librarySectionTitle,
      playlistItemId: playlistItemID,
      guids: Guid.map(({ id }) => id),
      genres: Genre,
      directors: Director,
      writers: Writer,
      producers: Producer,
      countries: Country,
      collections: Collection,
      labels: Label,
      moods: Mood,
      styles: Style,
      roles: Role.map(({ tag, role, thumb }) => ({ name: tag, role, thumb })),
      ratings: Rating,
      lockedFields: Field.filter(({ locked }) => locked).map(({ name }) => name),
      media: Media,
    };
  });
export type PlexItem = z.output<typeof PlexItem>;

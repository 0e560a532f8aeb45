import type { PlexItem, PlexStream } from '../model.ts';
import { leavesOf, useOf } from '../world/world.ts';
import type { Choice, Field, KindFields, Listed } from './field.ts';
import {
  actor,
  asItem,
  date,
  flag,
  mediaNumber,
  number,
  ofMedia,
  personal,
  plainChoice,
  streamsOf,
  tag,
  text,
} from './field-makers.ts';

const sameKey = (value: string): Choice => ({ key: value, title: value });

const contentRating = plainChoice('contentRating', 'Content Rating', 'tag', (item) =>
  item.contentRating === undefined ? [] : [sameKey(item.contentRating)],
);

const decade: Field = {
  name: 'decade',
  title: 'Decade',
  type: 'integer',
  listed: true,
  read: (item) =>
    asItem(item).flatMap(({ year }) => (year === undefined ? [] : [Math.floor(year / 10) * 10])),
};

const released: Field = {
  name: 'originallyAvailableAt',
  title: 'Release Date',
  type: 'date',
  read: (item) =>
    asItem(item).flatMap(({ originallyAvailableAt }) => {
      const time = originallyAvailableAt === undefined ? Number.NaN : Date.parse(originallyAvailableAt);
      return Number.isNaN(time) ? [] : [time / 1000];
    }),
};

const resolutionTitle = (key: string): string =>
  key === '4k' ? '4K' : key === 'sd' ? 'SD' : `${key.toLowerCase()}${/^\d+$/.test(key) ? 'p' : ''}`;

const resolution = plainChoice('resolution', 'Resolution', 'resolution', (item) =>
  item.media.flatMap(({ videoResolution: key }) =>
    key === undefined ? [] : [{ key, title: resolutionTitle(key) }],
  ),
);

const language = (name: 'audioLanguage' | 'subtitleLanguage', title: string, kind: 'audio' | 'subtitle') =>
  plainChoice(name, title, name, (item) =>
    streamsOf(item).flatMap((stream) => {
      if (stream.kind === 'video' || stream.kind !== kind) return [];
      const key = stream.languageTag ?? stream.languageCode;
      return key === undefined ? [] : [{ key, title: stream.language ?? key }];
    }),
  );

const anyStream = (holds: (stream: PlexStream) => boolean) => (item: Listed) =>
  asItem(item).some((one) => streamsOf(one).some(holds));

const hdr = flag(
  'hdr',
  'HDR',
  anyStream(
    (stream) =>
      stream.kind === 'video' &&
      (stream.dolbyVision !== undefined ||
        stream.colorTrc === 'smpte2084' ||
        stream.colorTrc === 'arib-std-b67'),
  ),
);

const dovi = flag(
  'dovi',
  'Dolby Vision',
  anyStream((stream) => stream.kind === 'video' && stream.dolbyVision !== undefined),
);

const unwatched = flag(
  'unwatched',
  'Unplayed',
  (item, { account }) => (useOf(item, account).viewCount ?? 0) === 0,
);

const inProgress = flag(
  'inProgress',
  'In Progress',
  (item, { account }) => (useOf(item, account).viewOffset ?? 0) > 0,
);

const leavesUnwatched = flag('unwatchedLeaves', 'Unplayed Episodes', (item, eyes) =>
  asItem(item).some((one) =>
    leavesOf(eyes.world, one).some((leaf) => (useOf(leaf, eyes.account).viewCount ?? 0) === 0),
  ),
);

const unmatched = flag('unmatched', 'Unmatched', (item) => item.guid.startsWith('local://'));
const duplicate = flag('duplicate', 'Duplicate', (item) =>
  asItem(item).some(({ media }) => media.length > 1),
);
const trash = flag('trash', 'Trashed', () => false);

const guid: Field = {
  name: 'guid',
  title: 'Guid',
  type: 'guid',
  read: (item) => [item.guid, ...asItem(item).flatMap(({ externalGuids }) => externalGuids)],
};

const key: Field = {
  name: 'id',
  title: 'Rating Key',
  type: 'integer',
  read: (item) => [item.ratingKey],
};

const file: Field = {
  name: 'file',
  title: 'File',
  type: 'string',
  read: (item) => ofMedia(item, ({ parts }) => parts[0]?.file),
};

const mediaText = (name: string, title: string, read: (item: PlexItem) => (string | undefined)[]): Field => ({
  name,
  title,
  type: 'string',
  read: (item) => asItem(item).flatMap((one) => read(one).flatMap((value) => value ?? [])),
});

const media: Field[] = [
  resolution,
  hdr,
  dovi,
  mediaNumber('mediaSize', 'File Size', (one) => one.parts.reduce((sum, part) => sum + part.size, 0)),
  mediaNumber('mediaBitrate', 'Bitrate', (one) => one.bitrate),
  mediaNumber('mediaHeight', 'Resolution', (one) => one.height),
  mediaNumber('audioChannels', 'Audio Channels', (one) => one.audioChannels),
  mediaText('videoCodec', 'Video Codec', (item) => item.media.map((one) => one.videoCodec)),
  mediaText('audioCodec', 'Audio Codec', (item) => item.media.map((one) => one.audioCodec)),
  mediaText('container', 'Container', (item) => item.media.map((one) => one.container)),
  language('audioLanguage', 'Audio Language', 'audio'),
  language('subtitleLanguage', 'Subtitle Language', 'subtitle'),
  file,
  duplicate,
];

const everything: Field[] = [
  text('title', 'Title'),
  text('titleSort', 'Sort Title'),
  text('originalTitle', 'Original Title'),
  text('summary', 'Summary'),
  number('year', 'Year', true),
  decade,
  released,
  number('duration', 'Duration'),
  number('rating', 'Critic Rating'),
  number('audienceRating', 'Audience Rating'),
  personal('userRating', 'Rating'),
  personal('viewCount', 'Plays'),
  personal('lastViewedAt', 'Last Played'),
  personal('lastRatedAt', 'Last Rated'),
  personal('viewOffset', 'Progress'),
  date('addedAt', 'Date Added'),
  date('updatedAt', 'Date Updated'),
  tag('genre', 'Genre'),
  tag('collection', 'Collection'),
  tag('label', 'Label'),
  unmatched,
  trash,
  guid,
  key,
];

const people = [tag('director', 'Director'), tag('writer', 'Writer'), tag('producer', 'Producer'), actor];
const numbered = number('index', 'Number');
const music = [tag('mood', 'Mood'), tag('style', 'Style')];
const without = (fields: Field[], ...names: string[]): Field[] =>
  fields.filter(({ name }) => !names.includes(name));

export const fieldsByKind: KindFields = {
  movie: [
    ...everything,
    ...people,
    text('editionTitle', 'Edition', true),
    text('studio', 'Studio', true),
    tag('country', 'Country'),
    contentRating,
    unwatched,
    inProgress,
    ...media,
  ],
  show: [
    ...everything,
    actor,
    text('studio', 'Studio', true),
    tag('network', 'Network'),
    tag('country', 'Country'),
    contentRating,
    leavesUnwatched,
  ],
  season: [...without(everything, 'genre', 'decade', 'originallyAvailableAt'), numbered],
  episode: [
    ...without(everything, 'genre'),
    ...without(people, 'actor'),
    numbered,
    unwatched,
    inProgress,
    ...media,
  ],
  artist: [
    ...without(everything, 'year', 'decade', 'originallyAvailableAt'),
    ...music,
    tag('country', 'Country'),
    tag('similar', 'Similar Artist'),
  ],
  album: [...everything, ...music, text('studio', 'Record Label', true), numbered],
  track: [
    ...without(everything, 'year', 'decade', 'originallyAvailableAt'),
    ...music,
    numbered,
    personal('skipCount', 'Skips'),
    mediaNumber('mediaSize', 'File Size', (one) => one.parts.reduce((sum, part) => sum + part.size, 0)),
    mediaNumber('mediaBitrate', 'Bitrate', (one) => one.bitrate),
    file,
  ],
  collection: [
    text('title', 'Title'),
    text('titleSort', 'Sort Title'),
    text('summary', 'Summary'),
    text('contentRating', 'Content Rating'),
    date('addedAt', 'Date Added'),
    date('updatedAt', 'Date Updated'),
    personal('userRating', 'Rating'),
    tag('label', 'Label'),
    guid,
    key,
  ],
};

export const fieldNamed = (kind: keyof typeof fieldsByKind, name: string): Field | undefined =>
  fieldsByKind[kind]?.find((field) => field.name === name);

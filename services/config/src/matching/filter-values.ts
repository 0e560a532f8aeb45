import type { CollectionLevel } from '@marquee/contracts';
import { FILTERS } from '@marquee/kometa';
import { dynamicRange, type PlexItem, type PlexStream } from '@marquee/plex';
import { hasOverlayLabel } from './overlay-label.ts';

/** What a filter compares with, as Kometa reads it from an item. */
export type FilterValue =
  | { kind: 'texts'; values: string[] }
  /** `compared`: what a choice of Plex is compared by. */
  | {
      kind: 'tags';
      values: string[];
      /** What Kometa counts; undefined where it stumbles. */
      count: number | undefined;
      field: string;
      compared: 'key' | 'title';
    }
  | { kind: 'year'; value: number | null }
  | { kind: 'number'; value: number | null }
  | { kind: 'date'; at: number | null }
  /** A day of any year. */
  | { kind: 'history'; at: number | null }
  | { kind: 'flag'; value: boolean };

type Read = (item: PlexItem, level: CollectionLevel) => FilterValue;

const text =
  (read: (item: PlexItem) => string | null): Read =>
  (item) => ({
    kind: 'texts',
    values: [read(item) ?? []].flat(),
  });
const texts =
  (read: (item: PlexItem) => (string | null)[]): Read =>
  (item) => ({
    kind: 'texts',
    values: read(item).flatMap((value) => value ?? []),
  });
const tags =
  (field: string, read: (item: PlexItem) => (string | null)[]): Read =>
  (item) => {
    const values = read(item).flatMap((value) => value ?? []);
    return { kind: 'tags', field, values, count: values.length, compared: 'title' };
  };
/** In a library of films Kometa compares these by Plex’s key, in one of shows by its title. */
const keyed =
  (field: string, read: (item: PlexItem) => (string | null)[], count?: (item: PlexItem) => number): Read =>
  (item, level) => ({
    kind: 'tags',
    count: count?.(item),
    field,
    values: read(item).flatMap((value) => value ?? []),
    compared: level === 'movie' ? 'key' : 'title',
  });
const number =
  (read: (item: PlexItem) => number | null): Read =>
  (item) => ({ kind: 'number', value: read(item) });
const date =
  (read: (item: PlexItem) => string | null): Read =>
  (item) => ({ kind: 'date', at: timeOf(read(item)) });
const flag =
  (read: (item: PlexItem) => boolean): Read =>
  (item) => ({ kind: 'flag', value: read(item) });
const largest = (read: (media: PlexItem['media'][number]) => number | null): Read =>
  number(({ media }) => Math.max(0, ...media.map((one) => read(one) ?? 0)));

const streamsOf = ({ media }: PlexItem, type: number): PlexStream[] =>
  media.flatMap(({ parts }) =>
    parts.flatMap(({ streams }) => streams.filter(({ streamType }) => streamType === type)),
  );
const AUDIO = 2;
const SUBTITLE = 3;
const languages = (type: number) => (item: PlexItem) =>
  streamsOf(item, type).flatMap(({ language, languageCode }) => [language, languageCode]);
const streams = (type: number) => (item: PlexItem) => streamsOf(item, type).length;
const trackTitles = (type: number) => (item: PlexItem) =>
  streamsOf(item, type).map(({ title, extendedDisplayTitle }) => extendedDisplayTitle ?? title);

const everywhere: Record<string, Read> = {
  title: text(({ title }) => title),
  summary: text(({ summary }) => summary),
  label: tags('label', ({ labels }) => labels),
  year: ({ year }) => ({ kind: 'year', value: year }),
  added: date(({ addedAt }) => addedAt),
  last_played: date(({ lastViewedAt }) => lastViewedAt),
  user_rating: number(({ userRating }) => userRating),
  plays: number(({ viewCount }) => viewCount),
  has_overlay: flag(
    (item) => hasOverlayLabel(item) || item.labels.some((label) => label.toLowerCase().endsWith(' overlay')),
  ),
};
const rated: Record<string, Read> = {
  critic_rating: number(({ rating }) => rating),
  audience_rating: number(({ audienceRating }) => audienceRating),
  release: date(({ originallyAvailableAt }) => originallyAvailableAt),
  history: ({ originallyAvailableAt }) => ({ kind: 'history', at: timeOf(originallyAvailableAt) }),
};
/** Its letters are counted. */
const rating = keyed(
  'contentRating',
  ({ contentRating }) => [contentRating],
  ({ contentRating }) => contentRating?.length ?? 0,
);
const actor = tags('actor', ({ roles }) => roles.map(({ name }) => name));
const staged: Record<string, Read> = {
  genre: tags('genre', ({ genres }) => genres),
  studio: text(({ studio }) => studio),
  content_rating: rating,
  actor,
};
const collected: Record<string, Read> = {
  collection: tags('collection', ({ collections }) => collections),
  has_collection: flag(({ collections }) => collections.length > 0),
};
const made: Record<string, Read> = {
  director: tags('director', ({ directors }) => directors),
  writer: tags('writer', ({ writers }) => writers),
};
const ofMedia: Record<string, Read> = {
  duration: number(({ duration }) => (duration === null ? null : duration / 60_000)),
  resolution: keyed('resolution', ({ media }) => media.map(({ videoResolution }) => videoResolution)),
  audio_language: keyed('audioLanguage', languages(AUDIO), streams(AUDIO)),
  subtitle_language: keyed('subtitleLanguage', languages(SUBTITLE), streams(SUBTITLE)),
  audio_codec: texts(({ media }) => media.map(({ audioCodec }) => audioCodec)),
  video_codec: texts(({ media }) => media.map(({ videoCodec }) => videoCodec)),
  video_profile: texts(({ media }) => media.map(({ videoProfile }) => videoProfile)),
  audio_track_title: texts(trackTitles(AUDIO)),
  subtitle_track_title: texts(trackTitles(SUBTITLE)),
  filepath: texts(({ media }) => media.flatMap(({ parts }) => parts.map(({ file }) => file))),
  height: largest(({ height }) => height),
  width: largest(({ width }) => width),
  aspect: largest(({ aspectRatio }) => aspectRatio),
  channels: largest(({ audioChannels }) => audioChannels),
  has_dolby_vision: flag((item) =>
    streamsOf(item, 1).some((stream) => dynamicRange(stream) === 'dolby-vision'),
  ),
};

const readable: Partial<Record<CollectionLevel, Record<string, Read>>> = {
  movie: {
    ...everywhere,
    ...rated,
    ...staged,
    ...made,
    ...ofMedia,
    edition: text(({ editionTitle }) => editionTitle),
    has_edition: flag(({ editionTitle }) => editionTitle !== null && editionTitle !== ''),
    ...collected,
    country: tags('country', ({ countries }) => countries),
    producer: tags('producer', ({ producers }) => producers),
  },
  show: { ...everywhere, ...rated, ...staged },
  season: { ...everywhere, ...collected, show_title: text(({ parentTitle }) => parentTitle) },
  episode: {
    ...everywhere,
    ...collected,
    ...rated,
    ...made,
    ...ofMedia,
    actor,
    show_title: text(({ grandparentTitle }) => grandparentTitle),
    season_title: text(({ parentTitle }) => parentTitle),
    content_rating: rating,
  },
};
/** Kometa does not know them there, and drops the whole definition. */
const refused: Partial<Record<CollectionLevel, readonly string[]>> = {
  movie: ['network', 'folder', 'episodes', 'seasons'],
  show: ['network', 'collection', 'country', 'director', 'writer', 'producer'],
  season: [
    'genre',
    'critic_rating',
    'audience_rating',
    'actor',
    'history',
    'content_rating',
    'season_title',
    'seasons',
  ],
  episode: ['genre', 'studio', 'episodes', 'seasons'],
};
const refusedEverywhere = ['versions', 'stinger_rating', 'audio_profile', 'has_stinger'];

/** `refused`: Kometa knows no such filter there, and drops the definition; undefined: not something we can read from an item. */
export function filterValue(
  name: string,
  item: PlexItem,
  level: CollectionLevel,
): FilterValue | 'refused' | undefined {
  if (refusedEverywhere.includes(name) || refused[level]?.includes(name)) return 'refused';
  if (!Object.hasOwn(FILTERS, name)) return 'refused';
  const reads = readable[level] ?? {};
  return Object.hasOwn(reads, name) ? reads[name]?.(item, level) : undefined;
}

/** A day begins at midnight where we are. */
function timeOf(written: string | null): number | null {
  if (written === null) return null;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written) ?? [];
  const at =
    year === undefined
      ? Date.parse(written)
      : new Date(Number(year), Number(month) - 1, Number(day)).getTime();
  return Number.isNaN(at) ? null : at;
}

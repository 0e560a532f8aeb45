import type { PlexCollection, PlexItem, PlexState } from '../model.ts';
import type { RecordedCollection, RecordedItem, RecordedState } from './trace.ts';

export interface StateComparison {
  compared: number;
  differences: string[];
}

type Facts = Record<string, unknown>;

const sorted = (names: readonly (string | number)[]) => [...names].map(String).sort();
const numberOrNothing = (value: string | number | undefined) =>
  value === undefined ? undefined : Number(value);

const itemFacts = (item: PlexItem, collections: readonly PlexCollection[]): Facts => ({
  title: item.title,
  titleSort: item.titleSort ?? null,
  summary: item.summary || undefined,
  tagline: item.tagline,
  studio: item.studio,
  contentRating: item.contentRating,
  originalTitle: item.originalTitle,
  editionTitle: item.editionTitle,
  originallyAvailableAt: item.originallyAvailableAt,
  rating: item.rating,
  audienceRating: item.audienceRating,
  userRating: item.use[1]?.userRating,
  locks: sorted(item.locked),
  genres: sorted(item.tags.genre ?? []),
  labels: sorted(item.tags.label ?? []),
  directors: sorted(item.tags.director ?? []),
  writers: sorted(item.tags.writer ?? []),
  countries: sorted(item.tags.country ?? []),
  collections: sorted(
    collections
      .filter((one) => one.content === undefined && one.members.includes(item.ratingKey))
      .map(({ title }) => title),
  ),
  prefs: item.preferences,
  posters: item.pictures.poster?.version,
});

const recordedItemFacts = (item: RecordedItem): Facts => ({
  title: item.title,
  titleSort: item.titleSort ?? null,
  summary: item.attrs.summary || undefined,
  tagline: item.attrs.tagline,
  studio: item.attrs.studio,
  contentRating: item.attrs.contentRating,
  originalTitle: item.attrs.originalTitle,
  editionTitle: item.attrs.editionTitle,
  originallyAvailableAt: item.attrs.originallyAvailableAt,
  rating: numberOrNothing(item.attrs.rating),
  audienceRating: numberOrNothing(item.attrs.audienceRating),
  userRating: numberOrNothing(item.attrs.userRating),
  locks: sorted(item.locks),
  genres: sorted(item.genres),
  labels: sorted(item.labels),
  directors: sorted(item.directors),
  writers: sorted(item.writers),
  countries: sorted(item.countries),
  collections: sorted(item.collections),
  prefs: item.prefs,
  posters: 1_700_000_000 + item.poster_version,
});

/** The members of a smart collection follow from its content and from media the recording does not describe. */
const collectionFacts = (collection: PlexCollection): Facts => ({
  title: collection.title,
  titleSort: collection.titleSort ?? null,
  summary: collection.summary || undefined,
  content: collection.content ?? null,
  items: collection.content === undefined ? sorted(collection.members) : [],
  labels: sorted(collection.labels),
  locks: sorted(collection.locked.filter((name) => name !== 'thumb')),
  mode: collection.mode,
  sort: collection.sort,
});

const recordedCollectionFacts = (collection: RecordedCollection): Facts => ({
  title: collection.title,
  titleSort: collection.titleSort ?? null,
  summary: collection.attrs.summary || undefined,
  content: collection.content ?? null,
  items: collection.smart ? [] : sorted(collection.items),
  labels: sorted(collection.labels),
  locks: sorted(collection.locks.filter((name) => name !== 'thumb')),
  mode: Number(collection.prefs.collectionMode ?? -1),
  sort: Number(collection.prefs.collectionSort ?? 0),
});

const compareFacts = (
  name: string,
  ours: Facts | undefined,
  recorded: Facts | undefined,
): StateComparison => {
  const facts = new Set([...Object.keys(ours ?? {}), ...Object.keys(recorded ?? {})]);
  if (!ours || !recorded)
    return { compared: 1, differences: [`${name}: ${ours ? 'is there' : 'is missing'}`] };
  const differences = [...facts].flatMap((fact) => {
    const [here, there] = [JSON.stringify(ours[fact]), JSON.stringify(recorded[fact])];
    return here === there ? [] : [`${name} ${fact}: ${here} instead of ${there}`];
  });
  return { compared: facts.size, differences };
};

/** Judges what a replayed run left behind by what the recorded one left behind. */
export const compareStates = (state: PlexState, after: RecordedState): StateComparison => {
  const ours = new Map<string, Facts>([
    ...state.items.map((one): [string, Facts] => [
      `item ${one.ratingKey}`,
      itemFacts(one, state.collections),
    ]),
    ...state.collections.map((one): [string, Facts] => [`collection ${one.ratingKey}`, collectionFacts(one)]),
    ...state.playlists.map((one): [string, Facts] => [
      `playlist ${one.ratingKey}`,
      { title: one.title, summary: one.summary ?? '', items: one.entries.map(({ ratingKey }) => ratingKey) },
    ]),
  ]);
  const recorded = new Map<string, Facts>([
    ...Object.entries(after.items).map(([key, one]): [string, Facts] => [
      `item ${key}`,
      recordedItemFacts(one),
    ]),
    ...Object.entries(after.collections).map(([key, one]): [string, Facts] => [
      `collection ${key}`,
      recordedCollectionFacts(one),
    ]),
    ...Object.entries(after.playlists).map(([key, { title, summary, items }]): [string, Facts] => [
      `playlist ${key}`,
      { title, summary, items },
    ]),
  ]);
  const names = [...new Set([...ours.keys(), ...recorded.keys()])];
  const all = names.map((name) => compareFacts(name, ours.get(name), recorded.get(name)));
  return {
    compared: all.reduce((sum, { compared }) => sum + compared, 0),
    differences: all.flatMap(({ differences }) => differences),
  };
};

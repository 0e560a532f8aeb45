import type { DynamicKey, DynamicSource, FoundKeys } from '@marquee/kometa';
import type { FilterChoice, PlexItem, PlexType } from '@marquee/plex';
import { choiceType } from '../matching/levels.ts';
import { choicesOf } from '../matching/library-search.ts';
import { CannotTell } from '../matching/verdict.ts';
import type { PreviewPlace } from './preview-place.ts';
import { fullItems, pagesOf } from './source.ts';

type Tags = Extract<DynamicSource, { kind: 'tags' }>;
type People = Extract<DynamicSource, { kind: 'people' }>;

/** Read one by one at most; Plex answers a hundred at a time. */
const MOST_READ = 2_000;
/** Listed at most. */
const MOST_LISTED = 20_000;

/** Plex’s own names of fields, where they are others than Kometa’s. */
const FIELDS: Readonly<Record<string, string>> = {
  content_rating: 'contentRating',
  subtitle_language: 'subtitleLanguage',
  audio_language: 'audioLanguage',
  edition: 'editionTitle',
};
/** Known by their keys, as what Plex shows may be written in many ways. */
const BY_KEY: readonly string[] = ['resolution', 'decade', 'subtitle_language', 'audio_language'];

/** What Plex lists, in its order. */
export async function tagKeys(place: PreviewPlace, { type }: Tags): Promise<FoundKeys> {
  const { field, level } = fieldOf(place, type);
  const choices = await choicesOf(place.memory, place, field, level);
  return { keys: choices.map((choice) => keyOf(choice, BY_KEY.includes(type))) };
}

function fieldOf(place: PreviewPlace, type: string): { field: string; level: PlexType } {
  const [, below, rest] = /^(album|track|episode)_(.+)$/.exec(type) ?? [];
  if (below === 'album' || below === 'track' || below === 'episode')
    return { field: rest ?? type, level: below };
  const field = FIELDS[type] ?? type;
  return { field, level: choiceType(field, place.kind) };
}

function keyOf({ key, title }: FilterChoice, isByKey: boolean): DynamicKey {
  const name = title ?? key;
  return { key: isByKey ? key : name, name };
}

/** The years of all shows, in the order of the library. */
export async function yearsOf(place: PreviewPlace): Promise<FoundKeys> {
  await checkSize(place, MOST_LISTED, 'listed');
  const years: string[] = [];
  for await (const page of pagesOf(place, { type: place.kind }))
    for (const { year } of page) if (year !== null) years.push(String(year));
  return { keys: [], years };
}

/** Who is named first in how many items; lists of items leave most of them out. */
export async function peopleIn(place: PreviewPlace, source: People): Promise<FoundKeys> {
  await checkSize(place, MOST_READ, 'read one by one');
  const items: PlexItem[] = [];
  for await (const page of pagesOf(place, { type: place.kind }))
    items.push(
      ...(await fullItems(
        place,
        page.map(({ ratingKey }) => ratingKey),
      )),
    );
  const names = rankedPeople(
    items.map((item) => namesOf(item, source.of)),
    source,
  );
  return { keys: names.map((name) => ({ key: name, name })) };
}

async function checkSize(place: PreviewPlace, most: number, how: string): Promise<void> {
  const count = await place.server.client.items.count(place.sectionId, { type: place.kind });
  if (count > most)
    throw new CannotTell(`All ${count} items would have to be ${how}, which is not tried here`);
}

function namesOf(item: PlexItem, of: People['of']): readonly string[] {
  switch (of) {
    case 'actor':
      return item.roles.map(({ name }) => name);
    case 'director':
      return item.directors;
    case 'writer':
      return item.writers;
    case 'producer':
      return item.producers;
  }
}

/** Those who must be there come first, then whoever is named most often. */
export function rankedPeople(
  casts: readonly (readonly string[])[],
  { depth, minimum, limit, include, exclude }: Omit<People, 'kind' | 'of'>,
): string[] {
  const counts = new Map<string, number>();
  for (const cast of casts)
    for (const name of cast.slice(0, depth)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const asked = [...counts.keys()].filter((name) => include.includes(name));
  const others = [...counts]
    .filter(([name, count]) => !include.includes(name) && !exclude.includes(name) && count >= minimum)
    .sort(([, one], [, other]) => other - one)
    .map(([name]) => name);
  const most = limit ?? Number.POSITIVE_INFINITY;
  return [...asked, ...others.slice(0, Math.max(0, most - asked.length))];
}

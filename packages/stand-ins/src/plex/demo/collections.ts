import type { PlexCollection, PlexItem } from '../model.ts';
import { DAY, DEMO_MACHINE, SECTION } from './items.ts';

const FIRST_COLLECTION = 9001;

function collection(
  ratingKey: number,
  title: string,
  now: number,
  more: Pick<PlexCollection, 'members'> & Partial<PlexCollection>,
): PlexCollection {
  const key = `metadata://posters/marquee.demo_${ratingKey}`;
  return {
    kind: 'collection',
    ratingKey,
    sectionId: SECTION.films,
    guid: `collection://marquee-demo-${ratingKey}`,
    subtype: 'movie',
    title,
    addedAt: now - 90 * DAY,
    updatedAt: now - 90 * DAY,
    labels: [],
    mode: -1,
    sort: 0,
    locked: [],
    use: {},
    preferences: {},
    pictures: {
      poster: { selected: key, version: 1_700_000_001, choices: [{ key, provider: 'marquee.demo' }] },
    },
    ...more,
  };
}

/** A plain collection for every collection tag, and two that fill themselves. */
export function collectionsOf(items: readonly PlexItem[], now: number): PlexCollection[] {
  const members = new Map<string, number[]>();
  for (const item of items) {
    for (const title of item.tags.collection ?? []) {
      members.set(title, [...(members.get(title) ?? []), item.ratingKey]);
    }
  }
  const plain = [...members].map(([title, keys], place) =>
    collection(FIRST_COLLECTION + place, title, now, { members: keys }),
  );
  const smart = collection(FIRST_COLLECTION + plain.length, 'Before Colour', now, {
    members: [],
    content: `server://${DEMO_MACHINE}/com.plexapp.plugins.library/library/sections/${SECTION.films}/all?type=1&sort=year&year%3C%3C=1960`,
  });
  const sharp = collection(FIRST_COLLECTION + plain.length + 1, 'Best on the Big Screen', now, {
    members: [],
    content: `server://${DEMO_MACHINE}/com.plexapp.plugins.library/library/sections/${SECTION.films}/all?type=1&sort=addedAt:desc&resolution=4k&hdr=1`,
    labels: ['Festival'],
  });
  return [...plain, smart, sharp];
}

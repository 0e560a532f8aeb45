import type { CollectionLevel } from '@marquee/contracts';
import type { PlexItem } from '@marquee/plex';
import { CannotTell } from '../matching/verdict.ts';
import type { PreviewPlace } from './preview-place.ts';
import { fullItems, pagesOf } from './source.ts';

/** Listed at most for one preview. */
const MOST_LISTED = 20_000;
/** Read one by one at most; Plex answers a hundred at a time. */
const MOST_READ = 2_000;

type Children = (item: PlexItem, level: CollectionLevel, isListed: boolean) => Promise<readonly PlexItem[]>;

/** Seasons and episodes of items: those of the library are listed once, and read only where lists leave something out. */
export function createChildren(place: PreviewPlace): Children {
  const listed = new Map<CollectionLevel, Promise<ReadonlyMap<string, PlexItem[]>>>();
  const read = new Map<string, Promise<readonly PlexItem[]>>();
  let left = MOST_READ;

  return async ({ ratingKey }, level, isListed) => {
    const families = listed.get(level) ?? familiesOf(place, level);
    listed.set(level, families);
    const own = (await families).get(ratingKey) ?? [];
    if (isListed) return own;
    const key = `${level} ${ratingKey}`;
    const known = read.get(key);
    if (known !== undefined) return await known;
    if (own.length > left)
      throw new CannotTell(`More than ${MOST_READ} ${level}s would have to be read one by one`);
    left -= own.length;
    const full = fullItems(
      place,
      own.map((one) => one.ratingKey),
    );
    read.set(key, full);
    return await full;
  };
}

/** By the show that they belong to, and episodes by their season too. */
async function familiesOf(
  place: PreviewPlace,
  level: CollectionLevel,
): Promise<ReadonlyMap<string, PlexItem[]>> {
  const count = await place.server.client.items.count(place.sectionId, { type: level });
  if (count > MOST_LISTED)
    throw new CannotTell(`The library has ${count} ${level}s, too many to look through`);
  const families = new Map<string, PlexItem[]>();
  for await (const page of pagesOf(place, { type: level })) {
    for (const item of page)
      for (const parent of [item.parentRatingKey, item.grandparentRatingKey])
        if (parent !== null) families.set(parent, [...(families.get(parent) ?? []), item]);
  }
  return families;
}

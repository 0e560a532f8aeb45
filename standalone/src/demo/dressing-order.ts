import type { ItemsWanted, PlexClient, PlexItem } from '@marquee/plex';

export interface Garment {
  library: string;
  overlayFile: string;
  item: PlexItem;
}
export interface DressingGroup {
  garments: Garment[];
  /** Somebody looks at these right after the start; the others must be in nobody's way. */
  seenSoon: boolean;
}

/** How many of the best and of the newest the dashboard shows. */
const BEST = 4;
const NEWEST = 18;
/**
 * Drawn together and then put on together: after each change whoever watches the library asks Plex anew for all that
 * the next drawing needs.
 */
const GROUP = 12;

type Library = Pick<PlexClient, 'sections' | 'items'>;

/**
 * What is seen first comes first: the dashboard's films and shows, films as their page lists them, shows and seasons;
 * episodes last. Without those that are done.
 */
export async function* dressingOrder(
  client: Library,
  done: ReadonlySet<string>,
): AsyncGenerator<DressingGroup> {
  const taken = new Set(done);
  const untaken = (garments: AsyncIterable<Garment>) => without(taken, garments);
  // So that there is something to see early.
  yield* grouped(untaken(best(client)), { size: BEST, seenSoon: true });
  yield* grouped(untaken(seenSoon(client)), { size: GROUP, seenSoon: true });
  yield* grouped(untaken(seenLater(client)), { size: GROUP, seenSoon: false });
}

async function* best(client: Library): AsyncGenerator<Garment> {
  const films = await wardrobe(client, 'movie');
  yield* await films.some({ type: 'movie', sort: { by: 'audienceRating', descending: true } }, BEST);
}

async function* seenSoon(client: Library): AsyncGenerator<Garment> {
  const films = await wardrobe(client, 'movie');
  const shows = await wardrobe(client, 'show');
  const newest = { by: 'addedAt', descending: true };
  const added = [
    ...(await films.some({ type: 'movie', sort: newest }, NEWEST)),
    ...(await shows.some({ type: 'show', sort: newest }, NEWEST)),
  ];
  yield* added.toSorted((one, other) => addedAt(other).localeCompare(addedAt(one))).slice(0, NEWEST);
  const sort = { by: 'titleSort' };
  yield* films.all({ type: 'movie', sort });
  yield* shows.all({ type: 'show', sort });
  yield* shows.all({ type: 'season' });
}

/** Stills of all episodes keep a small machine busy for a minute. */
async function* seenLater(client: Library): AsyncGenerator<Garment> {
  const shows = await wardrobe(client, 'show');
  yield* shows.all({ type: 'episode' });
}

/** The first library of a kind, with the overlays for it. */
async function wardrobe({ sections, items }: Library, kind: 'movie' | 'show') {
  const section = (await sections.list()).find(({ type }) => type === kind);
  const of = (item: PlexItem): Garment => ({
    library: section?.title ?? '',
    overlayFile: kind === 'movie' ? 'overlays/films.yml' : 'overlays/series.yml',
    item,
  });
  return {
    async some(wanted: ItemsWanted, size: number): Promise<Garment[]> {
      if (section === undefined) return [];
      return (await items.page(section.key, { ...wanted, start: 0, size })).entries.map(of);
    },
    async *all(wanted: ItemsWanted): AsyncGenerator<Garment> {
      if (section === undefined) return;
      for await (const item of items.all(section.key, wanted)) yield of(item);
    },
  };
}

const addedAt = ({ item }: Garment): string => item.addedAt ?? '';

async function* without(taken: Set<string>, garments: AsyncIterable<Garment>): AsyncGenerator<Garment> {
  for await (const garment of garments) {
    const { ratingKey } = garment.item;
    if (taken.has(ratingKey)) continue;
    taken.add(ratingKey);
    yield garment;
  }
}

async function* grouped(
  garments: AsyncIterable<Garment>,
  { size, seenSoon }: { size: number; seenSoon: boolean },
): AsyncGenerator<DressingGroup> {
  let group: Garment[] = [];
  for await (const garment of garments) {
    group.push(garment);
    if (group.length < size) continue;
    yield { garments: group, seenSoon };
    group = [];
  }
  if (group.length > 0) yield { garments: group, seenSoon };
}

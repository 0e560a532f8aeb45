import { createRng, type Rng } from '../../art/random.ts';
import type { ItemKind, PictureSet, PlexItem } from '../model.ts';

export const DEMO_MACHINE = 'marquee-demo-library-000000000001';
export const SECTION = { films: 1, series: 2, music: 3 } as const;
export const OWNER = 1;
export const FRIEND = 4_200_017;
export const CHILD = 4_200_023;
export const DAY = 86_400;
const PICTURE_VERSION = 1_700_000_001;

const sortTitleOf = (title: string): string | undefined => {
  const rest = title.replace(/^(the|a|an)\s+/i, '');
  return rest === title ? undefined : rest;
};

/** The first is chosen; the others are what an agent offers besides. */
function drawn(kind: 'posters' | 'art', guid: string, offered = 1): PictureSet {
  const key = `metadata://${kind}/marquee.demo_${guid.slice(-8)}`;
  const others = Array.from({ length: offered - 1 }, (_, place) => `${key}.${place + 2}`);
  return {
    selected: key,
    version: PICTURE_VERSION,
    choices: [key, ...others].map((choice) => ({ key: choice, provider: 'marquee.demo' })),
  };
}

/** Plex's own guid of an invented thing: 24 hex digits from its name. */
function plexGuid(kind: ItemKind, name: string): string {
  const rng = createRng(`${kind}/${name}`);
  return `plex://${kind}/${Array.from({ length: 24 }, () => rng.int(0, 15).toString(16)).join('')}`;
}

/** Added over the last two years, the newest within the week. */
export function addedAt(rng: Rng, now: number): number {
  const days = rng.chance(0.12) ? rng.int(0, 6) : rng.int(7, 730);
  return now - days * DAY - rng.int(0, DAY - 1);
}

const offered = (kind: ItemKind): number => (kind === 'movie' ? 4 : kind === 'show' ? 3 : 1);

type Facts = Pick<PlexItem, 'ratingKey' | 'kind' | 'sectionId' | 'title'> & Partial<PlexItem>;

/** Fills in what every item has; `name` must tell it from all others of its kind. */
export function demoItem(name: string, now: number, facts: Facts): PlexItem {
  const rng = createRng(name);
  const guid = plexGuid(facts.kind, name);
  const added = facts.addedAt ?? addedAt(rng, now);
  const titleSort = sortTitleOf(facts.title);
  const hasArt =
    facts.kind !== 'season' && facts.kind !== 'episode' && facts.kind !== 'track' && facts.kind !== 'album';
  return {
    guid,
    externalGuids: [],
    addedAt: added,
    updatedAt: added,
    tags: {},
    roles: [],
    media: [],
    locked: [],
    use: {},
    preferences: {},
    pictures: {
      ...(facts.kind === 'track' ? {} : { poster: drawn('posters', guid, offered(facts.kind)) }),
      ...(hasArt ? { art: drawn('art', guid) } : {}),
    },
    ...(titleSort ? { titleSort } : {}),
    ...facts,
  };
}

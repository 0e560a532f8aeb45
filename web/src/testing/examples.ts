import {
  type Item,
  type ItemSummary,
  type Library,
  type Page,
  type User,
  userExample,
} from '@marquee/contracts';
import type { Signed } from '../session/session-slice.ts';

/** Films as the contract describes them, as many as a test needs. */
export function aFilm(number: number, more: Partial<ItemSummary> = {}): ItemSummary {
  return {
    id: `demo.${1000 + number}`,
    libraryId: 'demo.1',
    kind: 'movie',
    title: `Film ${number}`,
    sortTitle: `Film ${number}`,
    year: 1950 + (number % 70),
    index: null,
    parent: null,
    grandparent: null,
    childCount: null,
    contentRating: 'PG-13',
    audienceRating: 8.1,
    criticRating: null,
    userRating: null,
    durationMs: 6_840_000,
    addedAt: '2026-10-02T18:30:00.000Z',
    releasedAt: '2021-03-12',
    edition: null,
    viewCount: 0,
    resolution: '4k',
    posterVersion: '1',
    artVersion: null,
    ...more,
  };
}

export function films(count: number): ItemSummary[] {
  return Array.from({ length: count }, (_, place) => aFilm(place + 1));
}

/** Pages of a list by number cursors, as a client may not assume but a test may make. */
export function pageOfFilms(all: readonly ItemSummary[], query: URLSearchParams): Page<ItemSummary> {
  const start = Number(query.get('cursor') ?? 0);
  const end = start + Number(query.get('limit') ?? 100);
  return {
    entries: all.slice(start, end),
    total: all.length,
    nextCursor: end < all.length ? String(end) : null,
  };
}

export function aLibrary(more: Partial<Library> = {}): Library {
  return {
    id: 'demo.1',
    serverId: 'demo',
    title: 'Films',
    kind: 'movie',
    counts: [{ kind: 'movie', count: 64 }],
    agent: 'tv.plex.agents.movie',
    language: 'en-US',
    updatedAt: '2026-11-20T05:00:00.000Z',
    collage: ['demo.1001', 'demo.1002'],
    configured: null,
    ...more,
  };
}

export function anItem(more: Partial<Item> = {}): Item {
  return {
    ...aFilm(1),
    summary: 'A retired keeper returns to the light.',
    tagline: null,
    originalTitle: null,
    studio: null,
    genres: [],
    directors: [],
    actors: [],
    countries: [],
    collections: [],
    labels: [],
    guids: [],
    media: [],
    lastViewedAt: null,
    ...more,
  };
}

/** The first admin, or whoever the test wants. */
export function aUser(more: Partial<User> = {}): User {
  return { ...userExample, ...more };
}

/** Somebody signed in, with a token that stays good for the whole test. */
export function aSession(more: Partial<User> = {}): Signed {
  return { user: aUser(more), accessToken: 'token-1', freshUntil: Date.now() + 3_600_000 };
}

import { BUILDERS } from '@marquee/kometa';
import { findOffers, OFFERS } from './builder-catalogue.ts';

const nameOf = (service: string) => service;
const namesOf = (typed: string, kind: 'movie' | 'show' | 'artist' | null = null) =>
  findOffers(typed, kind, nameOf).flatMap(({ offers }) => offers.map(({ name }) => name));

test('every builder that is not an old name is offered, and what Plex keeps by itself', () => {
  const now = Object.entries(BUILDERS).filter(([, { renamedTo }]) => renamedTo === undefined);
  expect(OFFERS.filter(({ smart }) => !smart).map(({ name }) => name)).toEqual(now.map(([name]) => name));
  expect(OFFERS.filter(({ smart }) => smart)).toHaveLength(3);
});

test('Plex comes first, and words are found in names, services and what is said', () => {
  expect(findOffers('', null, nameOf)[0]?.service).toBe('plex');
  expect(namesOf('watchlist')).toEqual(expect.arrayContaining(['plex_watchlist', 'imdb_watchlist']));
  expect(namesOf('imdb chart')).toEqual(['imdb_chart']);
  expect(namesOf('no such thing')).toEqual([]);
});

test('only what the kind of library has', () => {
  expect(namesOf('', 'show')).not.toContain('radarr_all');
  expect(namesOf('', 'show')).toContain('sonarr_all');
  expect(namesOf('', 'artist')).toEqual(expect.arrayContaining(['plex_search', 'plex_all', 'smart_filter']));
  expect(namesOf('', 'artist')).not.toContain('imdb_chart');
});

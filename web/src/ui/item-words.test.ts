import { i18n } from '../i18n/setup.ts';
import { aFilm } from '../testing/examples.ts';
import { itemWords } from './item-words.ts';

const { t } = i18n;
const show = { id: 'demo.3000', title: 'Harbour Street' };
const season = { id: 'demo.3001', title: 'Season 2' };

test('a film tells its year, its resolution, its edition and its rating', () => {
  const film = aFilm(1, { edition: 'Director’s Cut' });
  expect(itemWords(film, t, 'library')).toEqual({
    title: 'Film 1',
    line: '1951',
    badges: ['4K', 'Director’s Cut', '★ 8.1'],
  });
});

test('an episode carries its number among its siblings, and its series in a library', () => {
  const episode = aFilm(1, {
    kind: 'episode',
    title: 'Fog Signals',
    index: 3,
    parent: season,
    grandparent: show,
  });
  expect(itemWords(episode, t, 'parent')).toMatchObject({
    title: '3. Fog Signals',
    line: '1\u2009h 54\u2009min',
  });
  expect(itemWords(episode, t, 'library')).toMatchObject({
    title: 'Fog Signals',
    line: 'Harbour Street · 1\u2009h 54\u2009min',
  });
});

test.each([
  ['show', 1, '1951 · 1 season'],
  ['season', 8, '8 episodes'],
  ['artist', 2, '2 albums'],
  ['collection', 3, '3 titles'],
] as const)('a %s tells how much is inside', (kind, childCount, line) => {
  expect(itemWords(aFilm(1, { kind, childCount }), t, 'parent').line).toBe(line);
});

test('an album tells its artist, a track where it is from; what is unknown is left out', () => {
  const artist = { id: 'demo.6000', title: 'Copperline' };
  const album = aFilm(1, { kind: 'album', parent: artist, year: 1986 });
  expect(itemWords(album, t, 'library').line).toBe('Copperline · 1986');
  const track = aFilm(2, {
    kind: 'track',
    parent: { id: 'demo.6001', title: 'Gravity Wins' },
    grandparent: artist,
  });
  expect(itemWords(track, t, 'library').line).toBe('Copperline · Gravity Wins');
  expect(
    itemWords(aFilm(3, { year: null, resolution: null, audienceRating: null }), t, 'library'),
  ).toMatchObject({
    line: '',
    badges: [],
  });
});

import { COLLECTION_KEYS } from '@marquee/kometa';
import { inSection, SECTIONS, sectionOf, tableOf } from './sections.ts';

test('every key that Kometa takes is asked for in exactly one section, and none is left over', () => {
  const keys = SECTIONS.flatMap((section) => Object.keys(tableOf(section)));
  expect(new Set(keys)).toEqual(new Set(Object.keys(COLLECTION_KEYS)));
  expect(keys).toHaveLength(Object.keys(COLLECTION_KEYS).length);
  expect(tableOf('rest')).toEqual({});
});

test.each([
  ['plex_search', 'builders'],
  ['smart_filter', 'builders'],
  ['genre', 'search'],
  ['Genre.not', 'search'],
  ['label', 'look'],
  ['tmdb_poster', 'look'],
  ['visible_home', 'visibility'],
  ['schedule', 'schedule'],
  ['sync_mode', 'rules'],
  ['item_label.sync', 'items'],
  ['sonarr_monitor', 'arr'],
  ['no_such_key', 'rest'],
])('%s belongs to %s', (key, section) => {
  expect(sectionOf(key)).toBe(section);
});

test('nothing that is written is lost between the sections', () => {
  const values = { plex_all: true, typo: 1, genre: 'War', limit: 3 };
  expect(Object.assign({}, ...SECTIONS.map((section) => inSection(values, section)))).toEqual(values);
});

import {
  formatAge,
  formatBitrate,
  formatBytes,
  formatCount,
  formatDuration,
  formatLanguage,
  formatResolution,
  formatTrackTime,
} from './format.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [50_000, '50\u2009000'],
  [1_234_567, '1\u2009234\u2009567'],
])('%d titles are told in groups with thin spaces', (count, text) => {
  expect(formatCount(count)).toBe(text);
});

test.each([
  [0, '0\u2009B'],
  [999, '999\u2009B'],
  [1000, '1\u2009KB'],
  [24_800_000_000, '24.8\u2009GB'],
  [9e18, '9,000\u2009PB'],
])('%d bytes are told in the unit that reads best', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.each([
  [12_000, '12\u2009s'],
  [59_600, '1\u2009min'],
  [54 * 60_000, '54\u2009min'],
  [3_600_000, '1\u2009h'],
  [6_840_000, '1\u2009h 54\u2009min'],
  [90_000_000, '1\u2009d 1\u2009h'],
])('%d ms are told as people say it', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

test('tracks are told in minutes and seconds', () => {
  expect(formatTrackTime(245_000)).toBe('4:05');
});

test.each([
  ['2026-11-21T04:59:30Z', 'just now'],
  ['2026-11-21T04:57:00Z', '3 minutes ago'],
  ['2026-11-20T04:00:00Z', 'yesterday'],
  ['2026-11-21T08:00:30Z', 'in 3 hours'],
  ['2025-10-01T00:00:00Z', 'last year'],
])('%s is %s', (at, text) => {
  expect(formatAge(at, Date.parse('2026-11-21T05:00:00Z'))).toBe(text);
});

test('resolutions, bitrates and languages are told in their usual words', () => {
  expect(['1080', '4k', 'sd'].map(formatResolution)).toEqual(['1080p', '4K', 'SD']);
  expect(formatBitrate(25_180)).toBe('25.2');
  expect([formatLanguage('de'), formatLanguage('English'), formatLanguage('qxz')]).toEqual([
    'German',
    'English',
    'qxz',
  ]);
});

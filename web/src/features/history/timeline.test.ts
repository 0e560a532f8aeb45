import type { ConfigVersion } from '@marquee/contracts';
import { byDay } from './timeline.ts';

const version = (savedAt: string): ConfigVersion => ({
  ...{ id: savedAt, savedAt, by: 'Ada', origin: 'save', message: '', files: [] },
});

test('each day is named once, above its versions', () => {
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString();
  const now = new Date(2026, 10, 21, 12).getTime();
  const entries = byDay([at(21, 11), at(21, 9), at(20, 23), at(3, 8)].map(version), now);
  expect(entries.map((entry) => (entry.kind === 'day' ? entry.name : ''))).toEqual([
    ...['Today', '', '', 'Yesterday', ''],
    ...['Tuesday, November 3, 2026', ''],
  ]);
  expect(byDay([], now)).toEqual([]);
});

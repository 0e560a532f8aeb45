import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainSchedule } from './explain-schedule.ts';
import { judgeSchedule } from './judge-schedule.ts';
import { nextMatches, whyDead } from './next-matches.ts';
import { readSchedule } from './read-schedule.ts';
import { type Moment, ScheduleFault } from './schedule.ts';

const moment = (text: string): Moment => {
  const [year = 0, month = 0, day = 0, hour = 0] = text.split(/\D/).map(Number);
  return { year, month, day, hour };
};
const judged = (value: unknown, at: string) => judgeSchedule(readSchedule(value), moment(at));
const days = (value: unknown, from: string, count: number, hours?: number[]) =>
  nextMatches(readSchedule(value), moment(from), count, hours).map(
    ({ year, month, day, hours: at }) => `${year}-${month}-${day} ${at.join()}`,
  );

test.each([
  ['daily', '2026-11-21 05', 'runs'],
  ['DAY', '2026-11-21 05', 'runs'],
  ['never', '2026-11-21 05', 'not-scheduled'],
  ['hourly(22-3)', '2026-11-21 03', 'runs'],
  ['hourly(22-3)', '2026-11-21 04', 'not-scheduled'],
  ['weekly(m|w|f)', '2026-11-20 05', 'runs'],
  ['weekly(sat|funday)', '2026-11-21 05', 'not-scheduled'],
  ['monthly(last)', '2028-02-29 05', 'runs'],
  ['monthly(31)', '2026-11-30 05', 'not-scheduled'],
  ['yearly(2/30)', '2026-02-28 05', 'runs'],
  ['yearly(2/30)', '2028-02-28 05', 'not-scheduled'],
  ['date(02/29/2027)', '2027-02-28 05', 'runs'],
  ['range(12/20-01/05)', '2026-12-31 05', 'runs'],
  ['range(12/20-01/05)', '2026-06-15 05', 'not-in-range'],
  ['range(02/30-02/31)', '2026-02-28 05', 'runs'],
  ['range(12/01-12/31), daily', '2026-06-15 05', 'runs'],
  [['range(12/01-12/31)', 'weekly(mon)'], '2026-06-16 05', 'not-in-range'],
  ['all[range(12/01-12/31), weekly(fri)]', '2026-06-15 05', 'not-scheduled'],
  ['all[weekly(sunday), hourly(5)]', '2026-11-22 05', 'runs'],
  ['all[non_existing, weekly(sunday)]', '2026-11-23 05', 'existence-test'],
  ['all[weekly(sunday), bogus]', '2026-11-22 05', 'not-scheduled'],
  // A capital hides the list from Kometa, which then cuts it at its comma: only the hour is left.
  ['All[weekly(sun), hourly(5)]', '2026-11-23 05', 'runs'],
])('%s at %s %s', (value, at, verdict) => {
  expect(judged(value, at)).toBe(verdict);
});

test.each([
  ['date(12/25)', 'schedule.date'],
  ['yearly(13/01)', 'schedule.year-day'],
  ['hourly(1-2-3)', 'schedule.hour'],
  ['all[daily], weekly(mon)', 'schedule.all'],
  ['all[daily, all[weekly(mon)]]', 'schedule.all'],
])('%s stops the definition with %s', (value, code) => {
  expect(() => readSchedule(value)).toThrow(ScheduleFault);
  try {
    readSchedule(value);
  } catch (error) {
    expect((error as ScheduleFault).trouble).toMatchObject({ code, mend: expect.stringMatching(/\.$/) });
  }
});

test('what is not understood is named, with what to write instead', () => {
  const { conditions } = readSchedule('weekly(sat|funday), sometimes, hourly()');
  expect(conditions.map((one) => one.kind === 'misunderstood' && one.trouble.code)).toEqual([
    'schedule.weekday',
    'schedule.unknown',
    'schedule.no-parameter',
  ]);
});

test('the next matches are days with the hours of runs', () => {
  expect(days('weekly(sunday)', '2026-11-22 06', 2, [5])).toEqual(['2026-11-29 5', '2026-12-6 5']);
  expect(days('hourly(22-3)', '2026-11-21 23', 2)).toEqual(['2026-11-21 23', '2026-11-22 0,1,2,3,22,23']);
  expect(days('all[weekly(sunday), yearly(02/29)]', '2026-03-02 00', 1, [5])).toEqual(['2027-2-28 5']);
  expect(days('date(02/30/2090)', '2026-01-01 00', 3, [5])).toEqual(['2090-2-28 5']);
});

test.each([
  ['never', 'never'],
  ['sometimes', 'misunderstood'],
  ['date(12/25/2020)', 'past'],
  ['all[weekly(monday), weekly(tuesday)]', 'impossible'],
  ['all[hourly(17), daily]', 'impossible'],
  ['weekly(monday)', null],
])('%s is dead for the reason %s', (value, reason) => {
  expect(whyDead(readSchedule(value), moment('2026-11-21 05'), [5])).toBe(reason);
});

test.each([
  ['daily', 'every day'],
  [
    ['weekly(sun|wed)', 'monthly(31)'],
    'on Sundays and Wednesdays or on the 31st of the month, in months that have one',
  ],
  [
    'all[range(12/01-12/25), hourly(22-3)]',
    'from 1 December to 25 December and when the run starts from 22:00 to 03:59',
  ],
  ['date(12/25/2026)', 'on 25 December 2026'],
  ['yearly(2/3)', 'on 3 February each year'],
])('%s in words', (value, words) => {
  expect(explainSchedule(readSchedule(value))).toBe(words);
});

const verdicts = join(__dirname, '../../../../../shared/kometa-data/schedule-verdicts.json');
(existsSync(verdicts) ? test : test.skip)('every verdict of Kometa’s own function is ours', () => {
  const rows: { schedule: unknown; date: string; hour: number; verdict: string }[] = JSON.parse(
    readFileSync(verdicts, 'utf8'),
  );
  expect(rows.filter((row) => judged(row.schedule, `${row.date} ${row.hour}`) !== row.verdict)).toEqual([]);
  expect(rows.length).toBeGreaterThan(300);
});

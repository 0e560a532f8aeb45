import { pythonInt } from './python-int.ts';
import {
  type Condition,
  type MonthDay,
  type Schedule,
  ScheduleFault,
  type ScheduleTrouble,
  type TroubleCode,
  WEEKDAYS,
  type Written,
} from './schedule.ts';

const SHORT_DAYS = ['mon m', 'tues tue tu t', 'wed w', 'thurs thur thu th r', 'fri f', 'sat s', 'sun su u'];
const DAY_NUMBERS = new Map(
  WEEKDAYS.flatMap((name, day) =>
    [name.toLowerCase(), ...(SHORT_DAYS[day]?.split(' ') ?? [])].map((word) => [word, day] as const),
  ),
);
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const ONE_RANGE = /^(1[0-2]|0?[1-9])\/(3[01]|[12][0-9]|0?[1-9])-(1[0-2]|0?[1-9])\/(3[01]|[12][0-9]|0?[1-9])$/;

/**
 * Reads the value of a `schedule` as Kometa 2.4.4 does, its slips included: a text is cut at its commas unless it is an
 * `all[…]` in small letters, prefixes of the words suffice, and what is not understood counts as not met.
 * @throws ScheduleFault where Kometa gives the definition up.
 */
export function readSchedule(value: unknown): Schedule {
  return { conditions: partsOf(value).map(readCondition) };
}

function partsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  const text = String(value);
  if (!text.includes('all')) return text.split(',').map((part) => part.trim());
  if (text.endsWith(']') && text.split('all').length === 2) return [text];
  throw new ScheduleFault(
    trouble(
      'schedule.all',
      text,
      'each all[…] must stand on a line of its own',
      'Make it a list with all[…] as one entry.',
    ),
  );
}

function readCondition(text: string): Written {
  return { text, ...conditionOf(text.toLowerCase(), text) };
}

function conditionOf(words: string, text: string): Condition {
  if (words.startsWith('all')) return allOf(words, text);
  if (words.startsWith('day') || words.startsWith('daily')) return { kind: 'daily' };
  if (words === 'never') return { kind: 'never' };
  if (words.startsWith('non_existing')) return { kind: 'non-existing' };
  const read = READERS.find(([prefix]) => words.startsWith(prefix))?.[1];
  if (read === undefined)
    return misunderstood(
      'schedule.unknown',
      text,
      'is no schedule',
      'Known are daily, never, non_existing, hourly(5), weekly(sunday), monthly(1), monthly(last), yearly(12/25), date(12/25/2026), range(12/01-12/31) and all[…].',
    );
  const parameter = /\(([^)]+)\)/.exec(words)?.[1];
  if (parameter === undefined)
    return misunderstood(
      'schedule.no-parameter',
      text,
      'says nothing between brackets',
      'Write when, as in weekly(sunday).',
    );
  return read(parameter, text);
}

type Reader = (parameter: string, text: string) => Condition;

const READERS: readonly (readonly [string, Reader])[] = [
  ['hour', readHours],
  ['week', readWeekdays],
  ['month', readDayOfMonth],
  ['year', readDayOfYear],
  ['date', readDate],
  ['range', readRanges],
];

/** Inside, everything must be met; what stands after the first closing bracket is not looked at. */
function allOf(words: string, text: string): Condition {
  const inner = /\[([^\]]+)\]/.exec(words)?.[1];
  return inner === undefined
    ? misunderstood('schedule.all', text, 'is no whole all[…]', 'Write all[weekly(sunday), hourly(5)].')
    : { kind: 'all', schedule: readSchedule(inner) };
}

function readHours(parameter: string, text: string): Condition {
  const bad = () =>
    misunderstood(
      'schedule.hour',
      text,
      'needs an hour from 0 to 23, or two different ones',
      'Write hourly(5) or hourly(22-3).',
    );
  const parts = parameter.split('-');
  if (parts.length > 2)
    throw new ScheduleFault(
      trouble('schedule.hour', text, 'has more than two hours', 'Write hourly(5) or hourly(22-3).'),
    );
  const [from, to] = parts.map(pythonInt);
  if (from === undefined || from === null || !isHour(from)) return bad();
  if (to === undefined) return { kind: 'hourly', from, to: from };
  if (to === null || !isHour(to) || to === from) return bad();
  return { kind: 'hourly', from, to };
}

function isHour(hour: number): boolean {
  return hour >= 0 && hour <= 23;
}

function readWeekdays(parameter: string, text: string): Condition {
  const names = parameter.split('|');
  const days = names.map((name) => DAY_NUMBERS.get(name));
  const unknown = names.find((name) => !DAY_NUMBERS.has(name));
  return unknown === undefined
    ? { kind: 'weekly', days: days.filter((day) => day !== undefined) }
    : misunderstood(
        'schedule.weekday',
        text,
        `names no day of the week with “${unknown}”, so none of its days counts`,
        'Write weekly(sunday) or weekly(monday|friday), without spaces.',
      );
}

function readDayOfMonth(parameter: string, text: string): Condition {
  if (parameter === 'last') return { kind: 'monthly', day: 'last' };
  const day = pythonInt(parameter);
  return day !== null && day >= 1 && day <= 31
    ? { kind: 'monthly', day }
    : misunderstood(
        'schedule.month-day',
        text,
        'needs a day from 1 to 31, or last',
        'Write monthly(1) or monthly(last).',
      );
}

function readDayOfYear(parameter: string, text: string): Condition {
  const mend = 'Write the month first: yearly(12/25).';
  const [month, day] = parameter.split('/').map(pythonInt);
  if (typeof month !== 'number' || typeof day !== 'number')
    return misunderstood('schedule.year-day', text, 'needs a month and a day', mend);
  if (month < 1 || month > 12)
    throw new ScheduleFault(trouble('schedule.year-day', text, `has no month ${month}`, mend));
  return { kind: 'yearly', month, day };
}

function readDate(parameter: string, text: string): Condition {
  const mend = 'Write the month first: date(12/25/2026).';
  const parts = parameter.split('/').map(pythonInt);
  const [month, day, year] = parts;
  if (parts.some((part) => part === null) || parts.length < 2)
    return misunderstood('schedule.date', text, 'needs a month, a day and a year', mend);
  if (typeof month !== 'number' || typeof day !== 'number' || typeof year !== 'number')
    throw new ScheduleFault(trouble('schedule.date', text, 'has no year', mend));
  if (month < 1 || month > 12)
    throw new ScheduleFault(trouble('schedule.date', text, `has no month ${month}`, mend));
  return { kind: 'date', year, month, day };
}

function readRanges(parameter: string, text: string): Condition {
  const matches = parameter.split('|').map((part) => ONE_RANGE.exec(part));
  const ranges = matches
    .filter((match) => match !== null)
    .map(([, ...parts]) => {
      const [fromMonth = 1, fromDay = 1, toMonth = 1, toDay = 1] = parts.map(Number);
      return { from: withinMonth(fromMonth, fromDay), to: withinMonth(toMonth, toDay) };
    });
  return ranges.length > 0
    ? { kind: 'range', ranges }
    : misunderstood(
        'schedule.range',
        text,
        'needs two days as MM/DD-MM/DD',
        'Write range(12/01-12/31), and a bar between several.',
      );
}

function withinMonth(month: number, day: number): MonthDay {
  return { month, day: Math.min(day, DAYS_IN_MONTH[month - 1] ?? day) };
}

function misunderstood(code: TroubleCode, text: string, what: string, mend: string): Condition {
  return { kind: 'misunderstood', trouble: trouble(code, text, what, mend) };
}

function trouble(code: TroubleCode, text: string, what: string, mend: string): ScheduleTrouble {
  return { code, text, message: `The schedule ${text} ${what}`, mend };
}

import type { Condition, Moment, MonthDay, Schedule } from './schedule.ts';

export type Verdict =
  | 'runs'
  | 'not-scheduled'
  /** As not scheduled, and obeyed even when schedules are to be ignored. */
  | 'not-in-range'
  /** Runs if what it makes is not in Plex yet. */
  | 'existence-test';

/** Whether Kometa, started at this moment, goes on with what has this schedule. */
export function judgeSchedule({ conditions }: Schedule, moment: Moment): Verdict {
  const verdicts = conditions.map((condition) => judgeCondition(condition, moment));
  if (verdicts.includes('runs')) return 'runs';
  if (verdicts.includes('existence-test')) return 'existence-test';
  return verdicts.includes('not-in-range') ? 'not-in-range' : 'not-scheduled';
}

function judgeCondition(condition: Condition, moment: Moment): Verdict {
  if (condition.kind === 'all') return judgeAll(condition.schedule, moment);
  if (isMet(condition, moment)) return 'runs';
  return condition.kind === 'range' ? 'not-in-range' : 'not-scheduled';
}

/** A range that is not met counts as plain not scheduled here. */
function judgeAll({ conditions }: Schedule, moment: Moment): Verdict {
  if (conditions.every((condition) => judgeCondition(condition, moment) === 'runs')) return 'runs';
  return conditions.some(({ kind }) => kind === 'non-existing') ? 'existence-test' : 'not-scheduled';
}

function isMet(condition: Exclude<Condition, { kind: 'all' }>, moment: Moment): boolean {
  const { year, month, day, hour } = moment;
  switch (condition.kind) {
    case 'daily':
    case 'non-existing':
      return true;
    case 'never':
    case 'misunderstood':
      return false;
    case 'hourly': {
      const { from, to } = condition;
      return from <= to ? hour >= from && hour <= to : hour >= from || hour <= to;
    }
    case 'weekly':
      return condition.days.includes(weekdayOf(moment));
    case 'monthly':
      return day === (condition.day === 'last' ? lastDayOf(moment) : condition.day);
    case 'yearly':
      return month === condition.month && isDayOrLast(moment, condition.day);
    case 'date':
      return year === condition.year && month === condition.month && isDayOrLast(moment, condition.day);
    case 'range':
      return condition.ranges.some(({ from, to }) => isBetween(moment, from, to));
  }
}

/** A day that the month does not have is its last. */
function isDayOrLast(moment: Moment, day: number): boolean {
  const last = lastDayOf(moment);
  return moment.day === day || (moment.day === last && day > last);
}

function isBetween(moment: Moment, from: MonthDay, to: MonthDay): boolean {
  const [first, last, now] = [from, to, moment].map((one) => one.month * 100 + one.day) as [
    number,
    number,
    number,
  ];
  return first <= last ? now >= first && now <= last : now >= first || now <= last;
}

function lastDayOf({ year, month }: Pick<Moment, 'year' | 'month'>): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Monday is 0. */
function weekdayOf({ year, month, day }: Omit<Moment, 'hour'>): number {
  return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
}

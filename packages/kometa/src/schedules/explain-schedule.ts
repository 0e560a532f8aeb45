import { type Condition, MONTHS, type MonthDay, type Schedule, WEEKDAYS } from './schedule.ts';

/** The schedule in words, as “on Sundays, or on the 1st of the month”. */
export function explainSchedule({ conditions }: Schedule): string {
  return listed(conditions.map(wordsOf), 'or');
}

function wordsOf(condition: Condition): string {
  switch (condition.kind) {
    case 'daily':
      return 'every day';
    case 'never':
      return 'never';
    case 'non-existing':
      return 'always (Kometa takes non_existing by itself as met)';
    case 'hourly':
      return condition.from === condition.to
        ? `when the run starts between ${clock(condition.from)} and ${lastMinute(condition.to)}`
        : `when the run starts from ${clock(condition.from)} to ${lastMinute(condition.to)}`;
    case 'weekly':
      return `on ${listed(
        condition.days.map((day) => `${WEEKDAYS[day]}s`),
        'and',
      )}`;
    case 'monthly':
      return condition.day === 'last'
        ? 'on the last day of the month'
        : `on the ${ordinal(condition.day)} of the month${condition.day > 28 ? ', in months that have one' : ''}`;
    case 'yearly':
      return `on ${dayOf(condition)} each year`;
    case 'date':
      return `on ${dayOf(condition)} ${condition.year}`;
    case 'range':
      return listed(
        condition.ranges.map(({ from, to }) => `from ${dayOf(from)} to ${dayOf(to)}`),
        'or',
      );
    case 'all':
      return listed(
        condition.schedule.conditions.map((one) =>
          one.kind === 'non-existing' ? 'it is not in Plex yet' : wordsOf(one),
        ),
        'and',
      );
    case 'misunderstood':
      return `not for “${condition.trouble.text}”, which Kometa does not understand`;
  }
}

function dayOf({ month, day }: MonthDay): string {
  return `${day} ${MONTHS[month - 1]}`;
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

function lastMinute(hour: number): string {
  return `${String(hour).padStart(2, '0')}:59`;
}

function ordinal(day: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd' }[
    new Intl.PluralRules('en', { type: 'ordinal' }).select(day) as 'one' | 'two' | 'few'
  ];
  return `${day}${ending ?? 'th'}`;
}

function listed(parts: readonly string[], word: 'and' | 'or'): string {
  return new Intl.ListFormat('en-GB', { type: word === 'and' ? 'conjunction' : 'disjunction' }).format(parts);
}

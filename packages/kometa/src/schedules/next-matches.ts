import { judgeSchedule, type Verdict } from './judge-schedule.ts';
import type { Moment, Schedule } from './schedule.ts';

/** A day on which Kometa would go on, with the hours at which a run must start for it. */
export interface Match {
  year: number;
  month: number;
  day: number;
  hours: number[];
}

/** After so many years weekdays fall on the same dates again, leap days too. */
const YEARS_AHEAD = 28;
const DAY_MS = 86_400_000;
const EVERY_HOUR = Array.from({ length: 24 }, (_, hour) => hour);

/** Why nothing will ever run. */
export type DeadReason =
  | 'never'
  /** Nothing of it was understood. */
  | 'misunderstood'
  /** Its dates have gone by. */
  | 'past'
  /** It asks for what does not go together, or for an hour at which no run starts. */
  | 'impossible';

/** The next days from this moment on that match, at most `count`. `hours`: at which runs start. */
export function nextMatches(
  schedule: Schedule,
  from: Moment,
  count: number,
  hours: readonly number[] = EVERY_HOUR,
): Match[] {
  const found: Match[] = [];
  for (const day of daysFrom(from, schedule)) {
    const matching = hours.filter(
      (hour) => !isBefore({ ...day, hour }, from) && canRun(judgeSchedule(schedule, { ...day, hour })),
    );
    if (matching.length > 0) found.push({ ...day, hours: matching });
    if (found.length === count) break;
  }
  return found;
}

/** Null for a schedule that can still match. */
export function whyDead(schedule: Schedule, from: Moment, hours?: readonly number[]): DeadReason | null {
  if (nextMatches(schedule, from, 1, hours).length > 0) return null;
  const kinds = new Set(schedule.conditions.map(({ kind }) => kind));
  const only = (...some: string[]) => [...kinds].every((kind) => some.includes(kind));
  if (only('never')) return 'never';
  if (only('never', 'misunderstood')) return 'misunderstood';
  return only('never', 'misunderstood', 'date') ? 'past' : 'impossible';
}

function canRun(verdict: Verdict): boolean {
  return verdict === 'runs' || verdict === 'existence-test';
}

function isBefore(one: Moment, other: Moment): boolean {
  const number = ({ year, month, day, hour }: Moment) => Date.UTC(year, month - 1, day, hour);
  return number(one) < number(other);
}

/** Day after day, and then those far ahead that are named with their year. */
function* daysFrom({ year, month, day }: Moment, schedule: Schedule): Generator<Omit<Match, 'hours'>> {
  const first = Date.UTC(year, month - 1, day);
  const end = Date.UTC(year + YEARS_AHEAD, month - 1, day);
  for (let at = first; at < end; at += DAY_MS) yield partsOf(at);
  const far = datesIn(schedule).map((date) => Date.UTC(date.year, date.month - 1, date.day));
  for (const at of far.filter((time) => time >= end).sort((one, other) => one - other)) yield partsOf(at);
}

/** A day that its month does not have is the month's last. */
function datesIn({ conditions }: Schedule): Omit<Match, 'hours'>[] {
  return conditions.flatMap((condition) => {
    if (condition.kind === 'all') return datesIn(condition.schedule);
    if (condition.kind !== 'date') return [];
    const { year, month, day } = condition;
    return [{ year, month, day: Math.min(day, new Date(Date.UTC(year, month, 0)).getUTCDate()) }];
  });
}

function partsOf(time: number): Omit<Match, 'hours'> {
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

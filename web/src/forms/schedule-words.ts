import { explainSchedule, nextMatches, readSchedule, ScheduleFault } from '@marquee/kometa';

const DAYS_TOLD = 5;

/** When a schedule runs, in words and in days; what Kometa does not understand of it. */
export function tellSchedule(
  written: string,
  now: Date,
): { words: string; next: readonly string[] } | { trouble: string } {
  try {
    const schedule = readSchedule(written);
    const moment = {
      year: now.getFullYear(),
      month: now.getMonth() + 1,
      day: now.getDate(),
      hour: now.getHours(),
    };
    const words = explainSchedule(schedule);
    // The last hour of a day is still to come, and without hours in the schedule it stands for all.
    const hours = /hour/i.test(written) ? undefined : [23];
    const next = nextMatches(schedule, moment, DAYS_TOLD, hours).map(
      ({ year, month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    );
    return { words, next };
  } catch (error) {
    if (error instanceof ScheduleFault) return { trouble: `${error.trouble.message}. ${error.trouble.mend}` };
    throw error;
  }
}

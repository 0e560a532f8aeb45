/** A moment as Kometa sees it: the date and the hour of the run's start, without a time zone. */
export interface Moment {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
}

/** Month and day, the day cut to what the month has in a year that is no leap year. */
export interface MonthDay {
  month: number;
  day: number;
}

/** One condition, as Kometa understood it. */
export type Condition =
  | { kind: 'daily' }
  | { kind: 'never' }
  | { kind: 'non-existing' }
  | { kind: 'hourly'; from: number; to: number }
  /** Monday is 0. */
  | { kind: 'weekly'; days: readonly number[] }
  | { kind: 'monthly'; day: number | 'last' }
  | { kind: 'yearly'; month: number; day: number }
  | { kind: 'date'; year: number; month: number; day: number }
  | { kind: 'range'; ranges: readonly { from: MonthDay; to: MonthDay }[] }
  | { kind: 'all'; schedule: Schedule }
  /** Counts as not met; Kometa logs why. */
  | { kind: 'misunderstood'; trouble: ScheduleTrouble };

/** Any of its conditions lets Kometa run. */
export interface Schedule {
  conditions: readonly Written[];
}

/** A condition, and the text that it was read from. */
export type Written = Condition & { text: string };

export type TroubleCode =
  | 'schedule.unknown'
  | 'schedule.no-parameter'
  | 'schedule.hour'
  | 'schedule.weekday'
  | 'schedule.month-day'
  | 'schedule.year-day'
  | 'schedule.date'
  | 'schedule.range'
  | 'schedule.all';

export interface ScheduleTrouble {
  code: TroubleCode;
  /** What was written. */
  text: string;
  message: string;
  mend: string;
}

/** What Kometa cannot get over: the definition that it stands in fails. */
export class ScheduleFault extends Error {
  readonly trouble: ScheduleTrouble;

  constructor(trouble: ScheduleTrouble) {
    super(trouble.message);
    this.name = 'ScheduleFault';
    this.trouble = trouble;
  }
}

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
export const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

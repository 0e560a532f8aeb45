const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const DAY_MS = 86_400_000;

interface Moment {
  year: number;
  month: number;
  day: number;
  weekday: number;
  dayOfYear: number;
}

function momentOf(isoDate: string): Moment {
  const date = new Date(`${isoDate}T00:00:00Z`);
  const year = date.getUTCFullYear();
  return {
    year,
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    dayOfYear: Math.round((date.getTime() - Date.UTC(year, 0, 1)) / DAY_MS) + 1,
  };
}

/** ISO 8601: the week belongs to the year that its Thursday lies in. */
function isoWeek({ year, month, day, weekday }: Moment): { year: number; week: number } {
  const thursday = new Date(Date.UTC(year, month, day - ((weekday + 6) % 7) + 3));
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return {
    year: thursday.getUTCFullYear(),
    week: Math.floor((thursday.getTime() - first) / DAY_MS / 7) + 1,
  };
}

type Part = (moment: Moment) => number | string;
const two = 2;
/** What stands for each letter after %, and how wide a number is padded, with what. */
const PARTS: Record<string, { of: Part; width?: number; fill?: ' ' }> = {
  a: { of: ({ weekday }) => (DAYS[weekday] ?? '').slice(0, 3) },
  A: { of: ({ weekday }) => DAYS[weekday] ?? '' },
  b: { of: ({ month }) => (MONTHS[month] ?? '').slice(0, 3) },
  B: { of: ({ month }) => MONTHS[month] ?? '' },
  C: { of: ({ year }) => Math.floor(year / 100), width: two },
  d: { of: ({ day }) => day, width: two },
  e: { of: ({ day }) => day, width: two, fill: ' ' },
  G: { of: (moment) => isoWeek(moment).year },
  g: { of: (moment) => isoWeek(moment).year % 100, width: two },
  H: { of: () => 0, width: two },
  I: { of: () => 12, width: two },
  j: { of: ({ dayOfYear }) => dayOfYear, width: 3 },
  k: { of: () => 0, width: two, fill: ' ' },
  l: { of: () => 12, width: two, fill: ' ' },
  m: { of: ({ month }) => month + 1, width: two },
  M: { of: () => 0, width: two },
  n: { of: () => '\n' },
  p: { of: () => 'AM' },
  P: { of: () => 'am' },
  S: { of: () => 0, width: two },
  f: { of: () => '000000' },
  t: { of: () => '\t' },
  u: { of: ({ weekday }) => (weekday === 0 ? 7 : weekday) },
  U: { of: ({ dayOfYear, weekday }) => Math.floor((dayOfYear - 1 + 7 - weekday) / 7), width: two },
  V: { of: (moment) => isoWeek(moment).week, width: two },
  w: { of: ({ weekday }) => weekday },
  W: {
    of: ({ dayOfYear, weekday }) => Math.floor((dayOfYear - 1 + 7 - ((weekday + 6) % 7)) / 7),
    width: two,
  },
  y: { of: ({ year }) => year % 100, width: two },
  Y: { of: ({ year }) => year },
  z: { of: () => '' },
  Z: { of: () => '' },
  '%': { of: () => '%' },
};
const ALIASES: Record<string, string> = {
  c: '%a %b %e %H:%M:%S %Y',
  D: '%m/%d/%y',
  F: '%Y-%m-%d',
  h: '%b',
  r: '%I:%M:%S %p',
  R: '%H:%M',
  T: '%H:%M:%S',
  x: '%m/%d/%y',
  X: '%H:%M:%S',
};

/** `strftime` of a date at midnight, in English as Kometa's container has it; glibc's `-`, `_`, `0` and `^` included. */
export function dateText(isoDate: string, format: string): string {
  const moment = momentOf(isoDate);
  const write = (pattern: string): string =>
    pattern.replace(/%([-_0^#]?)([a-zA-Z%])/g, (whole, flag: string, letter: string) => {
      const alias = ALIASES[letter];
      if (alias !== undefined) return write(alias);
      const part = PARTS[letter];
      if (part === undefined) return whole;
      const value = part.of(moment);
      if (typeof value === 'string') return flag === '^' ? value.toUpperCase() : value;
      const fill = flag === '_' ? ' ' : flag === '0' ? '0' : (part.fill ?? '0');
      return flag === '-' ? String(value) : String(value).padStart(part.width ?? 0, fill);
    });
  return write(format);
}

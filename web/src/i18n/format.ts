const THIN = '\u2009';
const locale = 'en';

const whole = new Intl.NumberFormat(locale);
const short = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
const rating = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
const calendar = new Intl.DateTimeFormat(locale, { dateStyle: 'full' });
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });

/** 50 000, grouped by thin spaces. */
export function formatCount(count: number): string {
  return whole
    .formatToParts(count)
    .map((part) => (part.type === 'group' ? THIN : part.value))
    .join('');
}

export function formatRating(value: number): string {
  return rating.format(value);
}

export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${short.format(bytes / 1000 ** power)}${THIN}${units[power]}`;
}

export function formatBitrate(kbps: number): string {
  return short.format(kbps / 1000);
}

/** 1 h 54 min; below an hour 54 min; below a minute 12 s. */
export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds}${THIN}s`;
  const minutes = Math.round(seconds / 60);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts = [
    days > 0 && `${days}${THIN}d`,
    hours > 0 && `${hours}${THIN}h`,
    minutes % 60 > 0 && days === 0 && `${minutes % 60}${THIN}min`,
  ];
  return parts.filter(Boolean).join(' ');
}

/** 4:05, as tracks are told. */
export function formatTrackTime(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

export function formatAge(at: string, now: number): string {
  const distance = new Date(at).getTime() - now;
  for (const [unit, length] of steps) {
    if (Math.abs(distance) >= length) return relative.format(Math.trunc(distance / length), unit);
  }
  return 'just now';
}

export function formatExact(at: string): string {
  return exact.format(new Date(at));
}

export function formatDay(date: string): string {
  return day.format(new Date(date));
}

const clock = new Intl.DateTimeFormat(locale, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const minute = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
/** 10:41; on another day 20 Nov, 10:41. */
export function formatMinute(at: string, now = new Date()): string {
  const date = new Date(at);
  const time = minute.format(date);
  return date.toDateString() === now.toDateString() ? time : `${shortDay.format(date)}, ${time}`;
}

/** 05:10:42, as logs are read. */
export function formatClock(at: string): string {
  return clock.format(new Date(at));
}

/** Today, Yesterday, or the date, by the reader's own calendar. */
export function formatDayName(at: string, now: number): string {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(Date.parse(at)) - midnight(now)) / 86_400_000);
  const name = days === 0 || days === -1 ? relative.format(days, 'day') : calendar.format(new Date(at));
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const languageNames = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
/** Plex tells languages as names or as codes; a code that nobody knows is shown as it is. */
export function formatLanguage(language: string): string {
  return /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(language) ? (languageNames.of(language) ?? language) : language;
}

export function formatResolution(resolution: string): string {
  if (/^\d+$/.test(resolution)) return `${resolution}p`;
  return resolution.toUpperCase();
}

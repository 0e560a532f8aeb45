import { type OverlayFacts, TEXT_MODIFIERS, variablesOfLevel } from '@marquee/contracts';
import { dateText } from './date-text.ts';
import { numberWords } from './number-words.ts';
import { floatText, oneDecimal, titleCase } from './python-text.ts';

export type FilledText =
  | { ok: true; text: string; variables: string[] }
  /** A variable without a value: Kometa leaves the overlay out. */
  | { ok: false; variable: string };

type Value = string | number;
const MINUTE_MS = 60_000;

/** Kometa goes through all variables of the level, whatever their order in the text. */
export function fillText(template: string, facts: OverlayFacts): FilledText {
  let text = template;
  const used: string[] = [];
  if (!text.includes('<<')) return { ok: true, text, variables: used };
  for (const { name, kind } of variablesOfLevel(facts.level)) {
    for (const modifier of TEXT_MODIFIERS[kind]) {
      const open = `<<${name}${modifier}`;
      if (!text.includes(modifier === '[' ? open : `${open}>>`)) continue;
      const value = factOf(name, modifier, facts);
      if (value === null) return { ok: false, variable: name };
      used.push(name);
      text =
        modifier === '['
          ? fillDate(text, String(value))
          : text.replaceAll(`${open}>>`, () => written(name, modifier, value));
    }
  }
  return { ok: true, text, variables: used };
}

/** From the first opening to the last closing, as a greedy pattern does. */
function fillDate(text: string, isoDate: string): string {
  return text.replace(/<<originally_available\[(.+)\]>>/g, (_, format: string) => dateText(isoDate, format));
}

const VALUES: Record<string, (facts: OverlayFacts, modifier: string) => Value | null> = {
  title: ({ title }) => title,
  original_title: ({ originalTitle }) => originalTitle,
  show_title: ({ showTitle }) => showTitle,
  season_title: ({ seasonTitle }) => seasonTitle,
  season_number: ({ seasonNumber }) => seasonNumber,
  episode_number: ({ episodeNumber }) => episodeNumber,
  episode_count: ({ episodeCount }) => episodeCount,
  edition: ({ edition }) => edition,
  content_rating: ({ contentRating }) => contentRating,
  originally_available: ({ originallyAvailable }) => originallyAvailable,
  critic_rating: ({ criticRating }) => criticRating,
  audience_rating: ({ audienceRating }) => audienceRating,
  user_rating: ({ userRating }) => userRating,
  versions: ({ versions }) => versions,
  bitrate: ({ bitratesKbps }, modifier) => {
    const whole = bitratesKbps.map(Math.trunc);
    if (whole.length === 0) return null;
    if (modifier === 'H') return Math.max(...whole);
    return modifier === 'L' ? Math.min(...whole) : (whole[0] ?? null);
  },
  runtime: ({ durationMs, partDurationsMs, level }) =>
    level === 'movie' || level === 'episode' || (durationMs !== null && partDurationsMs.length === 0)
      ? durationMs
      : partDurationsMs.length === 0
        ? null
        : sum(partDurationsMs) / partDurationsMs.length,
  total_runtime: ({ partDurationsMs }) => (partDurationsMs.length === 0 ? null : sum(partDurationsMs)),
};

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function factOf(name: string, modifier: string, facts: OverlayFacts): Value | null {
  const own = VALUES[name];
  return own === undefined ? (facts.ratings[name] ?? null) : own(facts, modifier);
}

const OF_PLEX = ['critic_rating', 'audience_rating', 'user_rating'];

function written(name: string, modifier: string, value: Value): string {
  if (name === 'runtime' || name === 'total_runtime') return minutes(Number(value), modifier);
  if (name === 'bitrate' || name === 'originally_available') return String(value);
  switch (modifier) {
    case '%':
      return String(Math.trunc(Number(value) * 10));
    case '#':
      return oneDecimal(Number(value)).replace(/\.0$/, '');
    case '/':
      return oneDecimal(Number(value) / 2);
    case 'W':
      return numberWords(Number(value));
    case 'WU':
      return numberWords(Number(value)).toUpperCase();
    case 'WL':
      return numberWords(Number(value)).toLowerCase();
    case '0':
      return String(value).padStart(2, '0');
    case '00':
      return String(value).padStart(3, '0');
    case 'U':
      return String(value).toUpperCase();
    case 'L':
      return String(value).toLowerCase();
    case 'P':
      return titleCase(String(value));
    default:
      return plain(name, value);
  }
}

function plain(name: string, value: Value): string {
  if (typeof value === 'string') return value;
  if (OF_PLEX.includes(name)) return floatText(value);
  return name in VALUES ? String(value) : oneDecimal(value);
}

function minutes(milliseconds: number, modifier: string): string {
  const all = milliseconds / MINUTE_MS;
  if (modifier === 'H') return String(Math.floor(all / 60));
  return String(Math.trunc(modifier === 'M' ? all % 60 : all));
}

import type { CollectionLevel } from '@marquee/contracts';
import { KometaRefuses } from './verdict.ts';
import { currentKeys, isMapping, numberOf, type YamlMap } from './yaml-values.ts';

/** A filter of a show or season that its seasons or episodes answer. */
export interface NestedFilter {
  level: 'season' | 'episode';
  filters: YamlMap;
  enough: { kind: 'percent' | 'count'; value: number };
}

/** A show and a season have no files of their own: Kometa asks their episodes. */
const OF_FILES: ReadonlySet<string> = new Set([
  ...['resolution', 'audio_language', 'subtitle_language', 'audio_codec', 'video_codec', 'video_profile'],
  ...['audio_track_title', 'subtitle_track_title', 'filepath', 'height', 'width', 'aspect', 'channels'],
  'has_dolby_vision',
]);
const USUAL_PERCENT = 50;

export function isNested(level: CollectionLevel, written: string): boolean {
  const name = written.split('.')[0] ?? '';
  if (level !== 'show' && level !== 'season') return false;
  return OF_FILES.has(name) || name === 'episodes' || (name === 'seasons' && level === 'show');
}

/** undefined where the item answers by itself. */
export function nestedFilter(
  level: CollectionLevel,
  { written, wanted, percent }: { written: string; wanted: unknown; percent: number },
): NestedFilter | undefined {
  if (!isNested(level, written)) return undefined;
  if (written === 'episodes' || written === 'seasons') return withinFilter(written, wanted, percent);
  if (/^(?:episodes|seasons)\./.test(written)) throw new KometaRefuses(`Kometa takes no filter “${written}”`);
  return { level: 'episode', filters: { [written]: wanted }, enough: { kind: 'percent', value: percent } };
}

function withinFilter(name: 'episodes' | 'seasons', wanted: unknown, percent: number): NestedFilter {
  if (!isMapping(wanted) || Object.keys(wanted).length === 0)
    throw new KometaRefuses(`The filter “${name}” must hold filters`);
  const { percentage, count, ...filters } = currentKeys(wanted);
  const level = name === 'episodes' ? 'episode' : 'season';
  if (count === undefined) {
    const value =
      percentage === undefined || percentage === null ? percent : wholeOf('percentage', percentage);
    if (value > 100) throw new KometaRefuses('“percentage” must be a whole number up to 100');
    return { level, filters, enough: { kind: 'percent', value } };
  }
  if (percentage !== undefined) throw new KometaRefuses(`“${name}” takes either percentage or count`);
  const value = count === null ? 0 : wholeOf('count', count);
  if (value === 0) throw new KometaRefuses(`Kometa stumbles over “${name}” with a count of nothing`);
  return { level, filters, enough: { kind: 'count', value } };
}

function wholeOf(name: string, written: unknown): number {
  const value = numberOf(name, written);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new KometaRefuses(`“${name}” must be a whole number`);
}

/** What `default_percent` says; only where it stands before the filters Kometa has read it by then. */
export function percentFor(definition: Iterable<readonly [string, unknown]>): number {
  let percent = USUAL_PERCENT;
  for (const [written, value] of definition) {
    const name = written.toLowerCase();
    if (name === 'filters') break;
    if (name === 'default_percent') percent = numberOf(name, value);
  }
  return percent;
}

/** Whether so many of the children fit, of which some may or may not. */
export function isEnough(
  { kind, value }: NestedFilter['enough'],
  { fitting, open, all }: Record<'fitting' | 'open' | 'all', number>,
): boolean | 'open' {
  const fits = (number: number) =>
    kind === 'count' ? number >= value : all - number <= (all * (100 - value)) / 100;
  if (fits(fitting)) return true;
  return fits(fitting + open) ? 'open' : false;
}

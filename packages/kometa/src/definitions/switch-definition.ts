import { isPlainList, type PlainValue } from '../yaml/plain-value.ts';
import { saysFalse, wordsOf } from './about-definition.ts';
import { NotChanged, type PlainMap } from './not-changed.ts';

/** A definition that Kometa runs, or passes over. */
export function withSwitch(section: string, values: PlainMap, on: boolean): PlainMap {
  if (section === 'libraries') return withSchedule(values, on);
  if (section === 'dynamic_collections') {
    throw new NotChanged(
      'Kometa has no switch for dynamic collections: it makes them whenever their file is read',
    );
  }
  // Kinds of libraries that it names stay beside the `false`, so that they are there when it is switched on.
  const key = Object.keys(values).find((name) => name.toLowerCase() === 'run_definition') ?? 'run_definition';
  const { [key]: written = null, ...others } = values;
  const kinds =
    written === null ? [] : wordsOf(written).filter((word) => !saysFalse(word) && !saysTrue(word));
  if (on) {
    if (!Object.hasOwn(values, key)) return values;
    if (written !== null && !wordsOf(written).some(saysFalse)) return values;
    return kinds.length === 0
      ? others
      : { ...values, [key]: kinds.length === 1 ? (kinds[0] ?? null) : kinds };
  }
  if (written !== null && wordsOf(written).some(saysFalse)) return values;
  return { ...values, [key]: kinds.length === 0 ? false : [...kinds, false] };
}

const saysTrue = (word: PlainValue): boolean => String(word).trim().toLowerCase() === 'true';

const NEVER_AND = /^all\[never, (.*)\]$/i;

/** Whether a library's schedule switches it off. */
export const isNever = (schedule: PlainValue | undefined): boolean =>
  typeof schedule === 'string' && (/^\s*never\s*$/i.test(schedule) || NEVER_AND.test(schedule));

/** A library has no other switch; the schedule that it has is kept inside, as it never comes true together with `never`. */
function withSchedule({ schedule, ...others }: PlainMap, on: boolean): PlainMap {
  const values = schedule === undefined ? others : { ...others, schedule };
  if (on) {
    if (!isNever(schedule)) return values;
    const kept = NEVER_AND.exec(String(schedule))?.[1];
    return kept === undefined ? others : { ...others, schedule: kept };
  }
  if (isNever(schedule)) return values;
  if (schedule === undefined || schedule === null) return { ...others, schedule: 'never' };
  if (isPlainList(schedule) || typeof schedule !== 'string' || /,|^\s*(?:all|non)/i.test(schedule)) {
    throw new NotChanged('Its schedule cannot be kept inside another: write schedule: never yourself');
  }
  return { ...others, schedule: `all[never, ${schedule}]` };
}

import type { PlainMap } from '../definitions/not-changed.ts';
import { DYNAMIC_TYPES } from '../model/definitions/dynamic-keys.ts';
import type { LibraryKind } from '../model/key-spec.ts';
import type { PlainValue } from '../yaml/plain-value.ts';
import { DynamicFault, mapOf, type Said, saidBy, textMapOf, textOf, textsOf } from './said-values.ts';

/** A block of dynamic collections as a run in a library would read it. */
export interface DynamicAsked {
  name: string;
  values: PlainMap;
  /** `template_variables` that config.yml gives its file. */
  variables: PlainMap;
  kind: LibraryKind;
  year: number;
}

/** One of what there is a collection for each of. */
export interface DynamicKey {
  key: string;
  name: string;
}

const PEOPLE = ['actor', 'director', 'writer', 'producer'] as const;

/** Where the keys come from. */
export type DynamicSource =
  | { kind: 'tags'; type: string }
  | { kind: 'years' }
  | {
      kind: 'people';
      of: (typeof PEOPLE)[number];
      /** How many of an item count, in its order. */
      depth: number;
      /** In how many items one must be. */
      minimum: number;
      limit: number | null;
      include: readonly string[];
      exclude: readonly string[];
    }
  | { kind: 'keys'; keys: DynamicKey[] }
  | { kind: 'elsewhere'; service: string; message: string }
  | { kind: 'refused'; message: string }
  | { kind: 'unsure'; message: string };

const ELSEWHERE: Readonly<Record<string, readonly [service: string, name: string]>> = {
  tmdb_collection: ['tmdb', 'TMDb'],
  original_language: ['tmdb', 'TMDb'],
  origin_country: ['tmdb', 'TMDb'],
  tmdb_popular_people: ['tmdb', 'TMDb'],
  trakt_user_lists: ['trakt', 'Trakt'],
  trakt_liked_lists: ['trakt', 'Trakt'],
  trakt_people_list: ['trakt', 'Trakt'],
  letterboxd_user_lists: ['letterboxd', 'Letterboxd'],
  imdb_awards: ['imdb', 'IMDb'],
};

/** More would be made by nobody who means it. */
const MOST_NUMBERS = 2_000;

export function dynamicSource(asked: DynamicAsked): DynamicSource {
  try {
    return sourceOf(asked, saidBy(asked.values, asked.variables));
  } catch (error) {
    if (error instanceof DynamicFault) return { kind: 'refused', message: error.message };
    throw error;
  }
}

/** Throws where Kometa knows none for the library. */
export function typeOf({ values, kind }: DynamicAsked): string {
  const written = saidBy(values, {}).get('type');
  if (written === undefined || written === null || written === '') throw new DynamicFault('It has no type');
  const type = textOf(written).toLowerCase();
  if (DYNAMIC_TYPES[kind].includes(type)) return type;
  throw new DynamicFault(`A library of this kind has no collections by “${type}”`);
}

function sourceOf(asked: DynamicAsked, said: Said): DynamicSource {
  const type = typeOf(asked);
  const elsewhere = ELSEWHERE[type];
  if (elsewhere) {
    const [service, name] = elsewhere;
    return { kind: 'elsewhere', service, message: `${type} needs ${name}; not asked here` };
  }
  const person = PEOPLE.find((one) => one === type);
  if (person) return peopleOf(person, said);
  if (type === 'number') return numbersOf(asked, said);
  if (type === 'custom') return { kind: 'keys', keys: customKeys(said) };
  return type === 'decade' && asked.kind === 'show' ? { kind: 'years' } : { kind: 'tags', type };
}

function peopleOf(of: (typeof PEOPLE)[number], said: Said): DynamicSource {
  const data = dataOf(said);
  const whole = (...names: string[]) => {
    const written = names.map((name) => data.get(name)).find((one) => one !== undefined);
    return written === undefined ? null : wholeOf(names[0] ?? '', written, 1);
  };
  const limit = whole('limit', 'number_of_actors');
  return {
    ...{ kind: 'people', of, limit },
    depth: whole('depth', 'actor_depth') ?? 3,
    minimum: whole('minimum', 'actor_minimum') ?? (limit === null ? 3 : 1),
    include: textsOf('include', said.get('include')),
    exclude: textsOf('exclude', said.get('exclude')),
  };
}

function numbersOf({ year }: DynamicAsked, said: Said): DynamicSource {
  const data = dataOf(said);
  const place = (name: string, least: number) => {
    const written = data.get(name);
    const back = /^current_year(?:\s*-\s*(\d+)\s*)?$/.exec(textOf(written ?? ''));
    if (back) return year - Number(back[1] ?? 0);
    return written === undefined ? 0 : wholeOf(name, written, least);
  };
  const [starting, ending] = [place('starting', 0), place('ending', 1)];
  const increment = data.has('increment') ? wholeOf('increment', data.get('increment') ?? null, 1) : 1;
  if (starting > ending) throw new DynamicFault('“ending” of its data must not be before “starting”');
  const count = Math.floor((ending - starting) / increment) + 1;
  if (count > MOST_NUMBERS)
    return { kind: 'unsure', message: `It names ${count} numbers, more than are tried here` };
  const keys = Array.from({ length: count }, (_, at) => String(starting + at * increment));
  return { kind: 'keys', keys: keys.map((key) => ({ key, name: key })) };
}

/** Those of the block with those of the variables put over. */
const dataOf = (said: Said): Map<string, PlainValue> =>
  new Map([...mapOf('data', said.get('data'))].map(([key, value]) => [key.toLowerCase(), value]));

function customKeys(said: Said): DynamicKey[] {
  const data = textMapOf('data', said.get('data'));
  for (const key of textsOf('remove_data', said.variable('remove_data'))) data.delete(key);
  for (const [key, name] of textMapOf('append_data', said.variable('append_data'))) data.set(key, name);
  return [...data].map(([key, name]) => ({ key, name }));
}

function wholeOf(name: string, value: PlainValue, least: number): number {
  const number = Number(textOf(value));
  if (Number.isInteger(number) && number >= least) return number;
  throw new DynamicFault(`“${name}” of its data must be a whole number from ${least} on`);
}

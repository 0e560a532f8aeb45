import type { PlainMap } from '../definitions/not-changed.ts';
import { isPlainMap, type PlainValue } from '../yaml/plain-value.ts';
import { defaultDefinition, defaultTitle } from './default-template.ts';
import { type DynamicAsked, type DynamicKey, typeOf } from './dynamic-source.ts';
import {
  changedTexts,
  DynamicFault,
  listMapOf,
  mapOf,
  type Said,
  saidBy,
  textMapOf,
  textOf,
  textsOf,
  wordsOf,
} from './said-values.ts';

/** What was found in the library. */
export interface FoundKeys {
  /** In the server's order. */
  keys: readonly DynamicKey[];
  /** Of the films or shows themselves; decades of shows are made of these. */
  years?: readonly string[];
}

/** A collection that the block makes. */
export interface MadeCollection {
  /** Null for the one of all that is left. */
  key: string | null;
  title: string;
  /** What it is of: its key, and what is counted with it. */
  value: string[];
  /** As a definition of its own. */
  definition: PlainMap;
}

export type DynamicOutcome = { made: MadeCollection[]; notes: string[] } | { refused: string };

/** The collections that Kometa makes of a block, by what the library holds. `taken`: titles that the file defines itself. */
export function dynamicCollections(
  asked: DynamicAsked,
  found: FoundKeys,
  taken: readonly string[],
): DynamicOutcome {
  try {
    return outcomeOf(asked, found, taken);
  } catch (error) {
    if (error instanceof DynamicFault) return { refused: error.message };
    throw error;
  }
}

function outcomeOf(asked: DynamicAsked, found: FoundKeys, taken: readonly string[]): DynamicOutcome {
  const said = saidBy(asked.values, asked.variables);
  const type = typeOf(asked);
  const { all, own, addons } = keysOf(said, found);
  if (own.size === 0) throw new DynamicFault('Nothing is found to make collections of');
  const namer = createNamer(asked, said, type);
  const include = includedBy(said);
  const isIncluded = (key: string) => include.length === 0 || include.includes(key);
  const titles = new Set(taken);
  const notes: string[] = [];
  const made: MadeCollection[] = [];
  for (const [key, name] of own) {
    if (!isIncluded(key)) continue;
    const { keyName, title } = namer(key, name);
    const more = (addons.get(key) ?? []).filter((one) => one !== key && (all.has(one) || type === 'custom'));
    const value = [...(all.has(key) ? [key] : []), ...more];
    if (titles.has(title)) {
      notes.push(`“${title}” is there already and is left out`);
      continue;
    }
    titles.add(title);
    made.push({ key, title, value, definition: definitionOf(asked, said, { type, key, keyName, value }) });
  }
  const left = [...own.keys()].filter((key) => !isIncluded(key));
  const other = said.get('other_name');
  if (other === undefined || other === null || include.length === 0) return { made, notes };
  const title = textOf(other);
  if (left.length === 0) return { made, notes: [...notes, `Nothing is left for “${title}”`] };
  const call = { type, key: 'other', keyName: title, value: left };
  made.push({ key: null, title, value: left, definition: definitionOf(asked, said, call) });
  return { made, notes };
}

interface Keys {
  /** Everything there is, with its name. */
  all: ReadonlyMap<string, string>;
  /** What gets a collection, were there no `include`. */
  own: Map<string, string>;
  addons: ReadonlyMap<string, string[]>;
}

function keysOf(said: Said, { keys, years }: FoundKeys): Keys {
  const given = addonsBy(said);
  if (years !== undefined && given.size > 0) throw new DynamicFault('Decades of shows take no addons');
  const addons = years === undefined ? given : decadesOf(years);
  const asked = changedTexts(said, 'exclude');
  const exclude = new Set([
    ...asked,
    ...[...given].flatMap(([key, more]) => more.filter((one) => one !== key)),
  ]);
  const all = new Map(
    years === undefined ? keys.map(({ key, name }) => [key, name]) : years.map((year) => [year, year]),
  );
  const appended = [...textMapOf('append_data', said.variable('append_data'))];
  for (const [key, name] of appended) all.set(key, name);
  const named = years === undefined ? keys : [...addons.keys()].map((key) => ({ key, name: `${key}s` }));
  const own = new Map(
    [...named, ...appended.map(([key, name]) => ({ key, name }))]
      .filter(({ key, name }) => !exclude.has(key) && !exclude.has(name))
      .map(({ key, name }) => [key, name]),
  );
  const joined = new Map(addons);
  const standAlone = said.get('custom_keys') !== false;
  for (const [key, more] of years === undefined ? given : []) {
    if (all.has(key) || asked.includes(key)) continue;
    const there = more.filter((one) => all.has(one));
    if (!standAlone) for (const one of there) own.set(one, all.get(one) ?? one);
    else if (there.length > 0) {
      own.set(key, key);
      joined.set(key, there);
    }
  }
  return { all, own, addons: joined };
}

function addonsBy(said: Said): Map<string, string[]> {
  const addons = listMapOf('addons', said.get('addons'));
  for (const [key, more] of listMapOf('append_addons', said.variable('append_addons')))
    addons.set(key, [...(addons.get(key) ?? []), ...more]);
  for (const [key, less] of listMapOf('remove_addons', said.variable('remove_addons')))
    addons.set(
      key,
      (addons.get(key) ?? []).filter((one) => !less.includes(one)),
    );
  return addons;
}

function decadesOf(years: readonly string[]): Map<string, string[]> {
  const decades = new Map<string, string[]>();
  for (const year of new Set(years)) {
    const decade = `${year.slice(0, -1)}0`;
    decades.set(decade, [...(decades.get(decade) ?? []), year]);
  }
  return decades;
}

function includedBy(said: Said): string[] {
  const exclude = changedTexts(said, 'exclude');
  const isOwn = said.variable('include') === undefined;
  return changedTexts(said, 'include').filter((key) => !isOwn || !exclude.includes(key));
}

/** How the collection of a key is called, and what its templates are told of it. */
function createNamer({ kind }: DynamicAsked, said: Said, type: string) {
  const usual = defaultTitle(type, kind);
  const written = said.get('title_format');
  const wanted = written === undefined || written === null ? usual : textOf(written);
  const format = (/<<(?:key_name|title)>>/.test(wanted) ? wanted : usual)
    .replaceAll('<<library_type>>', kind)
    .replaceAll('<<library_typeU>>', kind.charAt(0).toUpperCase() + kind.slice(1))
    .replaceAll('<<limit>>', (limit) => textOf(said.variable('limit') ?? limit));
  const titles = textMapOf('title_override', said.get('title_override') ?? said.get('post_format_override'));
  const names = textMapOf(
    'key_name_override',
    said.get('key_name_override') ?? said.get('pre_format_override'),
  );
  const prefixes = wordsOf('remove_prefix', said.get('remove_prefix'));
  const suffixes = wordsOf('remove_suffix', said.get('remove_suffix'));
  const cut = (name: string) => {
    let left = name;
    for (const prefix of prefixes) if (left.startsWith(prefix)) left = left.slice(prefix.length).trim();
    for (const suffix of suffixes)
      if (left.endsWith(suffix)) left = left.slice(0, left.length - suffix.length).trim();
    return left;
  };
  return (key: string, name: string) => {
    const keyName = names.get(key) ?? cut(name);
    const title = titles.get(key) ?? format.replaceAll(/<<(?:title|key_name)>>/g, () => keyName);
    return { keyName, title };
  };
}

interface Call {
  type: string;
  key: string;
  keyName: string;
  value: string[];
}

function definitionOf(asked: DynamicAsked, said: Said, call: Call): PlainMap {
  const { type, key, keyName, value } = call;
  const isOther = key === 'other';
  const templates = textsOf('template', said.get('template'));
  const others = isOther ? textsOf('other_template', said.get('other_template')) : [];
  const names = others.length > 0 ? others : templates;
  if (names.length === 0) return { append_label: asked.name, ...defaultDefinition(type, asked.kind, value) };
  const variables: Record<string, PlainValue> = { value, [type]: value, key_name: keyName, key };
  for (const [name, byKey] of mapOf('template_variables', asked.values.template_variables)) {
    const one = variableFor(said.variable(name), byKey, key, isOther);
    if (one !== undefined) variables[name] = one;
  }
  return { append_label: asked.name, template: names.map((name) => ({ ...variables, name })) };
}

function variableFor(
  given: PlainValue | undefined,
  byKey: PlainValue,
  key: string,
  isOther: boolean,
): PlainValue | undefined {
  if (!isPlainMap(byKey)) throw new DynamicFault('“template_variables” must hold a map for each variable');
  if (given !== undefined && !isOther) return given;
  return Object.hasOwn(byKey, key) ? byKey[key] : byKey.default;
}

import type { Meaning } from '../yaml/meaning.ts';
import { settleConditionals } from './conditionals.ts';
import { type Entries, entriesOf, isNothing, wordsOf } from './entries.ts';
import { gatherVariables, type Sources } from './gather-variables.ts';
import { TemplateFault } from './outcome.ts';
import { percentEncoded, pythonString, textValue } from './python-values.ts';
import { createReplacing, kept, putAll } from './replace.ts';

/** Parts of a template that are no attributes. */
const PARTS = new Set(['default', 'optional', 'conditionals', 'move_prefix', 'move_collection_prefix']);

export interface Call extends Omit<Sources, 'builtIn'> {
  template: Entries;
  /** What Kometa sets by itself, the name aside. */
  builtIn: Entries;
  /** As its variables are called: `collection`, `overlay`, `playlist`. */
  noun: string;
  /** The key of the definition, and what it is called by itself. */
  mapping: string;
  name: Meaning | undefined;
}

/** What one call of a template writes, without what the definition itself says. */
export function callTemplate(call: Call, has: (attribute: string) => boolean): Entries {
  const { template, noun, mapping } = call;
  const called = call.name ?? template.get('name');
  const name = called === undefined || isNothing(called) ? mapping : pythonString(called);
  const builtIn = new Map([
    [`${noun}_name`, textValue(name)],
    ['mapping_name', textValue(mapping)],
    ...call.builtIn,
  ]);
  const gathered = gatherVariables(
    { ...call, builtIn },
    { defaults: partOf(template, 'default'), conditionals: partOf(template, 'conditionals') },
  );
  const { variables, conditionals } = gathered;
  const prefixes = prefixesOf(template);
  const written = optionalOf(template, variables);
  // As they are written, with variables in them: such a one leaves the default of its name.
  const conditional = new Set(conditionals.keys());
  const isOptional = written.filter((one) => !gathered.defaults.has(one) && !conditional.has(one));
  const optional = new Set([...gathered.nothing, ...isOptional.flatMap((one) => [one, `${one}_encoded`])]);
  const defaults = defaultsOf(
    gathered.defaults,
    variables,
    (one) => optional.has(one) || conditional.has(one),
  );
  addKeyName(variables);
  for (const one of settleConditionals(conditionals, variables, defaults)) optional.add(one);
  settleNames(variables, defaults);
  addSort(variables, `${noun}_sort`, `${noun}_name`, prefixes);
  addSort(variables, 'mapping_sort', 'mapping_name', prefixes);
  for (const [one, value] of [...variables])
    variables.set(`${one}_encoded`, textValue(percentEncoded(pythonString(value))));
  return attributesOf(template, { variables, defaults, optional }, has);
}

function attributesOf(
  template: Entries,
  values: Parameters<typeof createReplacing>[0],
  has: (attribute: string) => boolean,
): Entries {
  const replacing = createReplacing(values);
  const attributes: Entries = new Map();
  for (const [written, value] of template) {
    if (PARTS.has(written) || has(written)) continue;
    for (const [name, made] of kept((): [string, Meaning] => {
      const name = pythonString(replacing.scalar(written, textValue(written)));
      return [name, replacing.whole(name, value)];
    }))
      if (!attributes.has(name)) attributes.set(name, made);
  }
  return attributes;
}

function partOf(template: Entries, part: 'default' | 'conditionals'): Entries {
  const value = template.get(part);
  if (value === undefined) return new Map();
  const entries = entriesOf(value);
  const isBlank =
    isNothing(value) || (value.type === 'list' && value.items.length === 0) || entries?.size === 0;
  if (isBlank) throw new TemplateFault(`“${part}” of the template is blank`);
  if (entries === null) throw new TemplateFault(`“${part}” of the template must be a map`);
  return entries;
}

function optionalOf(template: Entries, variables: Entries): string[] {
  const value = template.get('optional');
  if (value === undefined) return [];
  const words = isNothing(value) ? [] : wordsOf(value);
  if (words.length === 0) throw new TemplateFault('“optional” of the template is blank');
  return words.map((word) => pythonString(putAll(textValue(word), variables)));
}

function prefixesOf(template: Entries): string[] {
  const value = template.get('move_prefix') ?? template.get('move_collection_prefix');
  if (value === undefined) return [];
  const words = isNothing(value) ? [] : wordsOf(value);
  if (words.length === 0) throw new TemplateFault('“move_prefix” of the template is blank');
  return words;
}

/** Defaults that nobody gave a value, with variables put in; those of names also with other defaults. */
function defaultsOf(written: Entries, variables: Entries, isOther: (name: string) => boolean): Entries {
  const filled = [...written].map(([name, value]): [string, Meaning] => [
    pythonString(putAll(textValue(name), variables)),
    putInside(value, variables),
  ]);
  const defaults: Entries = new Map();
  for (const [name, value] of filled) {
    const final = name.includes('<<') ? nameWith(name, filled) : name;
    if (variables.has(final) || isOther(final)) continue;
    defaults.set(final, value);
    defaults.set(`${final}_encoded`, encodedDefault(value));
  }
  return defaults;
}

function nameWith(name: string, defaults: readonly [string, Meaning][]): string {
  const others = defaults.filter(([other]) => other !== name);
  return pythonString(putAll(textValue(name), new Map(others)));
}

/** In a list or a map the parts are looked at one by one, so that they stay what they are. */
function putInside(value: Meaning, variables: Entries): Meaning {
  if (value.type === 'list')
    return { type: 'list', items: value.items.map((item) => putInside(item, variables)) };
  if (value.type === 'map')
    return {
      type: 'map',
      entries: value.entries.map(([key, one]) => [putInside(key, variables), putInside(one, variables)]),
    };
  return putAll(value, variables);
}

/** What leads to another variable leads to its encoded form. */
function encodedDefault(value: Meaning): Meaning {
  const text = pythonString(value);
  const leads = text.includes('<<') && text.endsWith('>>');
  return textValue(leads ? `${text.slice(0, -2)}_encoded>>` : percentEncoded(text));
}

function addKeyName(variables: Entries): void {
  const key = variables.get('key_name');
  if (key === undefined) return;
  const [first] = pythonString(key).toUpperCase();
  if (first === undefined) throw new TemplateFault('“key_name” is blank, which Kometa stumbles over');
  variables.set('original_key_name', key);
  variables.set('key_name_first_letter', textValue(/\p{L}/u.test(first) ? first : '#'));
}

/** Variables in names of variables that were not known before. */
function settleNames(variables: Entries, defaults: Entries): void {
  for (const [name, value] of [...variables]) {
    if (!name.includes('<<')) continue;
    const final = pythonString(putAll(putAll(textValue(name), variables), defaults));
    if (final === name) continue;
    variables.delete(name);
    if (!variables.has(final)) variables.set(final, value);
  }
}

function addSort(variables: Entries, sort: string, name: string, prefixes: readonly string[]): void {
  const text = pythonString(variables.get(name) ?? textValue(''));
  const prefix = prefixes.find((one) => text.startsWith(`${one} `));
  variables.set(sort, textValue(prefix === undefined ? text : `${text.slice(prefix.length + 1)}, ${prefix}`));
}

import type { Meaning } from '../yaml/meaning.ts';
import { type Entries, entriesOf, isNothing } from './entries.ts';
import { NotKnown, TemplateFault } from './outcome.ts';
import { isEqualInPython, pythonString, textValue } from './python-values.ts';
import { putAll } from './replace.ts';

/** Who gives variables a value, the first to do so first; but what config.yml says counts before all. */
export interface Sources {
  call: Entries;
  builtIn: Entries;
  external: Entries;
  definition: Entries;
  config: Entries;
}

export interface Gathered {
  variables: Entries;
  /** Names that were given nothing. */
  nothing: string[];
  defaults: Entries;
  conditionals: Entries;
}

const MERGED = ['default', 'conditionals'] as const;

/** All variables of one call of a template, with the defaults and conditionals that its callers put over the template's. */
export function gatherVariables(
  sources: Sources,
  template: Pick<Gathered, 'defaults' | 'conditionals'>,
): Gathered {
  const taken = [...sources.call.keys()].find((name) => name !== 'name' && sources.builtIn.has(name));
  if (taken !== undefined) throw new NotKnown(`A call gives “${taken}”, which Kometa sets itself`);
  const defaults = new Map(template.defaults);
  const conditionals = new Map(template.conditionals);
  const over = { default: defaults, conditionals };
  const given = { default: new Map<string, Meaning>(), conditionals: new Map<string, Meaning>() };
  const { call, external, definition, config } = sources;
  for (const source of [call, external, definition, config]) {
    for (const part of MERGED) {
      const value = source.get(part);
      if (value === undefined || isNothing(value)) continue;
      const entries = entriesOf(value);
      if (entries === null)
        throw new TemplateFault(`“${part}” among the variables of a template must be a map`);
      for (const [name, one] of entries) {
        const before = given[part].get(name);
        if (before !== undefined && !isSameValue(before, one))
          throw new NotKnown(`Two callers of a template say what “${name}” is by default`);
        given[part].set(name, one);
        over[part].set(name, one);
      }
    }
  }
  return { ...merged(sources), defaults, conditionals };
}

function merged({
  call,
  builtIn,
  external,
  definition,
  config,
}: Sources): Pick<Gathered, 'variables' | 'nothing'> {
  const named = withoutParts(call);
  const known: Entries = new Map([...named, ...builtIn]);
  const nothing: string[] = [];
  const own: Entries = new Map();
  const later = [withoutParts(external), withoutParts(definition)].map((source) => namesPut(source, known));
  const first = namesPut(withoutParts(config), known);
  for (const source of [known, ...later]) {
    for (const [name, value] of source) {
      if (isNothing(value)) {
        own.delete(name);
        nothing.push(name);
      } else if (!own.has(name)) own.set(name, value);
    }
  }
  for (const [name, value] of first) {
    own.delete(name);
    if (isNothing(value)) nothing.push(name);
  }
  const variables = new Map([...[...first].filter(([, value]) => !isNothing(value)), ...own]);
  return { variables, nothing: nothing.filter((name) => !variables.has(name)) };
}

const withoutParts = (source: Entries): Entries =>
  new Map([...source].filter(([name, value]) => isNothing(value) || !isPart(name)));
const isPart = (name: string): boolean => MERGED.some((part) => part === name);

/** Variables in the names of variables. */
const namesPut = (source: Entries, known: Entries): Entries =>
  new Map([...source].map(([name, value]) => [pythonString(putAll(textValue(name), known)), value]));

function isSameValue(one: Meaning, other: Meaning): boolean {
  if (one.type === 'map' && other.type === 'map') return pythonString(one) === pythonString(other);
  return isEqualInPython(one, other);
}

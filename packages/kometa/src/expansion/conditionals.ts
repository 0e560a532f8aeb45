import type { Meaning } from '../yaml/meaning.ts';
import { type Entries, entriesOf, isNothing } from './entries.ts';
import { TemplateFault } from './outcome.ts';
import { isEqualInPython, percentEncoded, pythonString, textValue } from './python-values.ts';
import { putAll } from './replace.ts';

/** Gives each conditional its value, one after the other; returns the names of those that have none. */
export function settleConditionals(conditionals: Entries, variables: Entries, defaults: Entries): string[] {
  const without: string[] = [];
  for (const [written, value] of conditionals) {
    const name = pythonString(putAll(putAll(textValue(written), variables), defaults));
    const found = settled(value, variables, defaults, variables.has(name));
    if (variables.has(name)) continue;
    if (found === null) without.push(name, `${name}_encoded`);
    else {
      variables.set(name, found);
      variables.set(`${name}_encoded`, textValue(percentEncoded(pythonString(found))));
    }
  }
  return without;
}

/** null: it takes away what asks for it. */
function settled(value: Meaning, variables: Entries, defaults: Entries, isGiven: boolean): Meaning | null {
  const parts = entriesOf(value);
  if (parts === null) throw new TemplateFault('Each of “conditionals” must be a map');
  const conditions = parts.get('conditions');
  if (conditions === undefined) throw new TemplateFault('A conditional needs “conditions”');
  if (conditions.type !== 'list' && conditions.type !== 'map')
    throw new TemplateFault('“conditions” must be a list or a map');
  // What a caller gave is not asked for, whatever the conditions say.
  if (isGiven) return null;
  for (const condition of conditions.type === 'list' ? conditions.items : [conditions]) {
    const entries = entriesOf(condition);
    if (entries === null) throw new TemplateFault('Each condition must be a map');
    const result = entries.get('value');
    if (result === undefined) throw new TemplateFault('Each condition needs a “value”');
    const asked = [...entries].filter(([key]) => key !== 'value');
    if (asked.every(([key, wanted]) => isMet(key, wanted, variables, defaults)))
      return isNothing(result) ? null : result;
  }
  return parts.get('default') ?? null;
}

function isMet(written: string, wantedAs: Meaning, variables: Entries, defaults: Entries): boolean {
  const filled = (value: Meaning): Meaning =>
    value.type === 'list'
      ? { type: 'list', items: value.items.map(filled) }
      : putAll(putAll(value, variables), defaults);
  const key = pythonString(filled(textValue(written)));
  const wanted = filled(wantedAs);
  const [, name = key, modifier = ''] = /^(.+)\.(exists|not|notdefault)$/s.exec(key) ?? [];
  switch (modifier) {
    case 'exists':
      return /^(?:true|t|yes|y|1)$/i.test(pythonString(wanted)) === variables.has(name);
    case 'not':
      return !isHit(variables.get(name), wanted);
    case 'notdefault':
      return !isHit(variables.get(name) ?? defaults.get(name), wanted);
    default:
      return isHit(variables.get(name) ?? defaults.get(name), wanted);
  }
}

/** A list must hold the very value; else only the texts are compared. */
function isHit(value: Meaning | undefined, wanted: Meaning): boolean {
  if (value === undefined) return false;
  if (wanted.type === 'list') return wanted.items.some((one) => isEqualInPython(one, value));
  return pythonString(value) === pythonString(wanted);
}

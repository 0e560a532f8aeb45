import { isPlainList, isPlainMap, type PlainValue } from '../yaml/plain-value.ts';
import { callsOf } from './about-definition.ts';
import { NotChanged, type PlainMap } from './not-changed.ts';
import { withSwitch } from './switch-definition.ts';

/** What is done to the inside of a definition. */
export type ValueChange =
  | { kind: 'enable' }
  | { kind: 'disable' }
  | { kind: 'set'; path: readonly (string | number)[]; value: PlainValue }
  | { kind: 'unset'; path: readonly (string | number)[] }
  | { kind: 'set-variables'; variables: PlainMap };

/** What a definition says after a change; throws NotChanged. */
export function changedValues(section: string, values: PlainMap, change: ValueChange): PlainMap {
  switch (change.kind) {
    case 'enable':
      return withSwitch(section, values, true);
    case 'disable':
      return withSwitch(section, values, false);
    case 'set':
      return asMap(put(values, change.path, change.value));
    case 'unset':
      return asMap(put(values, change.path, undefined));
    case 'set-variables':
      return withVariables(section, values, change.variables);
  }
}

/** undefined takes away. */
function put(
  holder: PlainValue,
  path: readonly (string | number)[],
  value: PlainValue | undefined,
): PlainValue {
  const [step, ...rest] = path;
  if (step === undefined) return value ?? null;
  if (isPlainList(holder)) {
    if (typeof step !== 'number' || step > holder.length)
      throw new NotChanged(`The list has no place ${step}`);
    if (rest.length > 0) return holder.with(checkThere(holder, step), put(holder[step] ?? null, rest, value));
    if (value === undefined) return step < holder.length ? holder.toSpliced(step, 1) : holder;
    return step === holder.length ? [...holder, value] : holder.with(step, value);
  }
  if (holder !== null && !isPlainMap(holder)) throw new NotChanged(`What should hold ${step} is no map`);
  const key = String(step);
  const { [key]: present = null, ...others } = holder ?? {};
  if (rest.length === 0 && value === undefined) return others;
  const there = holder !== null && Object.hasOwn(holder, key);
  if (!there && value === undefined) return holder ?? {};
  return { ...holder, [key]: rest.length === 0 ? (value ?? null) : put(present, rest, value) };
}

function checkThere(list: readonly PlainValue[], place: number): number {
  if (place >= list.length) throw new NotChanged(`The list has no place ${place}`);
  return place;
}

function asMap(value: PlainValue): PlainMap {
  if (!isPlainMap(value)) throw new NotChanged('A definition is a map');
  return value;
}

/** Of a library they have a map of their own. */
function withLibraryVariables(values: PlainMap, variables: PlainMap): PlainMap {
  const present = isPlainMap(values.template_variables) ? values.template_variables : {};
  const next = Object.entries({ ...present, ...variables }).filter(([, value]) => value !== null);
  return { ...values, template_variables: Object.fromEntries(next) };
}

/** In the call that has the variable, or the only one; `variables` is for all calls that have none of the name. */
function withVariables(section: string, values: PlainMap, variables: PlainMap): PlainMap {
  if (section === 'libraries') return withLibraryVariables(values, variables);
  if (section === 'dynamic_collections') {
    throw new NotChanged('Dynamic collections give variables key by key: set template_variables');
  }
  const key = Object.keys(values).find((name) => name.toLowerCase() === 'template');
  const written = key === undefined ? null : (values[key] ?? null);
  let calls = [...callsOf(written)];
  if (key === undefined || calls.length === 0) throw new NotChanged('It calls no template');
  let shared = isPlainMap(values.variables) ? values.variables : {};
  for (const [name, value] of Object.entries(variables)) {
    const has = (call: PlainValue) => isPlainMap(call) && Object.hasOwn(call, name);
    const only = calls.length === 1 && isPlainMap(calls[0]);
    if (name === 'name') throw new NotChanged('name is which template is called, and no variable');
    if (value === null) {
      calls = calls.map((call) => (isPlainMap(call) ? without(call, name) : call));
      shared = without(shared, name);
    } else if (only || calls.some(has)) {
      calls = calls.map((call) =>
        isPlainMap(call) && (only || has(call)) ? { ...call, [name]: value } : call,
      );
    } else shared = { ...shared, [name]: value };
  }
  const [first = null] = calls;
  const { variables: before, ...others } = values;
  const keeps = before !== undefined || Object.keys(shared).length > 0;
  return { ...others, [key]: isPlainList(written) ? calls : first, ...(keeps ? { variables: shared } : {}) };
}

function without(map: PlainMap, name: string): PlainMap {
  const { [name]: _, ...others } = map;
  return others;
}
